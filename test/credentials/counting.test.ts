import { describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { key, setUp } from "./set-up.ts";

describe("the key that counts", () => {
  it("is the one that every command takes, whatever other variables of the provider say", () => {
    const { command, piped } = setUp({
      OPENAI_API_KEY: `${key}-theirs`,
      MODELFORGE_OPENAI_API_KEY: `${key}-ours`,
      GEMINI_API_KEY: `${key}-gemini`,
      GOOGLE_API_KEY: `${key}-google`,
    });
    piped(`${key}-stored`, "auth login openai --key-stdin");
    const given = (provider: string, variable: string, ...words: string[]) =>
      command.run(["auth", "exec", provider, ...words, "--", "printenv", variable]).stdout;
    expect(given("openai", "OPENAI_API_KEY")).toBe(`${key}-ours\n`);
    expect(given("openai", "OPENAI_API_KEY", "--account", "default")).toBe(`${key}-stored\n`);
    for (const variable of ["GEMINI_API_KEY", "GOOGLE_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"]) {
      expect(given("google", variable)).toBe(`${key}-google\n`);
    }
    expect(command.run(["auth", "token", "openai"]).stdout).toBe(`${key}-ours\n`);
    expect(command.run(["auth", "token", "google"]).stdout).toBe(`${key}-google\n`);
  });

  it("is one for each variable: what two providers would put into it is said", () => {
    const { command, piped } = setUp();
    piped(`${key}-1`, "auth login alibaba --key-stdin");
    piped(`${key}-2`, "auth login alibaba-cn --key-stdin");
    const ran = command.run(["auth", "exec", "--", "printenv", "DASHSCOPE_API_KEY"]);
    expect([ran.code, ran.stdout]).toEqual([0, `${key}-1\n`]);
    expect(ran.stderr).toContain(
      "DASHSCOPE_API_KEY is the key of alibaba; that of alibaba-cn has no other variable",
    );
  });

  it("is shown beside what goes before it, though that is set for other reasons, too", () => {
    const { command, piped } = setUp({ GITHUB_TOKEN: "some-token-0123456" });
    expect(command.run(["auth", "status"]).stdout).toBe("");
    piped(key, "auth login github-models --key-stdin");
    const { stdout } = command.run(["auth", "status"]);
    expect(stdout).toMatch(/env:GITHUB_TOKEN +3456/);
    expect(stdout).toMatch(/file, default \(not used\)/);
  });

  it("count behind our own variables, and those behind the provider's; what is blank is not there", () => {
    const { piped, command } = setUp();
    piped(`${key}-stored`, "auth login openai --key-stdin");
    const found = (more: Record<string, string>) =>
      answerOf<{ source: string; active: boolean; lastFour: string }[]>(
        command.run(["auth", "status", "openai", "--json"], more),
      ).result.map(({ source, active, lastFour }) => [source, active, lastFour]);
    expect(found({ OPENAI_API_KEY: "  " })).toEqual([["file", true, "ored"]]);
    expect(
      found({ OPENAI_API_KEY: `${key}-theirs`, MODELFORGE_OPENAI_API_KEY: `${key}-ours` }),
    ).toEqual([
      ["env:MODELFORGE_OPENAI_API_KEY", true, "ours"],
      ["env:OPENAI_API_KEY", false, "eirs"],
      ["file", false, "ored"],
    ]);
    const theirs = { OPENAI_API_KEY: `${key}-theirs` };
    expect(command.run(["auth", "token", "openai"], theirs).stdout).toBe(`${key}-theirs\n`);
    expect(command.run(["auth", "token", "openai", "--account", "default"], theirs).stdout).toBe(
      `${key}-stored\n`,
    );
  });
});
