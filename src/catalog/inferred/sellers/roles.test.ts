import { expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../../testing/catalog-builders.ts";
import { type Role, roles } from "./role-names.ts";

const sell = (provider: string, id: string, input = 2): Wire =>
  wireProvider(provider, [wireModel(id, { cost: { input, output: input * 4 } })]);

function rolesIn(...providers: Wire[]): Record<string, Role | undefined> {
  const { models, view } = openInMemory(wireCatalog(...providers));
  return Object.fromEntries(
    models.map(({ ref }, row) => [ref, roles[view.columns.role[row] as number]]),
  );
}

it("tells the maker's own row, well-known hosts and others apart", () => {
  expect(
    rolesIn(sell("openai", "gpt-5"), sell("azure", "gpt-5"), sell("zed", "openai/gpt-5")),
  ).toEqual({ "openai/gpt-5": "maker", "azure/gpt-5": "host", "zed/openai/gpt-5": "other" });
});

it("does not go by a maker's price of more than three times what enough others ask", () => {
  const others = ["a", "b", "c", "d"].map((provider) => sell(provider, "openai/gpt-5"));
  expect(rolesIn(sell("openai", "gpt-5", 6), ...others)["openai/gpt-5"]).toBe("maker");
  expect(rolesIn(sell("openai", "gpt-5", 6.1), ...others)["openai/gpt-5"]).toBe("other");
  const few = others.slice(1);
  expect(rolesIn(sell("openai", "gpt-5", 6.1), ...few)["openai/gpt-5"]).toBe("maker");
});
