import { expect, it } from "vitest";
import { resolveModel } from "../../src/catalog/search/resolve-model.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";

it("no seller stands for a model that its maker sells, whatever resellers call it", () => {
  const { view, models } = openLargeCatalog().open();
  const ids = [...new Set(models.map(({ id }) => id))];
  const standing = ids.flatMap((id) => {
    const { entry, note } = resolveModel(view, { name: id, anySeller: true });
    return note?.code === "model.one-of-sellers" ? [{ id, group: view.groupOf(entry) }] : [];
  });
  expect(ids.length).toBeGreaterThan(2_000);
  expect(standing.length).toBeGreaterThan(0);
  expect(standing.filter(({ group }) => group.reference !== null)).toEqual([]);
});
