import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../testing/catalog-builders.ts";
import { describeRealCatalogs } from "../testing/real-catalog.ts";
import { OutlineView } from "./outline-view.ts";
import { numbersPerModel, outlineOf } from "./parse/outline.ts";
import { type CatalogView, NotRead } from "./view.ts";
import type { ModelInfo } from "./words/model.ts";

function openOutline(bytes: Uint8Array, facts: CatalogView["allFacts"] = () => []): OutlineView {
  const outline = outlineOf(bytes);
  if (outline === undefined) throw new Error("there is no outline");
  return new OutlineView(bytes, outline, { facts });
}

describeRealCatalogs("a catalog of which only the outline is known", ({ directory, open }) => {
  const bytes = readFileSync(join(directory, "api.json"));

  it("has the rows of the whole one, each with its facts as far as its own id tells them", () => {
    const { view, models } = open();
    const outline = outlineOf(bytes);
    expect(outline?.models).toHaveLength(numbersPerModel * models.length);
    expect(outline?.providers.map(({ id }) => id).sort()).toEqual(
      view.providers().map(({ id }) => id),
    );
    const outlined = openOutline(bytes, () => view.allFacts());
    let told = 0;
    for (const { ref } of models) {
      const entry = outlined.findModelEntry(ref);
      const whole = view.findModelEntry(ref);
      if (whole === undefined) throw new Error(`${ref} is in none`);
      const { kind: _, quality: __, ...row } = view.findModel(ref) as ModelInfo;
      expect(outlined.findModel(ref), ref).toEqual(row);
      try {
        expect(outlined.factsOf(entry), ref).toEqual(view.factsOf(whole));
        told += 1;
      } catch (error) {
        // of another id all rows tell which model it is
        if (!(error instanceof NotRead)) throw error;
      }
    }
    expect(told).toBeGreaterThan(models.length / 10);
  });
});

const small = wireCatalog(
  wireProvider("empty", []),
  wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-5-mini")]),
  wireProvider("none", []),
  wireProvider("通义-1", [wireModel("qwen")]),
);

it("gives a row to the provider it stands at, beside some that sell nothing", () => {
  const view = openOutline(new TextEncoder().encode(JSON.stringify(small)));
  expect(view.modelsAt([0, 1, 2]).map(({ ref }) => ref)).toEqual([
    "openai/gpt-5",
    "openai/gpt-5-mini",
    "通义-1/qwen",
  ]);
});

it("leaves what needs more than one row by its ref to the catalog that is read", () => {
  const view = openOutline(new TextEncoder().encode(JSON.stringify(small)));
  const entry = view.findModelEntry("openai/gpt-5");
  const asked: ((view: CatalogView) => unknown)[] = [
    () => view.findModelEntry("OpenAI/gpt-5"),
    () => view.findModelEntry("openai/gpt-5-nano"),
    () => view.findModelEntry("empty/gpt-5"),
    () => view.findModelEntry("gpt-5"),
    () => view.findModel(""),
    (all) => all.findId("gpt-5"),
    (all) => all.findProvider("openai"),
    (all) => all.providers(),
    (all) => all.providerVariables(),
    (all) => all.wireOf(entry),
    (all) => all.checkPrepared(),
    (all) => all.sellersOf(entry),
    (all) => all.evidenceAt(0),
    (all) => all.groupOf(entry),
    (all) => all.allFacts(),
    (all) => all.linesAt([0]),
    (all) => all.columns,
    (all) => all.searchIndex,
    (all) => all.rankings,
    (all) => all.rowSets,
    (all) => all.refs,
  ];
  for (const ask of asked) expect(() => ask(view), String(ask)).toThrow(NotRead);
});
