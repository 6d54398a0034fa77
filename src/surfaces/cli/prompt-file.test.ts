import { describe, expect, it } from "vitest";
import { failureOf } from "../../testing/failures.ts";
import { utf32 } from "../../testing/utf32.ts";
import { countPromptTokens, encodingOf } from "./prompt-file.ts";

const text = "Tokens are counted, not guessed, where the encoding is known.";
const files = {
  readGiven: (path: string) => (path === "prompt.md" ? new TextEncoder().encode(text) : undefined),
  resolve: (path = "") => `/project/${path}`,
};

const utf16 = (plain: string): Buffer => Buffer.from(`\ufeff${plain}`, "utf16le");

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

  it.each<[what: string, bytes: Buffer, message: string, offset: number]>([
    ["Latin-1", Buffer.from("caf\u00e9", "latin1"), "not UTF-8: byte 0xe9 at offset 3", 3],
    ["a picture", Buffer.from("\u0089PNG\r\n", "latin1"), "not UTF-8: byte 0x89 at offset 0", 0],
    ["a program", Buffer.from("\u007fELF\0\0"), "no text: byte 0x00 at offset 4", 4],
    ["UTF-16 without its mark", Buffer.from(text, "utf16le"), "not UTF-8: it is UTF-16 by its", 0],
    ["UTF-16 cut short", utf16("abc").subarray(0, 7), "not UTF-16: byte 0x63 at offset 6", 6],
    ["half a pair of UTF-16", utf16("a\ud83db"), "not UTF-16: byte 0x3d at offset 4", 4],
    ["UTF-16 with a NUL", utf16("ab\0"), "no text: byte 0x00 at offset 6", 6],
    ["UTF-32 with its mark", utf32(`\ufeff${text}`), "not UTF-8: it is UTF-32 by its", 0],
    ["UTF-32 of big ends", utf32(text).swap32(), "not UTF-8: it is UTF-32 by its", 0],
  ])("refuses %s by name, with the place", async (_, bytes, message, offset) => {
    const given = { ...files, readGiven: () => bytes };
    const counting = countPromptTokens({ files: given }, "prompt.md", ["gpt-5"]);
    await expect(counting).rejects.toMatchObject({
      code: "file.unreadable",
      message: expect.stringContaining(`prompt.md is ${message}`),
      details: { path: "prompt.md", offset },
    });
  });

  it("counts characters beyond the first plane in UTF-16 as in UTF-8", async () => {
    const counts = [utf16("a\u{1f600}b"), Buffer.from("a\u{1f600}b")].map(async (bytes) =>
      countPromptTokens({ files: { ...files, readGiven: () => bytes } }, "prompt.md", ["gpt-5"]),
    );
    const [wide, narrow] = await Promise.all(counts);
    expect(wide).toEqual(narrow);
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
