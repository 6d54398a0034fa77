import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { removeTree } from "../remove-tree.ts";
import { Screen } from "../terminal/screen.ts";

const key = "sk-planted-0123456789";
const homes: string[] = [];
const screens: Screen[] = [];

afterEach(async () => {
  for (const screen of screens.splice(0)) await screen.close();
  for (const home of homes.splice(0)) removeTree(home);
});

function start(home: string, ...args: string[]): Screen {
  const environment = {
    HOME: home,
    NO_COLOR: "1",
    MODELFORGE_DATA_DIR: join(home, "data"),
    MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
  };
  const screen = new Screen(args, { columns: 120, environment });
  screens.push(screen);
  return screen;
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), "modelforge-typed-"));
  homes.push(home);
  return home;
}

const stored = (home: string): string =>
  readFileSync(join(home, "data/credentials/store.json"), "utf8");

describe("a key that is typed", () => {
  it("is stored, and nothing of it is shown, be it typed, corrected or pasted", async () => {
    const home = newHome();
    const screen = start(home, "auth", "login", "openai");
    await screen.shows("Key of openai:");
    screen.type("sk-wrong\u0015");
    screen.type(`${key}x\u007f`);
    screen.type("\u001b[D\r");
    await screen.shows("stored a credential of openai ending in 6789");
    expect(screen.raw).not.toMatch(/planted|wrong|\*\*/);
    expect(stored(home)).toContain(key);
  });

  it("is not asked for where its provider is none", async () => {
    const screen = start(newHome(), "auth", "login", "opnai");
    expect(await screen.ended()).toBe(3);
    expect(screen.raw).not.toContain("Key of");
    expect(screen.raw).toContain("did you mean openai?");
  });

  it("is not stored where the person leaves", async () => {
    const home = newHome();
    const screen = start(home, "auth", "login", "openai");
    await screen.shows("Key of openai:");
    screen.type(`${key}\u0003`);
    expect(await screen.ended()).toBe(130);
    expect(() => stored(home)).toThrow(/ENOENT/);
    expect(screen.raw).not.toContain("planted");
  });

  it("asks for the passphrase of what is stored encrypted", async () => {
    const home = newHome();
    const first = start(home, "auth", "login", "openai", "--passphrase");
    await first.shows("Key of openai:");
    first.type(`${key}\r`);
    await first.shows("New passphrase:");
    first.type("open sesame\r");
    await first.shows("The same again:");
    first.type("open sesame\r");
    await first.shows("as default, encrypted");
    expect(stored(home)).not.toContain("planted");
    const second = start(
      home,
      "auth",
      "exec",
      "openai",
      "--",
      "sh",
      "-c",
      "echo ${#OPENAI_API_KEY}",
    );
    await second.shows("Passphrase of stored credentials:");
    second.type("open sesame\r");
    await second.shows(String(key.length));
    expect(first.raw + second.raw).not.toMatch(/planted|sesame/);
    const left = start(home, "auth", "token", "openai", "--yes");
    await left.shows("Passphrase of stored credentials:");
    left.type("\u0003");
    expect(await left.ended()).toBe(130);
  });

  it("is not shown by auth token on a terminal unless that is meant", async () => {
    const home = newHome();
    const login = start(home, "auth", "login", "openai");
    await login.shows("Key of openai:");
    login.type(`${key}\r`);
    await login.shows("stored a credential");
    const refused = start(home, "auth", "token", "openai");
    await refused.shows("add --yes to see it all the same");
    expect(refused.raw).not.toContain("planted");
    await start(home, "auth", "token", "openai", "--yes").shows(key);
  });

  it.each([
    ["y", 0],
    ["n", 130],
  ])("is asked about where it is another provider's: %s", async (answer, code) => {
    const home = newHome();
    const screen = start(home, "auth", "login", "openai");
    await screen.shows("Key of openai:");
    screen.type("gsk_planted0123456789\r");
    await screen.shows("Keep it all the same? [y/N]");
    screen.type(`${answer}\r`);
    expect(await screen.ended()).toBe(code);
    if (code === 0) expect(stored(home)).toContain("gsk_planted0123456789");
    else expect(() => stored(home)).toThrow("ENOENT");
  });
});
