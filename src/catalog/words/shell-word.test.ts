import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean } from "./clean.ts";
import { anyCharacter } from "../../testing/any-character.ts";
import { quotedWord, shellWord } from "./shell-word.ts";

const escape = "\u001b";

/** What bash hands a program for the words of a line. */
function wordsFor(line: string): string[] {
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", `printf '%s\\0' ${line}`], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" },
  });
  if (stderr !== "") throw new Error(stderr);
  return stdout.split("\0").slice(0, -1);
}

describe("a word for a shell", () => {
  it.each([
    ["openai/gpt-5:free@1", "openai/gpt-5:free@1"],
    ["", "''"],
    ["a'b $(rm)", `'a'\\''b $(rm)'`],
    ["模型", "'模型'"],
    [`x${escape}'; rm -rf ~ #`, `$'x\\033\\047; rm -rf ~ #'`],
    ["a\nb\\", `$'a\\012b\\134'`],
    ["a\u202eb", `$'a\\342\\200\\256b'`],
  ])("%j is written %s", (word, written) => {
    expect(shellWord(word)).toBe(written);
  });

  it.each([
    ["claude sonnet", '"claude sonnet"'],
    ["$(reboot)", "'$(reboot)'"],
    ["`reboot`", "'`reboot`'"],
    ['"; reboot "', `'"; reboot "'`],
    ["a\\", "'a\\'"],
    ["wow!", "'wow!'"],
    [`${escape}"`, `$'\\033"'`],
  ])("%j in quotes is %s", (word, written) => {
    expect(quotedWord(word)).toBe(written);
  });

  it("is what it was once a shell has read the cleaned line, whatever it is", () => {
    const piece = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 8 }),
      fc.constantFrom(escape, "'", "\\", '"', "$(x)", "`", "\u009b", "\u200d", "\n", "; ", "!"),
    );
    const word = fc
      .array(piece, { maxLength: 8 })
      // no program can be given a NUL, and a half of a character is none
      .map((pieces) => pieces.join("").replaceAll(/\0|\p{Cs}/gu, ""));
    const words = fc.sample(word, { seed: 4340, numRuns: 400 });
    for (const write of [shellWord, quotedWord]) {
      const line = words.map(write).join(" ");
      expect(clean(line)).toBe(line);
      expect(wordsFor(line)).toEqual(words);
    }
  });
});
