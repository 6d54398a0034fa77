import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../failure.ts";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { failureOf } from "../../testing/failures.ts";
import { orBroken } from "./broken.ts";
import { parseCatalog } from "../parse/catalog.ts";
import { prepareCatalog } from "../prepare-catalog.ts";

const trap = (): Record<string, unknown> => {
  const wire = wireModel("trap");
  Object.defineProperty(wire, "cost", {
    enumerable: true,
    get: () => {
      throw new RangeError("too much");
    },
  });
  return wire;
};

describe("what a catalog makes our code throw", () => {
  it("sets aside the one row it comes from", () => {
    const { catalog } = openInMemory(
      wireCatalog(wireProvider("p", [trap(), wireModel("fine")]), wireProvider("q", [trap()])),
    );
    expect(catalog.models.map(({ model }) => model.ref)).toEqual(["p/fine"]);
    expect(catalog.providers.map(({ provider }) => [provider.id, provider.models])).toEqual([
      ["p", 1],
      ["q", 0],
    ]);
    expect(catalog.findings.setAside).toEqual([
      { where: "p/trap", reason: "cannot be read (RangeError: too much)" },
      { where: "q/trap", reason: "cannot be read (RangeError: too much)" },
    ]);
  });

  it("sets aside the one entry of the facts it comes from", () => {
    const facts = { "lab/fine": { name: "Fine" }, "lab/trap": { name: "Trap" } };
    Object.defineProperty(facts["lab/trap"], "benchmarks", {
      get: () => {
        throw new TypeError("no");
      },
    });
    const catalog = parseCatalog(wireCatalog(wireProvider("p", [wireModel("x")])), facts);
    expect(catalog.facts.map(({ id }) => id)).toEqual(["lab/fine"]);
    expect(catalog.findings.setAside.map(({ where }) => where)).toEqual(["models.json lab/trap"]);
  });

  it("is catalog.broken with its cause where it comes from the whole", () => {
    const { catalog } = openInMemory(wireCatalog(wireProvider("p", [wireModel("x")])));
    const [row] = catalog.models;
    Object.defineProperty(row?.model, "name", { value: undefined });
    const failure = failureOf(() => prepareCatalog(catalog));
    expect(failure).toMatchObject({
      code: "catalog.broken",
      message: expect.stringMatching(/TypeError/) as string,
      cause: expect.any(TypeError) as TypeError,
    });
  });

  it("stays what it is where it is ours", () => {
    const own = new ModelForgeError("catalog.shrunken", { message: "smaller" });
    expect(
      failureOf(() =>
        orBroken(() => {
          throw own;
        }),
      ),
    ).toBe(own);
  });
});
