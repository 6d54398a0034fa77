import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandTable } from "./command-table.ts";
import { globalFlags } from "./options.ts";
import { buildCommand, parseArguments } from "./parse.ts";
import { parsePlain } from "./parse-plain.ts";

const loaded = await Promise.all(
  commandTable.map(async (entry) => [entry.path, entry, await entry.load()] as const),
);

const values = [
  "gpt-5",
  "openai/gpt-5",
  "1",
  "40k",
  "json",
  "price",
  "coding",
  "bash",
  "tools",
  "background-refresh",
  "2025-05",
  "",
];

describe("a line that is understood plainly", () => {
  it.each(loaded)(
    "is understood in the same way by the other parser: %s",
    (_, entry, definition) => {
      const names = [...definition.flags, ...globalFlags].map(({ name }) => name);
      const word = fc.oneof(
        fc.constantFrom(...names),
        fc.constantFrom(...values),
        fc
          .tuple(fc.constantFrom(...names), fc.constantFrom(...values))
          .map(([a, b]) => `${a}=${b}`),
        fc.constantFrom("-h", "--help", "--", "-", "-x", "--frobnicate", "--no-", "-1"),
      );
      let understood = 0;
      const check = fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        let plain: ReturnType<typeof parsePlain>;
        try {
          plain = parsePlain(definition, words);
        } catch {
          return;
        }
        if (plain === undefined) return;
        understood += 1;
        const { args, options } = parseArguments(buildCommand(entry, definition, undefined), words);
        expect({ words, args: plain.args, options: plain.options }).toEqual({
          words,
          args,
          options,
        });
      });
      fc.assert(check, { seed: 8, numRuns: 2_000 });
      expect(understood).toBeGreaterThan(10);
    },
  );

  it.each(loaded.filter(([, , { often }]) => often !== undefined))(
    "finds what most lines of %s do with among its flags, and every one that is yes by itself",
    (_path, _entry, { often = [], flags }) => {
      const namesOf = (some: typeof flags) => some.map(({ name }) => name);
      expect(namesOf(flags)).toEqual(expect.arrayContaining(namesOf(often)));
      const denied = namesOf(flags).filter((name) => name.startsWith("--no-"));
      expect(namesOf(often)).toEqual(expect.arrayContaining(denied));
    },
  );
});
