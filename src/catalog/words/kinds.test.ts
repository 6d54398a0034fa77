import { expect, it } from "vitest";
import { findKind, kinds } from "./kinds.ts";

it("a kind is found by its own word in any case, and by what people call it besides", () => {
  for (const kind of kinds) expect(findKind(` ${kind.toUpperCase()} `)).toBe(kind);
  expect(["embeddings", "TTS", "image-generation"].map(findKind)).toEqual([
    "embedding",
    "speech",
    "image",
  ]);
});

it("no other word is a kind", () => {
  for (const word of ["", "vision", "constructor", "chatt"]) expect(findKind(word)).toBeUndefined();
});
