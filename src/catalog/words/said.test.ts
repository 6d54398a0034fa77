import { expect, it } from "vitest";
import { beginningOf, said } from "./said.ts";

it.each([
  ["gpt-5", "gpt-5"],
  ["", '""'],
  ["  ", '"  "'],
  ["\t", String.raw`"\t"`],
  [" gpt", " gpt"],
])("%j stands in a sentence as %s", (name, expected) => {
  expect(said(name)).toBe(expected);
});

it("a long name is cut, and between characters", () => {
  expect(beginningOf("é".repeat(80))).toBe("é".repeat(80));
  expect(beginningOf("é".repeat(81))).toBe(`${"é".repeat(80)}…`);
  expect(beginningOf(`${"é".repeat(79)}😀`)).toBe(`${"é".repeat(79)}…`);
});
