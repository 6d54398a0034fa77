import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import {
  openaiKey,
  plainKey,
  pythonConfig,
  pythonHome,
  usual,
} from "../configuration/python-home.ts";
import { missing, orWhyNot, Session } from "../keychain/session.ts";
import { key, keychainOf, setUp } from "../keychain/set-up.ts";
import { removeTree } from "../remove-tree.ts";
import { Screen } from "../terminal/screen.ts";
import { setUp as headless } from "./set-up.ts";

describe.skipIf(missing !== undefined)(`a key in the keychain of the system${orWhyNot}`, () => {
  let session: Session;
  let keychain: ReturnType<typeof keychainOf>;

  beforeAll(async () => {
    session = await Session.start("unlocked");
    keychain = keychainOf(session);
  });

  afterAll(async () => {
    delete process.env.DBUS_SESSION_BUS_ADDRESS;
    await session.stop();
  });

  it("is stored, listed, used and removed", () => {
    const { command, login, index, names, token } = setUp(session);
    const ran = login(key);
    expect(ran).toEqual({
      code: 0,
      stdout:
        "stored a credential of openai ending in 6789 as default in the keychain; it goes to api.openai.com\n",
      stderr:
        "note: keys are kept in the keychain of this system; --store file keeps one in a file\n",
    });
    // said once
    expect(login(key, "auth login groq --key-stdin").stderr).toBe("");
    expect(index()).not.toContain("p14nt3d");
    const [name = ""] = names();
    expect(name).toMatch(/^openai\/default\/[0-9a-f]{8}$/);
    expect(keychain.all().get(name)).toBe(key);
    expect(command.run(["auth", "list"]).stdout).toMatch(
      /openai +default \(active\) +6789 +keychain/,
    );
    const answered = answerOf<{ source: string }[]>(command.run(["auth", "status", "--json"]));
    expect(answered.result.map(({ source }) => source)).toEqual(["keychain", "keychain"]);
    expect(token("openai")).toBe(`${key}\n`);
    const exec = ["auth", "exec", "openai", "--", "sh", "-c", "echo $OPENAI_API_KEY"];
    expect(command.run(exec).stdout).toBe(`${key}\n`);
    const listed = command.run(["providers", "list", "--configured", "--json"]);
    expect(listed.stdout).toContain('"id":"openai"');
    expect(command.run(["auth", "logout", "openai"]).stdout).toBe("removed openai (default)\n");
    expect(keychain.all().has(name)).toBe(false);
    expect(command.run(["auth", "token", "openai"]).code).toBe(4);
    expect(command.run(["auth", "logout", "--all", "--yes"]).code).toBe(0);
    expect([...keychain.all()]).toEqual([]);
  });

  it("is one of several accounts, each with a name of its own", () => {
    const { command, login, accounts, token, names } = setUp(session);
    for (const one of ["home", "work"]) {
      login(`${key}-${one}`, `auth login openai --key-stdin --account ${one}`);
    }
    expect(accounts()).toEqual(["openai/home", "openai/work*"]);
    expect(token("openai", "--account", "home")).toBe(`${key}-home\n`);
    expect(new Set(names()).size).toBe(2);
    command.run(["auth", "logout", "openai", "--account", "work"]);
    expect(token("openai")).toBe(`${key}-home\n`);
    command.run(["auth", "logout", "openai"]);
    expect([...keychain.all()]).toEqual([]);
  });

  it("moves between the keychain and the file, and stays in neither", () => {
    const { login, index, token, command } = setUp(session);
    login(`${key}-1`);
    login(`${key}-2`, "auth login openai --key-stdin --store file");
    expect([token("openai"), keychain.all().size]).toEqual([`${key}-2\n`, 0]);
    expect(index()).toContain(`${key}-2`);
    login(`${key}-3`, "auth login openai --key-stdin --store keychain");
    expect([token("openai"), keychain.all().size]).toEqual([`${key}-3\n`, 1]);
    expect(index()).not.toContain("p14nt3d");
    command.run(["auth", "logout", "openai"]);
  });

  it("is asked for by a check, and is what is sent", async () => {
    const { command, login } = setUp(session);
    const server = createServer(({ headers }, response) => {
      const isOpen = headers.authorization === `Bearer ${key}`;
      response.writeHead(isOpen ? 200 : 401, { "content-type": "application/json" }).end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    login(key, `auth login vllm --key-stdin --trust-host ${url}`);
    const { stdout } = await command.ask(["auth", "status", "vllm", "--check"]);
    expect(stdout).toMatch(/vllm +keychain, default .* valid/);
    server.close();
    command.run(["auth", "logout", "vllm"]);
  });

  it("is nowhere else, whatever is asked, in success and in failure", () => {
    const { command, login, names } = setUp(session);
    const ran = [login(key)];
    for (const line of [
      "auth status --json",
      "auth status --check --offline",
      "auth list --format yaml",
      "auth exec openai -- true",
      "auth exec openai -- no-such-program",
      "auth token openai --json",
      "config set settings.x 1",
      "list --configured --limit 1",
    ]) {
      ran.push(command.run(line.split(" ")));
    }
    const look = "cat /proc/$$/cmdline /proc/$PPID/cmdline";
    ran.push(command.run(["auth", "exec", "openai", "--", "sh", "-c", look]));
    keychain.change(names()[0] ?? "", `${key}-changed`);
    ran.push(command.run(["auth", "token", "openai", "--verbose"]));
    ran.push(command.run(["auth", "logout", "openai"]));
    const said = ran.map(({ stdout, stderr }) => stdout + stderr).join("");
    expect(said).not.toContain("p14nt3d");
    const files = readdirSync(command.home, { recursive: true, withFileTypes: true });
    for (const entry of files.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      expect(readFileSync(path, "latin1").includes("p14nt3d"), path).toBe(false);
    }
  });

  it("that is gone or was changed is said, and not used", () => {
    const { command, login, names } = setUp(session);
    login(key);
    keychain.change(names()[0] ?? "", "sk-another-0123456789xyz");
    const changed = command.run(["auth", "token", "openai"]);
    expect([changed.code, changed.stdout]).toEqual([4, ""]);
    expect(changed.stderr).toContain("and is another one: somebody changed it there");
    keychain.remove(names()[0] ?? "");
    const gone = command.run(["auth", "exec", "openai", "--", "true"]);
    expect([gone.code, gone.stderr.includes("is no longer there")]).toEqual([4, true]);
    expect(command.run(["auth", "logout", "openai"]).code).toBe(0);
  });

  it("is typed at a terminal as one for the file is", async () => {
    const { command, names } = setUp(session);
    const environment = { ...command.env, NO_COLOR: "1" };
    const screen = new Screen(["auth", "login", "openai"], { columns: 120, environment });
    await screen.shows("Key of openai:");
    screen.type(`${key}\r`);
    await screen.shows("stored a credential of openai ending in 6789 as default in the keychain");
    expect(await screen.ended()).toBe(0);
    expect(screen.raw).not.toContain("p14nt3d");
    expect(keychain.all().get(names()[0] ?? "")).toBe(key);
    await screen.close();
    command.run(["auth", "logout", "openai"]);
  });

  it.each(["000", "077"])("has an index for the user alone under umask %s", (umask) => {
    const { command, directory, file } = setUp(session);
    const line = `umask ${umask}; printf ${key} | modelforge auth login openai --key-stdin`;
    expect(command.shell(line).code).toBe(0);
    const modes = [file, directory].map((path) => (statSync(path).mode & 0o777).toString(8));
    expect(modes).toEqual(["600", "700"]);
    command.run(["auth", "logout", "openai"]);
  });

  it("is where those of the Python ModelForge go", () => {
    const { providers } = pythonConfig;
    const said = { providers: { openai: providers.openai, house: providers.house } };
    const { command, store, text } = pythonHome(
      { [usual]: JSON.stringify(said) },
      session.environment,
    );
    expect(command.run(["config", "migrate", "--yes"]).code).toBe(0);
    expect([...keychain.all().values()].toSorted()).toEqual([plainKey, openaiKey].toSorted());
    expect(readFileSync(store, "utf8") + text(usual)).not.toContain("planted");
    expect(command.run(["auth", "token", "openai"]).stdout).toBe(`${openaiKey}\n`);
    command.run(["auth", "logout", "--all", "--yes"]);
    expect([...keychain.all()]).toEqual([]);
  });

  it("is not used under a passphrase, which keeps the file, and a command is kept as it is", () => {
    const { command, login, index } = setUp(session);
    const secret = join(command.home, "passphrase");
    command.shell(`printf word > ${secret}`);
    const piped = `printf ${key} | MODELFORGE_PASSPHRASE_FILE=${secret} modelforge auth login openai --key-stdin`;
    expect(command.shell(piped)).toEqual({
      code: 0,
      stdout:
        "stored a credential of openai ending in 6789 as default, encrypted; it goes to api.openai.com\n",
      stderr: "",
    });
    expect(index()).toContain('"sealed"');
    const both = login(key, "auth login openai --key-stdin --store keychain --passphrase");
    expect([both.code, both.stderr.includes("has its own way of opening")]).toEqual([2, true]);
    const line = ["auth", "login", "groq", "--store", "keychain", "--command", "--", "echo", "x"];
    expect(command.run(line).code).toBe(2);
    expect([...keychain.all()]).toEqual([]);
  });

  it("needs its package: without it the file is used, and that is said", () => {
    const apart = mkdtempSync(join(tmpdir(), "modelforge-apart-"));
    cpSync(join(root, "dist"), join(apart, "dist"), { recursive: true });
    const { command, index } = setUp(session);
    const line = `printf ${key} | node ${apart}/dist/bin.js auth login openai --key-stdin`;
    const { code, stderr } = command.shell(line);
    expect([code, stderr]).toEqual([
      0,
      "note: keys are kept in a file: there is no keychain here (the optional package @napi-rs/keyring is not installed, or not for this machine)\n",
    ]);
    expect(index()).toContain(key);
    removeTree(apart);
  });
});

describe("a key where there is no keychain", () => {
  it("is kept in the file, which is said once, and nowhere else where the keychain is asked for", () => {
    const { command, piped, file } = headless();
    const first = piped(key, "auth login openai --key-stdin");
    expect([first.code, first.stderr]).toEqual([
      0,
      "note: keys are kept in a file: there is no keychain here (no session bus)\n",
    ]);
    expect(piped(key, "auth login groq --key-stdin").stderr).toBe("");
    expect(command.run(["auth", "list", "--json"]).stdout).toContain('"store":"file"');
    const before = readFileSync(file, "utf8");
    const refused = piped(key, "auth login openai --key-stdin --store keychain");
    expect([refused.code, refused.stderr]).toEqual([
      4,
      "error: nothing was stored: there is no keychain here (no session bus)\nhint: add --store file to keep it in a file\n",
    ]);
    expect(readFileSync(file, "utf8")).toBe(before);
    // an address at which nobody answers is no bus either
    const nowhere = { DBUS_SESSION_BUS_ADDRESS: "unix:path=/nowhere" };
    const other = headless(nowhere);
    expect(other.piped(key, "auth login openai --key-stdin").stderr).toBe(
      "note: keys are kept in a file: there is no keychain here (nothing on the session bus keeps secrets)\n",
    );
    expect(other.piped(key, "auth login groq --key-stdin --store file").stderr).toBe("");
  });
});
