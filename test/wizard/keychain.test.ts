import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { missing, orWhyNot, Session } from "../keychain/session.ts";
import { withServer } from "./screens.ts";
import { answerAll, filesWith, key, newUser, scriptOn, wholeWay } from "./set-up.ts";

describe.skipIf(missing !== undefined)(`config alone where there is a keychain${orWhyNot}`, () => {
  const all = withServer();
  let session: Session;

  beforeEach(async () => {
    session = await Session.start("unlocked");
  });
  afterEach(() => session.stop());

  it("says in the plan that the key goes into it, and keeps it in no file", async () => {
    const { command } = newUser(all.server.url, session.environment);
    const screen = all.start(command);
    await answerAll(screen, wholeWay.slice(0, -1));
    await screen.showsFrame("the keychain of this system");
    await answerAll(screen, wholeWay.slice(-1));
    expect(await screen.ended()).toBe(0);
    expect(filesWith(command.home, key)).toEqual([]);
    expect(command.run(["auth", "token", "own-server"]).stdout).toBe(`${key}\n`);
  });

  it.each([
    ["is kept there where that is wanted", "y\r", 0],
    ["is kept nowhere where it is not, and nothing is written", "n\r", 130],
  ])("offers a file where it is locked; the key %s", async (_, answer, code) => {
    const { command } = newUser(all.server.url, session.environment);
    session.lock();
    const screen = all.start(command, { columns: 200, rows: 40 });
    await answerAll(screen, wholeWay);
    await screen.showsLast(/Keep the key in a file\?/);
    screen.type(answer);
    expect(await screen.ended()).toBe(code);
    const store = ".local/share/model-forge/credentials/store.json";
    expect(filesWith(command.home, key)).toEqual(code === 0 ? [store] : []);
    const isUsed = command.run(["config", "get", "current", "--resolved"]).code === 0;
    expect(isUsed).toBe(code === 0);
    if (code === 0) expect(scriptOn(screen)[0]).toContain("--store file");
  });

  it("offers a file in the plan where it is silent", async () => {
    const { command } = newUser(all.server.url, session.environment);
    const screen = all.start(command, { columns: 200, rows: 40 });
    await answerAll(screen, wholeWay.slice(0, -2));
    await screen.showsFrame("valid");
    session.hang();
    screen.type("\r");
    await answerAll(screen, [["cannot be set up so", "\r"], ...wholeWay.slice(-1)]);
    expect(await screen.ended()).toBe(0);
    expect(scriptOn(screen)[0]).toContain("--store file");
  });
});
