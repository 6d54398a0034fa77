import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { key, setUp } from "./set-up.ts";

describe("accounts", () => {
  it("are several of a provider, the last one active, or the one that is asked for", () => {
    const { piped, accounts, token, command } = setUp();
    for (const name of ["home", "work"]) {
      piped(`${key}-${name}`, `auth login openai --key-stdin --account ${name}`);
    }
    expect(accounts()).toEqual(["openai/home", "openai/work*"]);
    expect(token("openai")).toBe(`${key}-work\n`);
    expect(token("openai", "--account", "home")).toBe(`${key}-home\n`);
    const chosen = command.run(["auth", "token", "openai"], { MODELFORGE_ACCOUNT: "home" });
    expect(chosen.stdout).toBe(`${key}-home\n`);
    expect(command.run(["auth", "logout", "openai", "--account", "work"]).stdout).toBe(
      "removed openai (work)\n",
    );
    expect(accounts()).toEqual(["openai/home*"]);
    expect(command.run(["auth", "logout", "openai"]).code).toBe(0);
    expect(accounts()).toEqual([]);
    const again = command.run(["auth", "logout", "openai"]);
    expect([again.code, again.stderr.split("\n")[0]]).toEqual([
      4,
      "error: no credential is stored for openai",
    ]);
  });
});

describe("auth status", () => {
  it("says what is found, where it goes and what is missing, of every provider asked about", () => {
    const { command } = setUp({
      AZURE_API_KEY: `${key}-azure`,
      AWS_ACCESS_KEY_ID: "AKIA0123456789ABCDEF",
      // set for other reasons, too
      GITHUB_TOKEN: "ghp_0123456789",
    });
    const rows = answerOf<{ provider: string }[]>(command.run(["auth", "status", "--json"]));
    expect(rows.result).toEqual([
      {
        provider: "amazon-bedrock",
        account: null,
        active: false,
        found: true,
        source: "env:AWS_ACCESS_KEY_ID",
        lastFour: null,
        host: null,
        missing: ["AWS_SECRET_ACCESS_KEY", "AWS_REGION"],
        expiresAt: null,
        check: null,
        why: null,
      },
      {
        provider: "azure",
        account: null,
        active: true,
        found: true,
        source: "env:AZURE_API_KEY",
        lastFour: "zure",
        host: null,
        missing: ["AZURE_RESOURCE_NAME"],
        expiresAt: null,
        check: null,
        why: null,
      },
    ]);
    const named = command.run(["auth", "status", "azure", "groq"], { AZURE_RESOURCE_NAME: "mine" });
    expect(named.stdout).toContain("mine.openai.azure.com");
    expect(named.stdout).toMatch(/groq +no +api\.groq\.com +GROQ_API_KEY/);
  });

  it("names the nearest of a provider that nobody knows, as every other command does", () => {
    const { command } = setUp({ MODELFORGE_VLLM_API_KEY: key });
    for (const line of [
      "status opnai",
      "status opnai --check",
      "status --provider opnai,groq --json",
      "login opnai",
      "login opnai --command -- sh -c 'echo was run >&2'",
      "logout opnai",
      "token opnai",
      "exec opnai -- true",
      "trust opnai proxy.example --remove",
    ]) {
      const ran = command.shell(`modelforge auth ${line}`);
      expect([line, ran.code, ran.stdout]).toEqual([line, 3, ""]);
      expect(ran.stderr).toContain("did you mean openai?");
      expect(ran.stderr).not.toMatch(/key is missing|was run/);
    }
    // one of one's own, in a variable of ours
    expect(command.run(["auth", "status", "vllm"]).stdout).toContain("env:MODELFORGE_VLLM_API_KEY");
    expect(command.run(["auth", "token", "vllm"]).stdout).toBe(`${key}\n`);
  });

  it("says of no host that a credential goes there where it would be refused", () => {
    const hosts = (more: Record<string, string>, provider: string) => {
      const { command } = setUp(more);
      const line = ["auth", "status", provider, "--json"];
      return answerOf<{ host: string | null; missing: string[]; why: string | null }[]>(
        command.run(line),
      ).result.map(({ host, missing, why }) => [host, missing, why !== null]);
    };
    for (const [variable, value, more, provider] of [
      ["AZURE_RESOURCE_NAME", "evil.example/x", { AZURE_API_KEY: key }, "azure"],
      ["AZURE_RESOURCE_NAME", "a.b", { AZURE_API_KEY: key }, "azure"],
      ["AZURE_RESOURCE_NAME", key, { AZURE_API_KEY: key }, "azure"],
      ["DATABRICKS_HOST", "evil.example", { DATABRICKS_TOKEN: key }, "databricks"],
      [
        "DATABRICKS_HOST",
        "evil.example/.cloud.databricks.com",
        { DATABRICKS_TOKEN: key },
        "databricks",
      ],
      ["SNOWFLAKE_ACCOUNT", "evil.example?", { SNOWFLAKE_CORTEX_PAT: key }, "snowflake-cortex"],
    ] as const) {
      expect(hosts({ ...more, [variable]: value }, provider)).toEqual([[null, [variable], true]]);
    }
    const right = { DATABRICKS_TOKEN: key, DATABRICKS_HOST: "https://dbc-1.cloud.databricks.com/" };
    expect(hosts(right, "databricks")).toEqual([["dbc-1.cloud.databricks.com", [], false]]);
  });

  it("ends with 4 where there is none, and says how to get one", () => {
    const { command } = setUp();
    const { code, stderr } = command.run(["auth", "token", "groq"]);
    expect([code, stderr]).toEqual([
      4,
      "error: no credential of groq is at hand\nhint: modelforge auth login groq, or set GROQ_API_KEY\n",
    ]);
    // a question is answered, though
    expect(command.run(["auth", "status"]).code).toBe(0);
  });
});

