import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fitted, fitColumns } from "./fit-columns.ts";

const ref = (natural: number): Fitted => ({ natural, importance: undefined, cuts: "ref" });
const number = (natural: number, importance?: number): Fitted => ({
  natural,
  importance,
  cuts: "never",
});
const words = (natural: number, importance?: number): Fitted => ({
  natural,
  importance,
  cuts: "words",
});
const fit = (columns: Fitted[], width: number) => fitColumns(columns, width, 2);

describe("columns", () => {
  it("are all as wide as they need where there is room", () => {
    expect(fit([ref(20), number(6), words(30, 1)], 60)).toEqual([20, 6, 30]);
  });

  it("of little importance go before a ref is cut", () => {
    expect(fit([ref(50), number(6), words(30, 2)], 60)).toEqual([50, 6, undefined]);
  });

  it("that say more stay beside a ref that is cut, as long as it can be told from its like", () => {
    expect(fit([ref(50), number(6), number(7, 8)], 60)).toEqual([43, 6, 7]);
    expect(fit([ref(50), number(6), number(12, 8)], 50)).toEqual([42, 6, undefined]);
  });

  it("that went come back where others that went after them left room, the most important first", () => {
    const provider = [ref(20), words(25, 4), number(6, 5), words(8, 2), words(40, 3), words(60, 1)];
    expect(fit(provider, 80)).toEqual([20, 25, 6, 8, undefined, undefined]);
    expect(fit(provider, 100)).toEqual([20, 25, 6, undefined, 40, undefined]);
    expect(fit([ref(50), number(6), number(20, 8), number(3, 7)], 50)).toEqual([
      37,
      6,
      undefined,
      3,
    ]);
    // but none that says little beside a ref that is cut
    expect(fit([ref(50), number(6), words(40, 3), number(3, 2)], 50)).toEqual([
      42,
      6,
      undefined,
      undefined,
    ]);
  });

  it("that never go take room from the ref and from words, never from numbers", () => {
    expect(fit([ref(50), number(8), number(9), words(50)], 60)).toEqual([29, 8, 9, 8]);
    expect(fit([ref(50), number(8), number(9), words(50)], 80)).toEqual([41, 8, 9, 16]);
    expect(fit([ref(50), number(8), number(9), words(50), words(20)], 60)).toEqual([
      19, 8, 9, 8, 8,
    ]);
  });

  it("that nobody asked about go before any that somebody did, a price too", () => {
    const asked = { isAsked: true };
    const price = number(7);
    const some = [ref(25), price, { ...number(20), ...asked }, { ...words(40), ...asked }];
    expect(fit(some, 50)).toEqual([18, undefined, 20, 8]);
    expect(fit(some, 60)).toEqual([19, 7, 20, 8]);
  });

  it("that are asked about show what was asked for, where there is room for it", () => {
    const capabilities = { ...words(40), isAsked: true, least: 19 };
    expect(fit([ref(50), number(6), capabilities], 50)).toEqual([21, 6, 19]);
    expect(fit([ref(50), capabilities], 30)).toEqual([20, 8]);
  });

  it("never exceed the width, keep the first, and waste nothing", () => {
    const column = fc.record({
      natural: fc.integer({ min: 1, max: 60 }),
      importance: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      cuts: fc.constantFrom("ref", "words", "never"),
    });
    const columns = fc.array(column, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(columns, fc.integer({ min: 1, max: 130 }), (some, width) => {
        const widths = fit(some, width);
        const shown = widths.filter((one) => one !== undefined);
        const total = shown.reduce((sum, one) => sum + one + 2, -2);
        expect(total).toBeLessThanOrEqual(width);
        expect(widths[0]).toBeGreaterThan(0);
        const isCut = some.some(({ natural }, at) => (widths[at] ?? natural) < natural);
        if (isCut) expect(total).toBe(width);
        some.forEach(({ natural, importance }, at) => {
          if (isCut || importance === undefined || widths[at] !== undefined) return;
          expect(total + 2 + natural).toBeGreaterThan(width);
        });
        some.forEach(({ cuts, natural }, at) => {
          if (at > 0 && cuts === "never") expect([undefined, natural]).toContain(widths[at]);
        });
      }),
      { seed: 4742, numRuns: 1000 },
    );
  });
});
