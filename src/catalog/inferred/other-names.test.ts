import { expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { resolveModel } from "../search/resolve-model.ts";
import { OtherNames } from "./other-names.ts";

it("learns another name of a maker from three models and nine of ten that are called so", () => {
  const names = new OtherNames();
  for (const group of [1, 2, 3]) names.note("qwen", "alibaba", group);
  for (const group of [1, 2]) names.note("few", "alibaba", group);
  for (const group of [1, 2, 3]) names.note("unsloth", "google", group);
  names.note("unsloth", "mistral", 4);
  for (const group of [1, 2, 3]) names.note("alibaba", "alibaba", group);
  for (const group of [1, 2, 3]) names.note("", "alibaba", group);
  // the same model at many sellers is one
  for (let seller = 0; seller < 5; seller += 1) names.note("again", "alibaba", 7);
  expect([...names.found()]).toEqual([["qwen", "alibaba"]]);
});

const known = ["qwen3-14b", "qwen3-32b", "qwen3-max"];

const { view } = openInMemory(
  wireCatalog(
    wireProvider(
      "alibaba",
      [...known, "qwen3-8b"].map((id) => wireModel(id)),
    ),
    wireProvider(
      "router",
      [...known, "qwen3-8b"].map((id) => wireModel(`qwen/${id}`)),
    ),
  ),
  Object.fromEntries(known.map((id) => [`alibaba/${id}`, { name: id }])),
);

it("takes for the maker's row what others sell under its other name", () => {
  const { entry } = resolveModel(view, { name: "router/qwen/qwen3-8b" });
  const group = view.groupOf(entry);
  expect(view.refs[group.reference ?? -1]).toBe("alibaba/qwen3-8b");
  expect(resolveModel(view, { name: "qwen/qwen3-8b" }).entry.ref).toBe("alibaba/qwen3-8b");
});
