import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";

function makerOf(ref: string): string | null {
  const { view, models } = openInMemory(
    wireCatalog(
      wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-9-nano")]),
      wireProvider("hub", [
        wireModel("openai/gpt-5"),
        wireModel("own-brew"),
        wireModel("lab/star"),
      ]),
    ),
  );
  const row = models.findIndex((model) => model.ref === ref);
  const { maker, makers } = view.columns;
  return makers[(maker[row] as number) - 1] ?? null;
}

describe("the maker of a row", () => {
  it("is who others name in front of the id, for every offer of it", () => {
    expect([makerOf("openai/gpt-5"), makerOf("hub/openai/gpt-5")]).toEqual(["openai", "openai"]);
  });

  it("is the seller where nobody else sells it and the seller is known to make others", () => {
    expect(makerOf("openai/gpt-9-nano")).toBe("openai");
  });

  it("is what stands before the slash, else unknown", () => {
    expect([makerOf("hub/lab/star"), makerOf("hub/own-brew")]).toEqual(["lab", null]);
  });
});