describe("a stored credential", () => {
  it("makes its provider one that could be called, in every command that asks", () => {
    const { command, piped } = setUp({ MODELFORGE_OFFLINE: "1", MODELFORGE_ALLOW_SNAPSHOT: "1" });
    const providers = (): string[] =>
      answerOf<{ id: string }[]>(
        command.run(["providers", "list", "--configured", "--json"]),
      ).result.map(({ id }) => id);
    expect(providers()).toEqual([]);
    piped(key, "auth login openai --key-stdin");
    expect(providers()).toEqual(["openai"]);
    for (const words of [["list"], ["search", "gpt"], ["recommend", "coding"]]) {
      const { stdout } = command.run([...words, "--configured", "--json"]);
      expect([words, stdout.includes("openai/"), stdout.includes('"provider":"groq"')]).toEqual([
        words,
        true,
        false,
      ]);
    }
    const info = answerOf<{ configured: boolean }>(
      command.run(["providers", "info", "openai", "--json"]),
    );
    expect(info.result.configured).toBe(true);
    command.run(["auth", "logout", "openai"]);
    expect(providers()).toEqual([]);
  });
});

describe("auth exec", () => {
  const print = [
    "--",
    "node",
    "-e",
    "console.log(process.env.OPENAI_API_KEY, process.argv.slice(1))",
  ];

  it("gives the keys to the program alone, and its exit code back; no shell reads the words", () => {
    const { command, piped } = setUp();
    piped(key, "auth login openai --key-stdin");
    const ran = command.run(["auth", "exec", "openai", ...print, "a b", "$HOME", "--json"]);
    expect(ran).toEqual({ code: 0, stdout: `${key} [ 'a b', '$HOME', '--json' ]\n`, stderr: "" });
    const ended = ["auth", "exec", "--", "node", "-e", "process.exit(7)"];
    expect(command.run(ended).code).toBe(7);
    const nothing = command.run(["auth", "exec", "openai", "--", "no-such-program"]);
    expect([nothing.code, nothing.stderr]).toEqual([
      2,
      "error: no program no-such-program could be started\nhint: behind -- stands a program, then its words; no shell reads them\n",
    ]);
    expect(command.run(["auth", "exec", "openai"]).code).toBe(2);
    // words that no -- stands in front of
    for (const words of [["sh", "-c", "true"], ["my-agent"]]) {
      const ran = command.run(["auth", "exec", "openai", ...words]);
      expect([ran.code, ran.stdout]).toEqual([2, ""]);
      expect(ran.stderr).toMatch(/hint: .*-- ?.*: modelforge auth exec openai -- node/);
    }
    expect(command.run(["auth", "exec", "groq", ...print]).code).toBe(4);
  });
});

