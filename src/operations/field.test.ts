import { describe, expect, it } from "vitest";
import { usageFields } from "../catalog/cost/usage.ts";
import { date, flag, names, share, word } from "../catalog/words/field.ts";
import { failureOf } from "../testing/failures.ts";
import { readerOf, recordOf } from "./field.ts";

const usage = recordOf(usageFields);
const read = (value: unknown) => usage.read(value, "usage");

describe("a usage from a program", () => {
  it("is whole numbers of tokens, parts as large as the whole among them", () => {
    const all = { input: 5, cached: 5, output: 7, reasoning: 7, cacheWrite: 9, inputAudio: 1 };
    expect(read(all)).toEqual(all);
    expect(read({ input: 0, output: 0 })).toEqual({ input: 0, output: 0 });
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "is refused with %d tokens, whatever they are of",
    (tokens) => {
      for (const key of Object.keys(usageFields)) {
        const { code, details } = failureOf(() => read({ input: 10, output: 10, [key]: tokens }));
        expect([code, details.field]).toEqual(["usage.bad-value", `usage.${key}`]);
      }
    },
  );

  it("is refused with more cached tokens than input, and more reasoning than output", () => {
    const cached = failureOf(() => read({ input: 1, cached: 2, output: 0 }));
    expect(cached.message).toBe("usage.cached of 2 is more than the input of 1");
    expect(cached.details).toEqual({ field: "usage.cached", given: 2 });
    const { hint } = failureOf(() => read({ input: 0, output: 1, reasoning: 2 }));
    expect(hint).toBe("reasoning is a part of the output");
  });
});

describe("a field", () => {
  it.each([
    ["a flag", flag, true, 1],
    ["a date", date, "2026-05", "2026-13"],
    ["a word", word("key", "sort key", ["name"]), "name", "Name"],
    ["a list of names", names("id", "provider"), ["openai"], "openai"],
    ["a share", share, 0.5, 1.5],
  ])("that is %s takes what it is and nothing else", (_, kind, right, wrong) => {
    const reader = readerOf({ kind, about: "" });
    expect(reader.read(right, "one")).toEqual(right);
    const { code, details } = failureOf(() => reader.read(wrong, "one"));
    expect([code, details.field, details.given]).toEqual(["usage.bad-value", "one", wrong]);
  });
});
