import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../testing/any-character.ts";
import {
  assortedCatalog,
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../testing/catalog-builders.ts";
import { describeRealCatalogs, recordedCatalog } from "../testing/real-catalog.ts";
import { roundedFigure } from "./words/quality.ts";

const parsedLines = (bytes: Uint8Array): unknown[] =>
  new TextDecoder()
    .decode(bytes)
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);

it("knows of every row what its model's figure rests on, and of none that has no figure", () => {
  const { view } = recordedCatalog.open();
  const { quality } = view.columns;
  const known = view.refs.map((_, row) => view.evidenceAt(row));
  expect(known.filter((one) => one !== null).length).toBeGreaterThan(100);
  known.forEach((one, row) => {
    expect(roundedFigure(one?.value ?? Number.NaN)).toBe(quality[row]);
  });
});

describe("finding a model", () => {
  const { view } = openInMemory(
    wireCatalog(
      wireProvider("amazon-bedrock", [wireModel("Kimi-K2"), wireModel("kimi-k2")]),
      wireProvider("router", [wireModel("openai/GPT-5")]),
    ),
  );

  it("takes the exact ref before one in other letters", () => {
    expect(view.findModel("amazon-bedrock/kimi-k2")?.id).toBe("kimi-k2");
    expect(view.findModel("amazon-bedrock/Kimi-K2")?.id).toBe("Kimi-K2");
  });

  it("forgives case, and underscores and spaces in the provider, where nothing matches exactly", () => {
    expect(view.findModel("Router/OpenAI/gpt-5")?.ref).toBe("router/openai/GPT-5");
    expect(view.findModel("Amazon Bedrock/kimi-k2")?.provider).toBe("amazon-bedrock");
  });

  it("takes neither of two that differ in case alone, where nothing matches exactly", () => {
    expect(view.findModel("amazon_bedrock/KIMI-K2")).toBeUndefined();
    expect(view.refsAlike("amazon_bedrock/KIMI-K2")).toEqual([
      "amazon-bedrock/Kimi-K2",
      "amazon-bedrock/kimi-k2",
    ]);
  });

  it("finds nothing for a ref there is not, an id alone, or nothing", () => {
    for (const ref of ["router/gpt-5", "kimi-k2", "", "/", "__proto__/x"]) {
      expect(view.findModel(ref)).toBeUndefined();
      expect(view.findModel(ref)).toBeUndefined();
    }
  });

  it("finds each row of any catalog by its own ref", () => {
    const id = fc.oneof(
      fc.string({ minLength: 1, maxLength: 6, unit: anyCharacter }),
      fc.constantFrom("a/b", "A/B", "a_b", "a b", " a", "a ", "toString"),
    );
    const isId = (text: string): boolean =>
      text.trim() !== "" && !["__proto__", "constructor", "prototype"].includes(text);
    const ids = fc.uniqueArray(id.filter(isId), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 4 }), (providers) => {
        const document = wireCatalog(
          ...providers.map((one, at) =>
            wireProvider(
              `p${at}`,
              one.map((text) => wireModel(text)),
            ),
          ),
        );
        const opened = openInMemory(document);
        opened.models.forEach((model, row) => {
          expect(opened.view.findModelEntry(model.ref)?.row).toBe(row);
          expect(opened.view.modelAt(row)).toEqual(model);
        });
      }),
      { seed: 4340, numRuns: 150 },
    );
  });
});

describe("refs", () => {
  it("stand in the order of the rows", () => {
    const { view, models } = openInMemory(assortedCatalog());
    expect(view.refs).toEqual(models.map(({ ref }) => ref));
  });

  it("are none where there are no models", () => {
    expect(openInMemory({ empty: { models: {} } }).view.refs).toEqual([]);
  });

  it("stay one per row where an id holds a line feed", () => {
    const document = wireCatalog(wireProvider("p", [wireModel("a\nb"), wireModel("c")]));
    const { view, models } = openInMemory(document);
    expect(view.refs).toEqual(models.map(({ ref }) => ref));
  });
});

