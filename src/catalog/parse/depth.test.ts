import { describe, expect, it } from "vitest";
import { isNestedTooDeep } from "./depth.ts";

const lists = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
const objects = (levels: number): unknown =>
  JSON.parse(`${'{"a":1,"b":'.repeat(levels)}null${"}".repeat(levels)}`);

describe("nesting", () => {
  it.each([1, 6, 64])("of %i levels is read", (levels) => {
    expect(isNestedTooDeep(lists(levels))).toBe(false);
    expect(isNestedTooDeep(objects(levels))).toBe(false);
  });

  it.each([65, 5_000, 1_000_000])("of %i levels is not", (levels) => {
    expect(isNestedTooDeep(lists(levels))).toBe(true);
    expect(isNestedTooDeep(objects(levels))).toBe(true);
  });

  it("is none where nothing is nested", () => {
    for (const value of [null, undefined, 7, "x", true, {}, []]) {
      expect(isNestedTooDeep(value)).toBe(false);
    }
  });
});
