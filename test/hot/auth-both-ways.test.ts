import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { printedOn } from "../terminal/printed.ts";
import { expectSameBothWays, wholeWay } from "./both-ways.ts";
import { someOf } from "./some-of.ts";

const secret = "sk-planted-0123456789abcdef";
const command = createCommand({ MODELFORGE_URL: "https://127.0.0.1:1/", OPENAI_API_KEY: secret });

const lines: readonly string[][] = [
  [],
  ["openai"],
  ["OpenAI", "groq"],
  ["--provider", "openai"],
  ["openai,groq"],
  ["azure"],
  ["snowflake-cortex", "vllm", "google-vertex"],
  ["opnai"],
  ["house"],
  ["openai", "--account", "work"],
  ["--account", "nope"],
  ["--json"],
  ["openai", "--format", "csv"],
  ["--format", "yaml"],
  ["--format", "nothing"],
  ["--fields", "provider,source"],
  ["--fields", "nothing"],
  ["--jq", ".result[0].source"],
  ["--check", "--offline"],
  ["--all"],
  ["--lmit"],
  ["--quiet"],
  ["--verbose"],
  ["--no-config"],
  ["openai", "-o", "/proc/nowhere/out"],
  [secret],
  ["--help"],
].map((words) => ["auth", "status", ...words]);

/** A directory of data with such a store. */
function dataWith(store: string | undefined, rights = 0o600): string {
  const data = mkdtempSync(join(command.home, "data-"));
  const directory = join(data, "credentials");
  mkdirSync(directory, { mode: 0o700 });
  if (store === undefined) return data;
  writeFileSync(join(directory, "store.json"), store, { mode: 0o600 });
  chmodSync(join(directory, "store.json"), rights);
  return data;
}

const account = (more: object) => ({
  provider: "groq",
  account: "default",
  active: true,
  addedAt: "2026-11-01T00:00:00Z",
  lastFour: "cdef",
  ...more,
});
const storeOf = (...accounts: object[]): string => JSON.stringify({ version: 1, accounts });

/** A store as the command itself writes it. */
function written(): string {
  const data = mkdtempSync(join(command.home, "written-"));
  const more = { MODELFORGE_DATA_DIR: data };
  for (const words of [
    ["auth", "login", "groq", "--api-key", "gsk_0123456789abcdef0123", "--store", "file"],
    ["auth", "login", "openai", "--account", "work", "--api-key", secret, "--store", "file"],
    ["auth", "trust", "openai", "proxy.example:8443", "--yes"],
  ])
    expect(command.run(words, more).code).toBe(0);
  return data;
}

describe("the short way of auth status", () => {
  it.each<[string, () => Record<string, string>]>([
    ["nothing is kept", () => ({})],
    ["keys are kept", () => ({ MODELFORGE_DATA_DIR: written() })],
    ["the store is empty", () => ({ MODELFORGE_DATA_DIR: dataWith("") })],
    ["the store is broken", () => ({ MODELFORGE_DATA_DIR: dataWith("{") })],
    ["others may read the store", () => ({ MODELFORGE_DATA_DIR: dataWith(storeOf(), 0o644) })],
    ["others may write the store", () => ({ MODELFORGE_DATA_DIR: dataWith(storeOf(), 0o666) })],
    [
      "the store is of a newer version",
      () => ({ MODELFORGE_DATA_DIR: dataWith('{"version": 99, "accounts": []}') }),
    ],
    [
      "a key is kept in a keychain, another is not understood",
      () => ({
        MODELFORGE_DATA_DIR: dataWith(
          storeOf(account({ keychain: "groq/default/0123abcd" }), { provider: 3 }),
        ),
      }),
    ],
    [
      "a key is where a variable says",
      () => ({
        MY_KEY: `${secret}-mine`,
        MODELFORGE_DATA_DIR: dataWith(storeOf(account({ env: "MY_KEY" }))),
      }),
    ],
    [
      "clouds' own programs would find something",
      () => ({
        AWS_PROFILE: "gone",
        AZURE_TENANT_ID: "t",
        AWS_CONTAINER_CREDENTIALS_FULL_URI: "x",
      }),
    ],
    ["there is no place for a store", () => ({ MODELFORGE_DATA_DIR: "/dev/null" })],
    ["there is no home", () => ({ HOME: "" })],
    [
      "a configuration says where a provider is",
      () => {
        const directory = mkdtempSync(join(command.home, "config-"));
        const providers = {
          azure: { values: { AZURE_RESOURCE_NAME: "mine" } },
          openai: { enabled: false },
        };
        writeFileSync(join(directory, "config.json"), JSON.stringify({ providers }));
        return { MODELFORGE_CONFIG_DIR: directory, AZURE_API_KEY: `${secret}-azure` };
      },
    ],
    [
      "the configuration is broken",
      () => {
        const directory = mkdtempSync(join(command.home, "config-"));
        writeFileSync(join(directory, "config.json"), "{");
        return { MODELFORGE_CONFIG_DIR: directory };
      },
    ],
    ["several keys are in variables", () => ({ GROQ_API_KEY: `${secret}-2`, HF_TOKEN: " " })],
    ["a variable of ours names an account", () => ({ MODELFORGE_ACCOUNT: "work" })],
    ["a variable is none that is known", () => ({ MODELFORGE_CACHEDIR: "x" })],
    ["it is coloured", () => ({ FORCE_COLOR: "1" })],
  ])(
    "says byte for byte what the whole command says where %s",
    async (what, more) => {
      await expectSameBothWays(command, someOf(lines, 2, what), more());
    },
    120_000,
  );

  it("says the same on a terminal, at any width", async () => {
    const environment = { ...command.env, MODELFORGE_DATA_DIR: written() };
    for (const columns of [40, 100]) {
      for (const words of [["auth", "status"], ["auth", "status", "openai", "groq"], ["auth"]]) {
        const short = await printedOn(columns, words, environment);
        const whole = await printedOn(columns, wholeWay(words), environment);
        expect({ words, ...short }).toEqual({ words, ...whole });
      }
    }
  }, 60_000);

  it("shows no key, as the whole command does not", async () => {
    const ran = await command.ask(["auth", "status", "--json"]);
    expect(ran.stdout).toContain("env:OPENAI_API_KEY");
    expect(`${ran.stdout}${ran.stderr}`).not.toContain(secret);
  });
});
