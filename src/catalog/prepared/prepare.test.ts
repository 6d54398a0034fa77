import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { realCodec } from "../../system/real/codec.ts";
import {
  assortedCatalog,
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { parseCatalog } from "../parse/catalog.ts";
import { memoryParts, preparedVersion } from "./parts.ts";
import { prepareCatalog } from "../prepare-catalog.ts";

const document = wireCatalog(
  wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-oss-120b")]),
  wireProvider("azure", [wireModel("GPT-5"), wireModel("shared")]),
  wireProvider("router", [wireModel("openai/gpt-5"), wireModel("qwen/shared")]),
);
const facts = {
  "openai/gpt-5": { name: "GPT-5" },
  "qwen/shared": { name: "of Qwen" },
  "meta/shared": { name: "of Meta" },
};

describe("prepared parts", () => {
  it("are the same bytes for the same catalog", () => {
    const [once, again] = [openInMemory(document, facts), openInMemory(document, facts)];
    expect(once.parts).toEqual(again.parts);
  });

  it("keep the record as it was received", () => {
    const odd = { ...wireModel("x"), unheard: { of: [1, null] }, cost: { input: "?" } };
    const { view } = openInMemory({ p: { models: { x: odd } } });
    const entry = view.findModelEntry("p/x");
    expect(entry === undefined ? undefined : view.wireOf(entry)).toEqual(odd);
  });

  it("find facts by ref, by an id written lab/id, and by a bare id one lab alone has", () => {
    const { view } = openInMemory(document, facts);
    const factsOf = (ref: string): string | undefined => {
      const entry = view.findModelEntry(ref);
      return entry === undefined ? undefined : view.factsOf(entry)?.name;
    };
    expect(factsOf("openai/gpt-5")).toBe("GPT-5");
    expect(factsOf("router/openai/gpt-5")).toBe("GPT-5");
    expect(factsOf("azure/GPT-5")).toBe("GPT-5");
    expect(factsOf("router/qwen/shared")).toBe("of Qwen");
    expect(factsOf("azure/shared")).toBeUndefined();
    expect(factsOf("openai/gpt-oss-120b")).toBeUndefined();
  });

  it("give all facts in the order of their ids", () => {
    const { view } = openInMemory(document, facts);
    expect(view.allFacts().map(({ id }) => id)).toEqual([
      "meta/shared",
      "openai/gpt-5",
      "qwen/shared",
    ]);
  });
});

describe("parts in memory", () => {
  it("are read whole or in pieces, and are empty where they are missing", () => {
    const bytes = new TextEncoder().encode("1\n22\n");
    const parts = memoryParts(new Map([["models.jsonl", { bytes, root: [5] }]]));
    const text = new TextDecoder();
    const lines = parts("models.jsonl");
    expect(lines.root).toEqual([5]);
    expect(text.decode(lines.whole())).toBe("1\n22\n");
    expect(text.decode(lines.read([2, 2, 0]))).toBe("22");
    expect(text.decode(lines.peek(2, 99))).toBe("22\n");
    expect(parts("wire.jsonl").whole().length).toBe(0);
  });
});

describe("the layout of what is prepared", () => {
  /** What a fixed catalog is prepared as, by the version that says so. */
  const layouts: Readonly<Record<number, string>> = { 20: "ffd80982f59f8a50" };

  it("has a version of its own for every form a catalog is prepared as", () => {
    const benchmarks = [{ name: "x", score: 7 }];
    const known = { "openai/openai-model-0": { name: "One", benchmarks } };
    const catalog = parseCatalog(assortedCatalog(), known);
    const hash = createHash("sha256");
    for (const [name, { bytes, root }] of prepareCatalog(catalog, realCodec.checksum)) {
      hash.update(`${name} ${root.join()} ${bytes.length}\n`).update(bytes);
    }
    // another form: raise preparedVersion, and write down what it is now
    const found = hash.digest("hex").slice(0, 16);
    expect([preparedVersion, found]).toEqual([preparedVersion, layouts[preparedVersion]]);
  });
});
