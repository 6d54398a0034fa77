import { expect, it } from "vitest";
import { mixWeights, widthOf } from "./weights.ts";

it("takes the use case's own where nothing is given, and leaves the rest to quality", () => {
  expect(mixWeights(0.6, {})).toEqual({ cost: 0.6, quality: 0.4 });
});

it("leaves what one weight does not take to the other, and brings both to 1", () => {
  expect(mixWeights(0.5, { cost: 0.9 })).toEqual({ cost: 0.9, quality: 0.1 });
  expect(mixWeights(0.6, { quality: 0.75 })).toEqual({ cost: 0.25, quality: 0.75 });
  expect(mixWeights(0.5, { cost: 0.2, quality: 0.6 })).toEqual({ cost: 0.25, quality: 0.75 });
  expect(mixWeights(0.6, { cost: 0, quality: 0 })).toEqual({ cost: 0.5, quality: 0.5 });
});

it("makes one spread of the middle, one band of cost alone and none of quality alone", () => {
  expect(widthOf({ cost: 0.5, quality: 0.5 })).toBe(1);
  expect(widthOf({ cost: 1, quality: 0 })).toBe(Number.POSITIVE_INFINITY);
  expect(widthOf({ cost: 0, quality: 1 })).toBe(0);
});