describe("auth token", () => {
  it("is in no document and no file of ours", () => {
    const { command, piped } = setUp();
    piped(key, "auth login openai --key-stdin");
    const out = join(command.home, "out");
    for (const words of [["--json"], ["--jq", "."], ["--output-file", out]]) {
      const { code, stdout, stderr } = command.run(["auth", "token", "openai", ...words]);
      expect([code, stdout, stderr.includes("planted")]).toEqual([2, "", false]);
    }
    expect(existsSync(out)).toBe(false);
    expect(command.run(["auth", "token", "openai"])).toEqual({
      code: 0,
      stdout: `${key}\n`,
      stderr: "note: this is the key of openai, in the open\n",
    });
  });
});

describe("a store under a passphrase", () => {
  it("opens with the passphrase of a file or a descriptor, and not with another", () => {
    const { command, piped, file } = setUp();
    const passphrase = join(command.home, "passphrase");
    writeFileSync(passphrase, "open sesame\n");
    piped(key, "auth login openai --key-stdin");
    const more = { MODELFORGE_PASSPHRASE_FILE: passphrase };
    const how = { env: { ...command.env, ...more } };
    const second = `printf ${key}-2 | modelforge auth login groq --key-stdin`;
    expect(command.shell(second, how).stdout).toContain("as default, encrypted");
    // the one that was there is encrypted with it
    expect(readFileSync(file, "utf8")).not.toContain("planted");
    expect(command.run(["auth", "list"]).code).toBe(0);
    for (const provider of ["openai", "groq"]) {
      const locked = command.run(["auth", "token", provider]);
      expect([locked.code, locked.stdout]).toEqual([4, ""]);
      expect(command.run(["auth", "token", provider], more).stdout).toContain(key);
    }
    const line = "modelforge auth token openai --passphrase-fd 3 3<<<";
    expect(command.shell(`${line} 'open sesame'`).stdout).toBe(`${key}\n`);
    const wrong = command.shell(`${line} 'open sesam'`);
    expect([wrong.code, wrong.stderr]).toEqual([
      4,
      "error: stored credentials are kept encrypted, and the passphrase is another one\nhint: MODELFORGE_PASSPHRASE_FILE names a file with it, --passphrase-fd a descriptor\n",
    ]);
    // one more under another passphrase would be two stores in one
    expect(command.shell(`printf ${key} | modelforge auth login xai --key-stdin`).code).toBe(4);
  });
});

describe("the store", () => {
  it("is where the variables say, the first of them first", () => {
    const { command } = setUp();
    const kept = (more: Record<string, string>): string[] => {
      expect(command.run(["auth", "login", "openai", "--api-key", key], more).code).toBe(0);
      return places.filter((place) => existsSync(join(place, "credentials/store.json")));
    };
    const data = join(command.home, "data");
    const xdg = join(command.home, "xdg");
    const usual = join(command.home, ".local/share/model-forge");
    const places = [data, join(xdg, "model-forge"), usual];
    expect(kept({ MODELFORGE_DATA_DIR: data, XDG_DATA_HOME: xdg })).toEqual([data]);
    expect(kept({ XDG_DATA_HOME: xdg })).toEqual(places.slice(0, 2));
    expect(kept({})).toEqual(places);
  });
});
