import { join } from "node:path";
import { expect, it } from "vitest";
import { MakerNames } from "../../src/catalog/inferred/maker-names.ts";
import { roles } from "../../src/catalog/inferred/sellers/role-names.ts";
import type { ModelInfo } from "../../src/catalog/words/model.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";

interface Successor {
  ref: string;
  cost: number | null;
  costBefore: number | null;
}

const large = openLargeCatalog();
const command = createCommand({ MODELFORGE_URL: join(large.directory, "api.json") });

it("every successor that is named takes and gives what the model does, is of its kind and its maker's", async () => {
  const { view, models } = large.open();
  const { makers, maker, group, role } = view.columns;
  const rowOf = (ref: string): number => models.findIndex((one) => one.ref === ref);
  const names = new MakerNames(view);
  const makerOf = (ref: string): string =>
    names.of(makers[(maker[rowOf(ref)] ?? 0) - 1] ?? "nobody");
  /** What a host lists and the maker does not is not needed. */
  const needed = (model: ModelInfo, way: "input" | "output"): string[] => {
    const of = group[rowOf(model.ref)];
    const own = models.find((_, row) => group[row] === of && role[row] === roles.indexOf("maker"));
    return model.modalities[way].filter((one) => own?.modalities[way].includes(one) ?? true);
  };
  const deprecated = models.filter(({ status }) => status === "deprecated");
  let named = 0;
  for (const model of deprecated) {
    const asked = await command.ask(["info", model.ref, "--json"]);
    const { warnings } = answerOf(asked) as unknown as {
      warnings: { code: string; details?: { successors?: Successor[] } }[];
    };
    const warning = warnings.find(({ code }) => code === "model.deprecated");
    const successors = warning?.details?.successors ?? [];
    for (const { ref } of successors) {
      named += 1;
      const next = view.findModel(ref) as ModelInfo;
      const known = [makerOf(model.ref), makerOf(ref)].filter((one) => one !== "nobody");
      expect([model.ref, ref, new Set(known).size < 2]).toEqual([model.ref, ref, true]);
      expect([model.ref, ref, next.kind]).toEqual([model.ref, ref, model.kind]);
      expect(next.modalities.input, `${model.ref} → ${ref}`).toEqual(
        expect.arrayContaining(needed(model, "input")),
      );
      expect(next.modalities.output, `${model.ref} → ${ref}`).toEqual(
        expect.arrayContaining(needed(model, "output")),
      );
      expect([ref, next.status]).not.toEqual([ref, "deprecated"]);
    }
    const [first, second] = successors;
    if (first === undefined || second === undefined) continue;
    const [before, dear, near] = [first.costBefore ?? 0, first.cost ?? 0, second.cost ?? 0];
    expect([model.ref, dear > before * 2, near < dear]).toEqual([model.ref, true, true]);
  }
  expect(deprecated.length).toBeGreaterThan(100);
  expect(named).toBeGreaterThan(50);
});
