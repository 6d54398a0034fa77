import { describe, expect, it } from "vitest";
import { derivedWords } from "./derived-words.ts";
import { type Offer, SmallCatalog } from "./small-catalog.ts";

const open = (id: string, name: string, more: Record<string, unknown> = {}): Offer => ({
  id,
  name,
  open_weights: true,
  ...more,
});

describe("what a community made of somebody's weights", () => {
  it.each(Object.keys(derivedWords))("is not its base, called %s in id or name", (word) => {
    const base = open("tiny/tiny-3.3-8b-instruct", "Tiny 3.3 8B");
    const catalog = new SmallCatalog({
      a: [base],
      b: [base],
      c: [
        open(`tiny-3.3-8b-${word}`, "Tiny 3.3 8B"),
        open(`${word}-tiny-3.3-8b`, `${word} tiny 3.3 8b`),
        open(`${word}/tiny-9-8b`, "Of their own"),
        open(`${word}-tiny-9-8b`, "Of their own too"),
      ],
      d: [open("tiny-3.3-8b", `Tiny 3.3 8B (${word})`), open("tiny-9-8b", "Tiny 9")],
    });
    for (const ref of [`c/tiny-3.3-8b-${word}`, `c/${word}-tiny-3.3-8b`, "d/tiny-3.3-8b"])
      expect(catalog.areSame("a/tiny/tiny-3.3-8b-instruct", ref)).toBe(false);
    expect(catalog.of("d/tiny-3.3-8b")).toMatchObject({ reason: "alone", confidence: 0.9 });
    expect(catalog.areSame(`c/${word}-tiny-9-8b`, "d/tiny-9-8b")).toBe(false);
  });

  it("is the base where nobody else can train it: the name tells how it is asked", () => {
    const closed = { id: "tiny-plus", name: "Tiny Plus" };
    const catalog = new SmallCatalog({
      a: [closed],
      b: [closed],
      c: [{ id: "tiny-plus", name: "Tiny Plus Uncensored" }],
    });
    expect(catalog.areSame("a/tiny-plus", "c/tiny-plus")).toBe(true);
  });

  it("stays with its own kind where ids or most names say it", () => {
    const own = open("lab/lab-rp-8b", "Lab RP 8B");
    const named = open("lab/mini-8b", "Mini 8B Uncensored");
    const catalog = new SmallCatalog({
      a: [own, named],
      b: [open("lab/lab-rp-8b", "Tiny 8B (uncensored)"), named],
      c: [open("lab/mini-8b", "Mini 8B")],
    });
    expect(catalog.areSame("a/lab/lab-rp-8b", "b/lab/lab-rp-8b")).toBe(true);
    expect(catalog.areSame("a/lab/mini-8b", "c/lab/mini-8b")).toBe(true);
  });

  it("is not told to be of a size by another who made the same of a size", () => {
    const catalog = new SmallCatalog({
      a: [open("tiny-4-uncensored", "Tiny 4 Uncensored")],
      b: [open("tiny-4-26b-a4b-uncensored", "Tiny 4 26B A4B Uncensored")],
    });
    expect(catalog.areSame("a/tiny-4-uncensored", "b/tiny-4-26b-a4b-uncensored")).toBe(false);
  });

  it("keeps the word that its uploader puts before several models", () => {
    const catalog = new SmallCatalog({
      a: ["tiny-2.5-32b", "llama-3.3-70b"],
      b: ["tiny-2.5-32b", "llama-3.3-70b"],
      hub: ["EVO-UNIT/EVO-tiny-2.5-32b", "EVO-UNIT/EVO-llama-3.3-70b"],
    });
    expect(catalog.areSame("hub/EVO-UNIT/EVO-llama-3.3-70b", "a/llama-3.3-70b")).toBe(false);
  });
});
