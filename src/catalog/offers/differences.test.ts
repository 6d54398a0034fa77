import { describe, expect, it } from "vitest";
import { oneModel } from "../../testing/one-model.ts";
import { differencesFrom } from "./differences.ts";

const maker = oneModel("lab/m", { limit: { context: 200_000, output: 64_000 } });

describe("differencesFrom", () => {
  it("finds none between a row and itself, nor between equal rows", () => {
    expect(differencesFrom(maker, maker)).toEqual([]);
    const same = oneModel("seller/m", { limit: { context: 200_000, output: 64_000 } });
    expect(differencesFrom(maker, same)).toEqual([]);
  });

  it("names limits that differ, whichever is larger", () => {
    const other = oneModel("seller/m", { limit: { context: 1_000_000, output: 8_192 } });
    expect(differencesFrom(maker, other)).toEqual([
      "context 1M instead of 200k",
      "output 8.2k instead of 64k",
    ]);
  });

  it("says nothing of limits one side does not list", () => {
    const other = oneModel("seller/m", { limit: { context: 0, output: 0 } });
    expect(differencesFrom(maker, other)).toEqual([]);
    expect(differencesFrom(other, maker)).toEqual([]);
  });

  it("names what is missing and what is added", () => {
    const limit = { context: 200_000, output: 64_000 };
    const other = oneModel("seller/m", { limit, tool_call: false, reasoning: true });
    expect(differencesFrom(maker, other)).toEqual(["no tools", "with reasoning"]);
  });
});
