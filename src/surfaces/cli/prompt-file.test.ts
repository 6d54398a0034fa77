import { describe, expect, it } from "vitest";
import { failureOf } from "../../testing/failures.ts";
import { countPromptTokens, encodingOf } from "./prompt-file.ts";

const text = "Tokens are counted, not guessed, where the encoding is known.";
const files = {
  readGiven: (path: string) => (path === "prompt.md" ? new TextEncoder().encode(text) : undefined),
  resolve: (path = "") => `/project/${path}`,
};

describe("countPromptTokens", () => {
  it("counts exactly for OpenAI's models of one encoding", async () => {
    const counted = await countPromptTokens({ files }, "prompt.md", ["openai/gpt-5", "gpt-4o"]);
    expect(counted).toEqual({ tokens: 13, how: "counted with o200k_base" });
  });

  it.each([[["claude-sonnet-4-5"]], [["gpt-5", "gpt-4"]], [["gpt-5", "claude-sonnet-4-5"]]])(
    "estimates for %j, and says so",
    async (models) => {
      const { tokens, how } = await countPromptTokens({ files }, "prompt.md", models);
      expect(how).toBe("an estimate");
      expect(tokens).toBeGreaterThan(8);
      expect(tokens).toBeLessThan(20);
    },
  );

  it.each([
    ["UTF-8 with its mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 of big ends", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ])("counts the same in %s", async (_, bytes) => {
    const marked = { ...files, readGiven: () => bytes };
    const { tokens } = await countPromptTokens({ files: marked }, "prompt.md", ["gpt-5"]);
    expect(tokens).toBe(13);
  });

  it("fails where there is no such file", async () => {
    const failure = await countPromptTokens({ files }, "none.md", ["gpt-5"]).catch(
      (error: unknown) => error,
    );
    expect(
      failureOf(() => {
        throw failure;
      }).code,
    ).toBe("file.not-found");
  });
});

describe("encodingOf", () => {
  it.each([
    ["openai/gpt-5", "o200k_base"],
    ["o3", "o200k_base"],
    ["gpt-4.1-mini", "o200k_base"],
    ["openai/gpt-4-turbo", "cl100k_base"],
    ["anthropic/claude-sonnet-4-5", undefined],
    ["o365", undefined],
  ])("of %s is %s", (model, encoding) => {
    expect(encodingOf(model)).toBe(encoding);
  });
});
