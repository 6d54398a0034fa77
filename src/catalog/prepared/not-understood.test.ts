import { expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { RawView } from "../raw-view.ts";
import type { CatalogView } from "../view.ts";

const sorted = (view: Pick<CatalogView, "notUnderstood">) =>
  [...view.notUnderstood()].sort(([a], [b]) => (a < b ? -1 : 1));

const odd = wireCatalog(
  wireProvider("p", [
    wireModel("a"),
    wireModel("b", { release_date: "soon", limit: { context: "much" } }),
    wireModel("c", { release_date: "late" }),
  ]),
);

it("rows are known by the value they lack, from what was prepared as from the rows", () => {
  const { view, catalog } = openInMemory(odd);
  const expected = [
    ["limits.context", [1]],
    ["releaseDate", [1, 2]],
  ];
  expect(sorted(view)).toEqual(expected);
  expect(sorted(new RawView(catalog))).toEqual(expected);
});

it("nothing is kept of a catalog of which all is understood", () => {
  const { parts } = openInMemory(wireCatalog(wireProvider("p", [wireModel("a")])));
  expect(parts.has("not-understood.json")).toBe(false);
});
