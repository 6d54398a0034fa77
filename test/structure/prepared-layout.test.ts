import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { preparedVersion } from "../../src/catalog/prepared/parts.ts";
import { assortedCatalog, openInMemory } from "../../src/testing/catalog-builders.ts";

/** What a fixed catalog is prepared as, by the version that says so. */
const layouts: Readonly<Record<number, string>> = {
  3: "009fdaa05346d54a",
};

it("has a version of its own for every form a catalog is prepared as", () => {
  const hash = createHash("sha256");
  const facts = { "openai/openai-model-0": { name: "One", benchmarks: [{ name: "x", score: 7 }] } };
  for (const [name, bytes] of openInMemory(assortedCatalog(), facts).parts) {
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  // another form: raise preparedVersion, and write down what it is now
  expect([preparedVersion, hash.digest("hex").slice(0, 16)]).toEqual([
    preparedVersion,
    layouts[preparedVersion],
  ]);
});
