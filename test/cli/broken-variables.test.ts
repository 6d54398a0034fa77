import { describe, expect, it } from "vitest";
import { createCommand } from "./command.ts";

const broken = {
  MODELFORGE_URL: "https:me:pw@mirror.example",
  MODELFORGE_TTL: "soon",
  MODELFORGE_TIMEOUT: "a while",
  MODELFORGE_MAX_CACHE_SIZE: "large",
  MODELFORGE_OFFLINE: "maybe",
  MODELFORGE_ALLOW_SNAPSHOT: "perhaps",
  MODELFORGE_FEATURE_BACKGROUND_REFRESH: "sometimes",
};

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
