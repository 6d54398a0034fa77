import { expect, it } from "vitest";
import { said } from "./said.ts";

it.each([
  ["gpt-5", "gpt-5"],
  ["", '""'],
  ["  ", '"  "'],
  ["\t", String.raw`"\t"`],
  [" gpt", " gpt"],
])("%j stands in a sentence as %s", (name, expected) => {
  expect(said(name)).toBe(expected);
});
