import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { oneModel } from "../../../testing/one-model.ts";
import { kindOf } from "./kind-of.ts";
import { kinds } from "../../words/kinds.ts";

/** Labelled by hand before anybody had looked at what the rules say of them. */
const file = resolve(import.meta.dirname, "../../../../test/fixtures/labelled-kinds.tsv");
const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
const rows = lines.map((line) => {
  const [label = "", ref = "", family = "", takes = "", gives = "", context, output] =
    line.split("\t");
  const model = oneModel(ref, {
    // upstream's names for people say the same as the ids
    name: ref.slice(ref.indexOf("/") + 1),
    family: family || undefined,
    modalities: { input: takes.split(" "), output: gives.split(" ") },
    limit: { context: Number(context), output: Number(output) },
  });
  return { label, ref, kind: kindOf(model) };
});

describe("150 rows of a real catalog, drawn over all kinds and all rare media", () => {
  it("hold every kind", () => {
    expect(rows.length).toBe(150);
    expect([...new Set(rows.map(({ label }) => label))].toSorted()).toEqual(kinds.toSorted());
  });

  it("are of the kind a person says they are, but for the one that is known to be wrong", () => {
    const wrong = rows.filter(({ label, kind }) => label !== kind);
    expect(wrong).toEqual([
      // captions pictures and answers one question; nothing in its row says that it holds no conversation
      { label: "other", ref: "nvidia/google/google-paligemma", kind: "chat" },
    ]);
  });
});
