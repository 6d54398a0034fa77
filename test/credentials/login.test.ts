import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { key, setUp } from "./set-up.ts";

describe("auth login", () => {
  it("takes a key from standard input, a file, a variable, or the line, which it warns of", () => {
    const { command, piped, token } = setUp({ SOME_KEY: `${key}-3` });
    expect(piped(`${key}-1\n`, "auth login openai --key-stdin")).toEqual({
      code: 0,
      stdout:
        "stored a credential of openai ending in 89-1 as default; it goes to api.openai.com\n",
      // said once
      stderr: "note: keys are kept in a file: there is no keychain here (no session bus)\n",
    });
    expect(token("openai")).toBe(`${key}-1\n`);
    const path = join(command.home, "key.txt");
    writeFileSync(path, `${key}-2\r\n`);
    expect(command.run(["auth", "login", "--provider", "OpenAI", "--key-file", path]).code).toBe(0);
    expect(token("openai")).toBe(`${key}-2\n`);
    expect(command.run(["auth", "login", "openai", "--from-env", "SOME_KEY"]).code).toBe(0);
    expect(token("openai")).toBe(`${key}-3\n`);
    const warned = command.run(["auth", "login", "openai", "--api-key", `${key}-4`]);
    expect([warned.code, warned.stderr]).toEqual([
      0,
      "note: a key on the line is kept by your shell's history and shown to others by the list of processes; --key-stdin is not\n",
    ]);
    expect(token("openai")).toBe(`${key}-4\n`);
  });

  it.each(["op://vault/item/key", "env:OPENAI_API_KEY", "keychain:openai", "${KEY}", "$(cat key)"])(
    "keeps nothing that says where a key is, and is none: %s",
    (given) => {
      const { piped, command } = setUp();
      const { code, stderr } = piped(given, "auth login openai --key-stdin");
      const isReference = !given.startsWith("$");
      const [message, hint] = stderr.split("\n");
      expect([code, message, hint?.includes("--reference")]).toEqual([
        2,
        `error: what was given as a key is where a key is, ${isReference ? "" : "or what it is to be made of, "}and no key`,
        isReference,
      ]);
      expect(command.run(["auth", "token", "openai"]).code).toBe(4);
    },
  );

  it("follows a reference by its own tool each time, and says what that complains of", () => {
    const { command, file, token } = setUp();
    const bin = join(command.home, "bin");
    mkdirSync(bin, { mode: 0o700 });
    const answer = (script: string) =>
      writeFileSync(join(bin, "op"), `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    const PATH = `${bin}:${process.env.PATH ?? ""}`;
    const login = () =>
      command.run(["auth", "login", "openai", "--reference", "op://v/openai/key"], { PATH });
    answer(`echo "not signed in, ${key}" >&2; echo ${key}; exit 1`);
    const out = login();
    expect([out.code, out.stderr.split("\n")[0]]).toEqual([
      4,
      `error: the key command of openai, ${bin}/op, ended with 1: not signed in, …`,
    ]);
    answer(`test "$*" = "read op://v/openai/key" && echo ${key}`);
    expect(login().stdout).toBe(
      "stored a credential of openai as default; it goes to api.openai.com\n",
    );
    expect(readFileSync(file, "utf8")).not.toContain("planted");
    // by its whole path from now on
    expect(token("openai")).toBe(`${key}\n`);
    expect(
      command.run(["providers", "--configured", "--fields", "id", "--format", "csv"]).stdout,
    ).toBe("id\nopenai\n");
    rmSync(join(bin, "op"));
    expect(command.run(["auth", "exec", "openai", "--", "true"]).code).toBe(4);
  });

  it("says that plain http is read on the way, as auth trust does", () => {
    const { piped } = setUp();
    const line = "auth login vllm --key-stdin --trust-host http://10.0.0.5:8000";
    expect(piped(key, line).stderr).toContain(
      "whoever is on the way to http://10.0.0.5:8000 can read credentials that are sent there",
    );
  });

  it("keeps no command with a key among its words", () => {
    const { command } = setUp();
    for (const words of [
      ["/bin/echo", key],
      ["sh", "-c", `echo ${key}`],
      ["x", `--key=${key}`],
    ]) {
      const ran = command.run(["auth", "login", "openai", "--command", "--", ...words]);
      expect([ran.code, ran.stderr.split("\n")[0]]).toEqual([
        2,
        "error: a word of the command looks like a key: the program is to find it by itself",
      ]);
      expect(ran.stderr).not.toContain(key);
    }
  });

  it("takes off what is pasted around a key, and says so", () => {
    const { piped, token } = setUp();
    piped(key, "auth login groq --key-stdin");
    for (const [given, what] of [
      [`\ufeff${key}`, "a byte order mark"],
      [` ${key} `, "blanks around it"],
      [`"${key}"`, "quotes"],
      [`Bearer ${key}`, "Bearer"],
      [`"Bearer ${key}"\n`, "quotes and Bearer"],
      [`Bearer "${key}"`, "Bearer and quotes"],
      [`Authorization: Bearer '${key}'`.replaceAll("'", "`"), "Bearer and quotes"],
      [`OPENAI_API_KEY=${key}\n`, "the name of a variable"],
      [`OPENAI_API_KEY = "${key}"`, "the name of a variable and quotes"],
      [`export X=${key}`, "the name of a variable"],
      [` export x=Bearer ${key}`, "blanks around it and the name of a variable and Bearer"],
    ] as const) {
      const { code, stderr } = piped(given, "auth login openai --key-stdin");
      expect([code, stderr]).toEqual([0, `note: ${what} taken off the key\n`]);
      expect(token("openai")).toBe(`${key}\n`);
    }
  });

  it.each([
    ["nothing", "\n", "the key is empty"],
    ["quotes around nothing", '""', "the key is empty"],
    ["Bearer alone", "Bearer ", "is the word before a key, and none behind it"],
    ["a header alone", "Authorization: Bearer", "is the word before a key, and none behind it"],
    ["a variable alone", "OPENAI_API_KEY=", "is the name of a variable, and no key behind it"],
    ["an export alone", "export X=", "is the name of a variable, and no key behind it"],
    ["half of its quotes", `"${key}`, "has a quote at one of its ends alone"],
    ["the end of a statement", `export X="${key}";`, "has a quote at one of its ends alone"],
    ["a comment", `OPENAI_API_KEY=${key} # mine`, "has blanks or lines in it"],
    ["blanks inside", `${key} ${key}`, "has blanks or lines in it"],
    ["lines", `${key}\n${key}\n`, "has blanks or lines in it"],
    ["a control character", `${key}\u0007`, "has characters that no key has"],
    ["a letter of no key", `${key}ä`, "has characters that no key has"],
    ["more than 8 KB", key.repeat(500), "is longer than 8 KB"],
  ])("refuses %s, without repeating it", (_, given, why) => {
    const { piped, file } = setUp();
    const { code, stdout, stderr } = piped(given, "auth login openai --key-stdin --json");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(why);
    expect(stderr).not.toContain("planted");
    expect(existsSync(file)).toBe(false);
  });

  it("takes a key as it is that has an equals sign in it", () => {
    const { piped, token } = setUp();
    for (const given of ["A_B==", "ABCDEF0123==", "sk_live=0123", "X_Y="]) {
      const { code } = piped(given, "auth login openai --key-stdin");
      expect([given, code, code === 0 ? token("openai") : ""]).toEqual(
        given === "X_Y=" ? [given, 2, ""] : [given, 0, `${given}\n`],
      );
    }
  });

  it("refuses a key that is unmistakably another provider's, unless told that it is not", () => {
    const { command, piped, token } = setUp();
    for (const [beginning, provider] of [
      ["sk-ant-", "anthropic"],
      ["gsk_", "groq"],
      ["AIza", "google"],
      ["ghp_", "github-models"],
    ] as const) {
      const line = `auth login openai --key-stdin`;
      const { code, stderr } = piped(`${beginning}planted0123456789`, line);
      expect([code, stderr]).toEqual([
        2,
        `error: that begins as a key of ${provider} does, not one of openai\nhint: if it is one of openai all the same, add --yes; else modelforge auth login ${provider}\n`,
      ]);
      expect(piped(`${beginning}planted0123456789`, `${line} --yes`).code).toBe(0);
      expect(token("openai")).toBe(`${beginning}planted0123456789\n`);
      expect(
        piped(`${beginning}planted0123456789`, `auth login ${provider} --key-stdin`).code,
      ).toBe(0);
    }
    expect(command.run(["auth", "list"]).code).toBe(0);
  });

  it("names the nearest of a provider that nobody knows, and keeps one of one's own with its host", () => {
    const { piped, accounts, command } = setUp();
    const { code, stderr } = piped(key, "auth login opnai --key-stdin");
    expect([code, stderr]).toEqual([
      3,
      "error: no provider opnai is known that credentials belong to\nhint: did you mean openai?\n",
    ]);
    const own = piped(key, "auth login vllm --key-stdin --trust-host http://10.0.0.5:8000/v1");
    expect(own.stdout).toBe(
      "stored a credential of vllm ending in 6789 as default; it goes to 10.0.0.5:8000\n",
    );
    expect(accounts()).toEqual(["vllm/default*"]);
    expect(command.run(["auth", "trust", "--list"]).stdout).toBe("vllm http://10.0.0.5:8000\n");
  });

  it("says of nothing on standard input that the key is empty", () => {
    const { command } = setUp();
    const ran = command.shell("modelforge auth login openai --key-stdin < /dev/null");
    expect([ran.code, ran.stdout, ran.stderr.split("\n")[0]]).toEqual([
      2,
      "",
      "error: the key is empty",
    ]);
  });

  it("names the directory of credentials where nothing can be kept", () => {
    const { command } = setUp({ MODELFORGE_DATA_DIR: "/proc/none" });
    const { code, stderr } = command.run(["auth", "login", "openai", "--api-key", key]);
    expect([code, stderr.includes("MODELFORGE_DATA_DIR")]).toEqual([7, true]);
    expect(stderr).not.toContain("MODELFORGE_CACHE_DIR");
  });

  it("asks nobody where nobody is there, and takes one place at a time", () => {
    const { command } = setUp();
    for (const words of [[], ["--no-input"], ["--json"]]) {
      const { code, stderr } = command.run(["auth", "login", "openai", ...words]);
      expect([code, stderr.includes("the key is missing")]).toEqual([2, true]);
    }
    const both = ["--api-key", key, "--from-env", "HOME"];
    expect(command.run(["auth", "login", "openai", ...both]).stderr).toContain("one place only");
  });

  it.each(["000", "077", "777"])("makes its files for the user alone under umask %s", (umask) => {
    const { command, directory, file } = setUp();
    const line = `umask ${umask}; printf ${key} | modelforge auth login openai --key-stdin`;
    // a umask of 777 lets nobody make anything that could be used: root may all the same
    if (command.shell(line).code !== 0) return expect(umask).toBe("777");
    const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    expect(Number.parseInt(mode(file), 8) & 0o177).toBe(0);
    expect(Number.parseInt(mode(directory), 8) & 0o077).toBe(0);
  });

  it("keeps a command in the place of a key, and asks it each time", () => {
    const { command, file, token } = setUp();
    const path = join(command.home, "key.txt");
    writeFileSync(path, `${key}-1\n`);
    const login = (...program: string[]) =>
      command.run(["auth", "login", "openai", "--command", "--", ...program]);
    expect(login("cat", path).stdout).toBe(
      "stored a credential of openai as default; it goes to api.openai.com\n",
    );
    expect(readFileSync(file, "utf8")).not.toContain("planted");
    expect(token("openai")).toBe(`${key}-1\n`);
    writeFileSync(path, `${key}-2\n`);
    expect(token("openai")).toBe(`${key}-2\n`);
    expect(command.run(["auth", "status", "openai", "--format", "csv"]).stdout).toContain(
      ",command,",
    );
    const without = command.run(["auth", "login", "openai", "--command", "cat", path]);
    expect([without.code, without.stderr.includes("stand behind --")]).toEqual([2, true]);
    const silent = login("true");
    expect([silent.code, silent.stderr.split("\n")[0]]).toEqual([
      4,
      "error: the key command of openai, /usr/bin/true, printed nothing",
    ]);
    // no shell, and nothing that a project could have put there
    expect(login("cat", `${path}; echo x`).code).toBe(4);
    expect(login("./cat", path).code).toBe(2);
    expect(login().code).toBe(2);
    expect(command.run(["auth", "login", "openai", "--", "cat", path]).code).toBe(2);
    writeFileSync(path, "two words\n");
    expect(command.run(["auth", "token", "openai"]).code).toBe(4);
  });
});