describe("finding sellers of a bare id", () => {
  const { view } = openInMemory(
    wireCatalog(
      wireProvider("azure", [wireModel("GPT-5")]),
      wireProvider("openai", [wireModel("gpt-5")]),
      wireProvider("router", [wireModel("openai/gpt-5")]),
    ),
  );

  it("gives their rows in ref order, whatever the case, and which of them is the maker's", () => {
    const found = view.findId(" gpt-5 ");
    expect(found?.rows.map(({ ref }) => ref)).toEqual(["azure/GPT-5", "openai/gpt-5"]);
    expect(found?.maker).toBe(1);
    expect(view.findId("openai/gpt-5")?.rows.map(({ ref }) => ref)).toEqual([
      "router/openai/gpt-5",
    ]);
    expect(view.findId("openai/gpt-5")?.maker).toBeNull();
  });

  it("gives nothing for an id nobody sells", () => {
    expect(view.findId("gpt-6")).toBeUndefined();
  });
});

describe("finding a provider", () => {
  it("takes its id or its display name, case and underscores forgiven", () => {
    const { view } = openInMemory({
      "amazon-bedrock": { name: "Amazon Bedrock", models: {} },
      "wafer.ai": { name: "Wafer", models: {} },
      zai: { name: "Z.AI", models: {} },
    });
    const idOf = (name: string): string | undefined => view.findProvider(name)?.provider.id;
    expect(idOf("Amazon_Bedrock")).toBe("amazon-bedrock");
    expect(idOf(" amazon bedrock ")).toBe("amazon-bedrock");
    expect(idOf("WAFER.AI")).toBe("wafer.ai");
    expect(idOf("wafer")).toBe("wafer.ai");
    expect(idOf("z.ai")).toBe("zai");
    expect(idOf("bedrock")).toBeUndefined();
    expect(view.providers().map(({ id }) => id)).toEqual(["amazon-bedrock", "wafer.ai", "zai"]);
  });

  it("takes an id before another's display name", () => {
    const { view } = openInMemory({
      a: { name: "b", models: {} },
      b: { name: "a", models: {} },
    });
    expect(view.findProvider("a")?.provider.id).toBe("a");
    expect(view.findProvider("b")?.provider.id).toBe("b");
  });

  it("takes the exact id before one in other letters", () => {
    const { view } = openInMemory({
      "a-b": { models: {} },
      a_b: { models: {} },
      A: { models: {} },
      a: { models: {} },
    });
    for (const id of ["a-b", "a_b", "A", "a"]) {
      expect(view.findProvider(id)?.provider.id).toBe(id);
    }
  });
});

describe("many rows at once", () => {
  it("are the same read one by one, together, or as lines, in the order given", () => {
    const { view, models } = openInMemory(assortedCatalog());
    const row = fc.nat({ max: models.length - 1 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const expected = rows.map((one) => models[one]);
        expect(view.modelsAt(rows)).toEqual(expected);
        expect(parsedLines(view.linesAt(rows))).toEqual(expected);
      }),
      { seed: 4341, numRuns: 60 },
    );
  });

  it("are all rows where all are asked for", () => {
    const { view, models } = openInMemory(assortedCatalog());
    const rows = models.map((_, row) => row);
    expect(view.modelsAt(rows)).toEqual(models);
    expect(parsedLines(view.linesAt(rows))).toEqual(models);
    expect(view.linesAt([])).toHaveLength(0);
  });
});

describeRealCatalogs("a view of a real catalog", (catalog) => {
  it("finds its rows by ref and by bare id", () => {
    const { view, models } = catalog.open();
    expect(models.filter(({ ref }, row) => view.findModelEntry(ref)?.row !== row)).toEqual([]);
    const some = models.filter((_, row) => row % 7 === 0);
    const lost = some.filter(
      ({ id, ref }) => view.findId(id)?.rows.some((one) => one.ref === ref) !== true,
    );
    expect(lost).toEqual([]);
    expect(view.refs).toEqual(models.map(({ ref }) => ref));
  });

  it("gives all rows as lines", () => {
    const { view, models } = catalog.open();
    const rows = models.map((_, row) => row);
    expect(parsedLines(view.linesAt(rows))).toEqual(models);
  });
});
