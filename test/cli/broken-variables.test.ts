import { describe, expect, it } from "vitest";
import { variables } from "../../src/system/variables.ts";
import { createCommand } from "./command.ts";

/** Each as wrong as it can be. */
const broken: Record<string, string> = {
  MODELFORGE_URL: "https:me:pw@mirror.example",
  MODELFORGE_CONFIG_DIR: "/proc/nowhere",
  MODELFORGE_STATE_DIR: "/proc/nowhere",
  MODELFORGE_DATA_DIR: "/proc/nowhere",
  MODELFORGE_ACCOUNT: "no such account",
  MODELFORGE_PASSPHRASE_FILE: "/no/such/passphrase",
  MODELFORGE_PAGER: "/no/such/pager",
  MODELFORGE_TTL: "soon",
  MODELFORGE_TIMEOUT: "a while",
  MODELFORGE_MAX_CACHE_SIZE: "large",
  MODELFORGE_MODEL: "no/such/model",
  MODELFORGE_OFFLINE: "maybe",
  MODELFORGE_ALLOW_SNAPSHOT: "perhaps",
  MODELFORGE_FEATURE_BACKGROUND_REFRESH: "sometimes",
  MODELFORGE_FEATURE_CATALOG: "often",
  MODELFORGE_FEATURE_CODE_CACHE: "seldom",
  HTTPS_PROXY: "socks5://nowhere",
  ALL_PROXY: "nowhere:port",
  HTTP_PROXY: "ftp://",
  NO_PROXY: "10.0.0.0/99",
  SSL_CERT_FILE: "/no/such/file.pem",
  NODE_TLS_REJECT_UNAUTHORIZED: "perhaps",
  TERM: "none",
  FORCE_COLOR: "loud",
  COLUMNS: "wide",
  CI: "who knows",
};

/** Where it is anything is right; Node itself has a word to say of the second. */
const neverBroken = ["MODELFORGE_CACHE_DIR", "NODE_EXTRA_CA_CERTS", "NO_COLOR"];

it("every variable of the reference is among the broken ones, but for those that cannot be", () => {
  const documented = variables
    .flatMap(({ name }) => name.split(", "))
    .filter((name) => !name.includes("<"));
  expect([...Object.keys(broken), ...neverBroken].toSorted()).toEqual(documented.toSorted());
});

describe("with every variable broken", () => {
  const { run, env } = createCommand(broken);

  it.each([
    ["--help"],
    ["--version"],
    ["help", "list"],
    ["list", "--help"],
    ["cache", "--help"],
    ["completion", "bash"],
    ["complete", "--", "li"],
  ])("what needs none of them goes on working: %s %s", (...args) => {
    const { code, stdout, stderr } = run(args);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).not.toBe("");
  });

  it("config path prints the file", () => {
    const path = "/proc/nowhere/config.json";
    expect(run(["config", "path"])).toEqual({ code: 0, stdout: `${path}\n`, stderr: "" });
  });

  it("cache path prints the directory", () => {
    expect(run(["cache", "path"])).toEqual({
      code: 0,
      stdout: `${env.MODELFORGE_CACHE_DIR}\n`,
      stderr: "",
    });
  });
});

describe("a variable that is not understood", () => {
  const { run } = createCommand({ MODELFORGE_OFFLINE: "1" });

  it.each([
    ["MODELFORGE_TTL", "soon"],
    ["MODELFORGE_TIMEOUT", "a while"],
    ["MODELFORGE_MAX_CACHE_SIZE", "large"],
    ["MODELFORGE_OFFLINE", "maybe"],
    ["MODELFORGE_OFFLINE", "on"],
    ["MODELFORGE_ALLOW_SNAPSHOT", "2"],
    ["MODELFORGE_FEATURE_BACKGROUND_REFRESH", "sometimes"],
    ["MODELFORGE_FEATURE_CATALOG", "off"],
    ["MODELFORGE_FEATURE_CODE_CACHE", "x"],
    ["MODELFORGE_FEATURE_CODE_CACHE", "off"],
  ])("is named by what asks the catalog: %s=%s", (name, value) => {
    for (const args of [["list"], ["info", "openai/gpt-4o"]]) {
      const { code, stdout, stderr } = run(args, { [name]: value });
      expect([args, code, stdout]).toEqual([args, 2, ""]);
      expect(stderr).toContain(`${name} is not understood: ${value}`);
    }
  });

  it.each(["1", "0", "true", "FALSE", "yes", "No", ""])("is none as a yes or no: %j", (value) => {
    const { code } = run(["list", "--limit", "1"], { MODELFORGE_ALLOW_SNAPSHOT: value });
    expect(code).toBe(0);
  });
});
