import { expect } from "vitest";
import type { Captured } from "./captured.ts";
import { forged, uncleaned } from "./payloads.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the styles of the command and its progress, and no others
const own = /\u001b\[(?:1|2|22|31|32|33|36|39)m|\r\u001b\[2K/g;

/** What is left of the command's own in an output; anything uncleaned in it is from outside. */
function foreign(
  { stdout, stderr }: Captured,
  words: readonly string[],
  isTerminal: boolean,
): string {
  const cells = words.includes("tsv") ? stdout.replaceAll("\t", "") : stdout;
  const all = `${cells}${stderr}`;
  return isTerminal ? all.replaceAll(own, "") : all;
}

/** Fails where an output holds what no output may. */
export function expectClean(ran: Captured, words: readonly string[], isTerminal: boolean): void {
  const shown = foreign(ran, words, isTerminal);
  const found = uncleaned.exec(shown);
  const around = found === null ? "" : shown.slice(Math.max(0, found.index - 40), found.index + 9);
  expect([words, JSON.stringify(around)]).toEqual([words, '""']);
  expect(shown).not.toMatch(forged);
  expect(ran.stderr).not.toContain("ModelForge has a defect");
}
