import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ended } from "../cli/command.ts";
import { openaiKey, pythonConfig, pythonHome, usual } from "../configuration/python-home.ts";
import { missing, orWhyNot, Session } from "../keychain/session.ts";
import { key, keychainOf, setUp } from "../keychain/set-up.ts";
import { removeTree } from "../remove-tree.ts";
import { key as another, setUp as headless } from "./set-up.ts";

const sessions: Session[] = [];

afterEach(async () => {
  delete process.env.DBUS_SESSION_BUS_ADDRESS;
  for (const session of sessions.splice(0)) await session.stop();
});

async function begin(...how: Parameters<typeof Session.start>): Promise<Session> {
  const session = await Session.start(...how);
  sessions.push(session);
  return session;
}

// five seconds, and what a busy machine takes to start two programs
const inTimeMs = 9_000;

/** Runs what needs the keychain, which cannot be had: each ends in time, with 4 and a way out. */
function refuses(home: ReturnType<typeof setUp>, why: string): void {
  const before = home.index();
  for (const [ran, way] of [
    [() => home.login(`${key}-2`), "add --store file to keep it in a file"],
    [
      () => home.login(`${key}-2`, "auth login groq --key-stdin --store keychain"),
      "add --store file to keep it in a file",
    ],
    [
      () => home.command.run(["auth", "token", "openai"]),
      "modelforge auth login openai --store file keeps one in a file",
    ],
    [
      () => home.command.run(["auth", "exec", "--", "true"]),
      "modelforge auth login openai --store file keeps one in a file",
    ],
    [
      () => home.command.run(["auth", "logout", "openai"]),
      "add --forget to take it off the list alone",
    ],
  ] as const) {
    const started = Date.now();
    const { code, stdout, stderr } = ran();
    expect([code, stdout]).toEqual([4, ""]);
    expect(stderr).toContain(why);
    expect(stderr).toContain(way);
    expect(stderr).not.toContain("p14nt3d");
    expect(Date.now() - started).toBeLessThan(inTimeMs);
  }
  // what is there, the index says
  expect(home.accounts()).toEqual(["openai/default*"]);
  expect(home.command.run(["auth", "status"]).stdout).toMatch(/openai +keychain, default +6789/);
  expect(home.index()).toBe(before);
}

describe.skipIf(missing !== undefined)(`a keychain that cannot be had${orWhyNot}`, () => {
  it("is locked: nothing is stored, shown or lost, and what is to go to the file goes there", async () => {
    const session = await begin("unlocked");
    const home = setUp(session);
    home.login(key);
    session.lock();
    refuses(home, "the keychain is locked, or does not let this program in");
    const checked = home.command.run(["auth", "status", "openai", "--check"]);
    expect([checked.code, checked.stdout.includes("cannot tell")]).toEqual([0, true]);
    const stored = home.login(`${key}-3`, "auth login groq --key-stdin --store file");
    expect(stored.code).toBe(0);
    expect(home.token("groq")).toBe(`${key}-3\n`);
  });

  it("was not opened since the session began: nobody is asked who is not there", async () => {
    const first = await Session.start("unlocked");
    const home = setUp(first);
    home.login(key);
    await first.leave();
    const session = await begin("locked", first.home);
    const again = setUp(session, { HOME: home.command.home });
    refuses({ ...again, index: home.index }, "the keychain is locked");
  });

  it("has no keyring that a key could be put into: that is not the file's either", async () => {
    const home = setUp(await begin("locked"));
    const { code, stderr } = home.login(key);
    expect([code, stderr.includes("--store file")]).toEqual([4, true]);
  });

  it("hangs: it is waited for no longer than five seconds", async () => {
    const session = await begin("unlocked");
    const home = setUp(session);
    home.login(key);
    session.hang();
    refuses(home, "the keychain does not answer");
    session.goOn();
    expect(home.token("openai")).toBe(`${key}\n`);
  });

  it("is asked by a program of which no word and no variable holds the key", async () => {
    const session = await begin("unlocked");
    const { command } = setUp(session);
    session.hang();
    const child = command.start(["auth", "login", "openai", "--key-stdin"]);
    child.stdin?.end(key);
    const end = ended(child);
    const seen = new Set<string>();
    while (child.exitCode === null) {
      for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        const isOurs = textOf(`/proc/${id}/status`).includes(`\nPPid:\t${child.pid}\n`);
        if (!isOurs && id !== String(child.pid)) continue;
        for (const what of ["cmdline", "environ"]) seen.add(textOf(`/proc/${id}/${what}`));
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await end).code).toBe(4);
    const all = [...seen];
    expect(all.filter((one) => one.includes("@napi-rs/keyring"))).toHaveLength(1);
    expect(all.filter((one) => one.includes("p14nt3d"))).toEqual([]);
  });

  it("is forgotten where that is asked for, and its key is taken out once it is open again", async () => {
    const session = await begin("unlocked");
    const home = setUp(session);
    home.login(key);
    const [name = ""] = home.names();
    session.hang();
    const forgotten = home.command.run(["auth", "logout", "openai", "--forget"]);
    expect([forgotten.code, forgotten.stdout]).toEqual([0, "removed openai (default)\n"]);
    expect(forgotten.stderr).toContain(`is still in the keychain, as ${name}`);
    expect(home.accounts()).toEqual([]);
    session.goOn();
    expect(keychainOf(session).all().get(name)).toBe(key);
    home.login(key, "auth login groq --key-stdin --store file");
    expect([...keychainOf(session).all()]).toEqual([]);
    expect(home.index()).not.toContain("keychainLeft");
  });

  it("takes no key of the Python ModelForge, which stays where it is, unless the file is to have it", async () => {
    const session = await begin("unlocked");
    session.lock();
    const said = JSON.stringify({ providers: { openai: pythonConfig.providers.openai } });
    // a keyring that is locked and there
    const { command, text, kept } = pythonHome({ [usual]: said }, session.environment);
    const refused = command.run(["config", "migrate", "--yes"]);
    expect([refused.code, refused.stderr.includes("--store file")]).toEqual([4, true]);
    expect(text(usual)).toBe(said);
    expect(command.run(["config", "migrate", "--yes", "--store", "file"]).code).toBe(0);
    expect(kept()).toEqual([`openai/default* ${openaiKey}`]);
    expect(text(usual)).not.toContain("planted");
  });
});

/** Nothing where the process has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}

describe("a session bus that says nothing", () => {
  it("is waited for no longer than five seconds", async () => {
    const directory = mkdtempSync(join(tmpdir(), "modelforge-bus-"));
    const path = join(directory, "bus");
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket.on("error", () => undefined)));
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const { command, file } = headless({
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}`,
      SOME_KEY: another,
    });
    const login = ["auth", "login", "openai", "--from-env", "SOME_KEY"];
    const started = Date.now();
    const { code, stderr } = await command.ask(login);
    expect([code, stderr]).toEqual([
      4,
      "error: nothing was stored: the keychain does not answer\nhint: try again, or add --store file to keep it in a file\n",
    ]);
    expect(Date.now() - started).toBeGreaterThan(4_500);
    expect(Date.now() - started).toBeLessThan(inTimeMs);
    expect(sockets).toHaveLength(1);
    expect((await command.ask([...login, "--store", "file"])).stderr).toBe("");
    expect(readFileSync(file, "utf8")).toContain(another);
    for (const socket of sockets) socket.destroy();
    server.close();
    removeTree(directory);
  });
});
