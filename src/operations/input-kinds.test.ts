import { expect, it } from "vitest";
import { failureOf } from "../testing/failures.ts";
import { text } from "./input-kinds.ts";

it("takes half a character of a program for what a catalog has for it, and nothing but text", () => {
  expect(text.accepts?.("acme/two\ud800")).toBe(false);
  expect(text.read("acme/two\ud800", "model")).toBe("acme/two\ufffd");
  expect(text.accepts?.("acme/😀")).toBe(true);
  expect(failureOf(() => text.read(7, "model")).code).toBe("usage.bad-value");
});
