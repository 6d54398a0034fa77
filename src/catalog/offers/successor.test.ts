import { describe, expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import type { ModelInfo } from "../words/model.ts";
import { findSuccessor } from "./successor.ts";

const usage = { input: 10_000, output: 1_000 };

const old = wireModel("gpt-4", {
  family: "gpt",
  status: "deprecated",
  release_date: "2024-01-01",
  cost: { input: 10, output: 30 },
});
const newer = (id: string, fields: Wire = {}): Wire =>
  wireModel(id, { family: "gpt", release_date: "2025-06-01", ...fields });

/** The successor of openai/gpt-4 among these rows of openai and of others. */
function successor(own: Wire[], others: Wire[] = [], asked: Wire = old): string | undefined {
  const document = wireCatalog(
    wireProvider("openai", [asked, ...own]),
    wireProvider("reseller", others),
  );
  const { models, view } = openInMemory(document);
  const model = models.find(({ ref }) => ref === `openai/${String(asked.id)}`);
  const row =
    model === undefined
      ? undefined
      : findSuccessor(model, view, usage, models.indexOf(model))?.recommended;
  return row === undefined ? undefined : models[row]?.ref;
}

describe("findSuccessor", () => {
  it("names the newest of the family at the same provider", () => {
    const rows = [newer("gpt-5"), newer("gpt-5.1", { release_date: "2025-11-01" })];
    expect(successor(rows)).toBe("openai/gpt-5.1");
  });

  it("names nobody where the family is not known or has no newer model", () => {
    expect(successor([newer("o1", { family: "o" })])).toBeUndefined();
    expect(successor([newer("gpt-3", { release_date: "2023-01-01" })])).toBeUndefined();
    expect(successor([newer("gpt-4b", { release_date: "2024-01-01" })])).toBeUndefined();
    const alone = wireModel("lonely", { status: "deprecated", release_date: "2024-01-01" });
    expect(successor([newer("gpt-5")], [], alone)).toBeUndefined();
  });

  it("goes by the id where hosts list no family, or one for each version", () => {
    const asked = wireModel("zai-org/GLM-5", { status: "deprecated", release_date: "2024-01-01" });
    const later = (id: string, fields: Wire = {}) => newer(id, { family: undefined, ...fields });
    expect(successor([later("zai-org/GLM-5.2")], [], asked)).toBe("openai/zai-org/GLM-5.2");
    expect(successor([later("zai-org/GLM-5.2", { family: "glm-5.2" })], [], asked)).toBe(
      "openai/zai-org/GLM-5.2",
    );
    // another line of the same maker
    expect(successor([later("zai-org/GLM-5.2-Air")], [], asked)).toBeUndefined();
  });

  it("goes to what is called the same before others of the family, however new", () => {
    const air = newer("gpt-5-air", { release_date: "2026-05-01" });
    expect(successor([air, newer("gpt-5")])).toBe("openai/gpt-5");
    expect(successor([air])).toBe("openai/gpt-5-air");
  });

  it("names the cheapest besides where the model was free", () => {
    const free = { ...old, cost: { input: 0, output: 0 } };
    const [dear, cheap] = [
      newer("gpt-6", { release_date: "2026-01-01" }),
      newer("gpt-5-mini", { cost: { input: 0.1, output: 0.2 } }),
    ];
    const { models, view } = openInMemory(wireCatalog(wireProvider("openai", [free, dear, cheap])));
    const row = models.findIndex(({ id }) => id === "gpt-4");
    const found = findSuccessor(models[row] as ModelInfo, view, usage, row);
    expect([found?.recommended, found?.nearestInPrice].map((at) => models[at ?? -1]?.id)).toEqual([
      "gpt-6",
      "gpt-5-mini",
    ]);
  });

  it("compares what the usage costs: a long context that is not asked for counts for nothing", () => {
    const tiers = [{ tier: { type: "context", size: 200_000 }, input: 90, output: 300 }];
    const tiered = newer("gpt-5", { cost: { input: 10, output: 30, tiers } });
    const near = newer("gpt-4.5", { cost: { input: 11, output: 30 } });
    const { models, view } = openInMemory(wireCatalog(wireProvider("openai", [old, tiered, near])));
    const row = models.findIndex(({ id }) => id === "gpt-4");
    const found = (given: typeof usage) =>
      findSuccessor(models[row] as ModelInfo, view, given, row);
    const idOf = (at: number | undefined) => models[at ?? -1]?.id;
    expect(idOf(found(usage)?.recommended)).toBe("gpt-5");
    expect(found(usage)).not.toHaveProperty("nearestInPrice");
    // above the threshold it is nine times as dear
    const long = found({ input: 300_000, output: 1_000 });
    expect([idOf(long?.recommended), long?.nearestInPrice]).toEqual(["gpt-4.5", undefined]);
  });

  it("never names what is deprecated itself", () => {
    const rows = [newer("gpt-4.5", { status: "deprecated", release_date: "2025-09-01" })];
    expect(successor(rows)).toBeUndefined();
    expect(successor([...rows, newer("gpt-5")])).toBe("openai/gpt-5");
  });

  it("never names what can do less", () => {
    const seeing = { ...old, modalities: { input: ["text", "image"], output: ["text"] } };
    expect(successor([newer("gpt-5")], [], seeing)).toBeUndefined();
    expect(successor([newer("gpt-5", { tool_call: false })])).toBeUndefined();
    const both = newer("gpt-5-vision", {
      modalities: { input: ["text", "image"], output: ["text"] },
    });
    expect(successor([newer("gpt-5"), both], [], seeing)).toBe("openai/gpt-5-vision");
  });

  it("does not miss the temperature that models which think no longer take", () => {
    expect(successor([newer("gpt-5", { temperature: false, reasoning: true })])).toBe(
      "openai/gpt-5",
    );
  });

  it("never names what holds less, nor what does not say how much", () => {
    const limit = (context: number, output: number) =>
      newer("gpt-5", { limit: { context, output } });
    expect(successor([limit(128_000, 8_191)])).toBeUndefined();
    expect(successor([limit(127_999, 8_192)])).toBeUndefined();
    expect(successor([limit(0, 8_192)])).toBeUndefined();
    expect(successor([limit(128_000, 8_192)])).toBe("openai/gpt-5");
  });

  it("names nobody who takes or gives other media, or is for something else", () => {
    const speaking = { ...old, modalities: { input: ["text"], output: ["text", "audio"] } };
    expect(successor([newer("gpt-5")], [], speaking)).toBeUndefined();
    expect(successor([newer("gpt-embed-5"), newer("gpt-moderation-5")])).toBeUndefined();
  });

  it("names the nearest in price besides where the recommended one is more than twice as dear", () => {
    const found = (...rows: Wire[]) => {
      const { models, view } = openInMemory(wireCatalog(wireProvider("openai", [old, ...rows])));
      const row = models.findIndex(({ id }) => id === "gpt-4");
      const { recommended, nearestInPrice } =
        findSuccessor(models[row] as ModelInfo, view, usage, row) ?? {};
      return [recommended, nearestInPrice].map((one) => models[one ?? -1]?.id);
    };
    const dear = newer("gpt-6", { release_date: "2026-01-01", cost: { input: 30, output: 90 } });
    const near = newer("gpt-5", { cost: { input: 12, output: 30 } });
    expect(found(dear, near)).toEqual(["gpt-6", "gpt-5"]);
    expect(found(dear)).toEqual(["gpt-6", undefined]);
    const twice = newer("gpt-7", { release_date: "2026-02-01", cost: { input: 20, output: 60 } });
    expect(found(twice, near)).toEqual(["gpt-7", undefined]);
  });

  it("stays with the provider, however much newer the model is elsewhere", () => {
    const elsewhere = newer("openai/gpt-6", { release_date: "2026-06-01" });
    expect(successor([newer("gpt-5")], [elsewhere])).toBe("openai/gpt-5");
  });

  it("goes to the maker, not to another seller, where the provider has nothing newer", () => {
    const here = wireProvider("reseller", [{ ...old, id: "openai/gpt-4" }]);
    const there = wireProvider("another", [newer("openai/gpt-5", { release_date: "2026-02-01" })]);
    const document = wireCatalog(here, there, wireProvider("openai", [newer("gpt-5")]));
    const { models, view } = openInMemory(document);
    const asked = models.find(({ ref }) => ref === "reseller/openai/gpt-4");
    const found = asked === undefined ? undefined : findSuccessor(asked, view, usage);
    expect(models[found?.recommended ?? -1]?.ref).toBe("openai/gpt-5");
  });

  it("never names a model a fraction of the size, where both names say it", () => {
    const asked = { ...old, id: "gpt-4-235b" };
    expect(successor([newer("gpt-5-27b")], [], asked)).toBeUndefined();
    expect(successor([newer("gpt-5-27b"), newer("gpt-5-122b")], [], asked)).toBe(
      "openai/gpt-5-122b",
    );
    expect(successor([newer("gpt-5")], [], asked)).toBe("openai/gpt-5");
  });

  it("takes, of several of one day, the one whose price is nearest", () => {
    const rows = [
      newer("gpt-5-mini", { cost: { input: 0.25, output: 2 } }),
      newer("gpt-5", { cost: { input: 8, output: 30 } }),
      newer("gpt-5-pro", { cost: { input: 150, output: 600 } }),
      newer("gpt-5-unpriced", { cost: undefined }),
    ];
    expect(successor(rows)).toBe("openai/gpt-5");
  });

  describe("of a model that is sold on elsewhere", () => {
    const dead = (id: string, fields: Wire = {}): Wire =>
      wireModel(id, { family: "glm", status: "deprecated", release_date: "2026-02-01", ...fields });
    const live = (id: string, fields: Wire = {}): Wire =>
      dead(id, { status: undefined, ...fields });
    const found = (ref: string, ...providers: Wire[]): string | undefined => {
      const { models, view } = openInMemory(wireCatalog(...providers));
      const row = models.findIndex((model) => model.ref === ref);
      const at = findSuccessor(models[row] as ModelInfo, view, usage, row)?.recommended;
      return at === undefined ? undefined : models[at]?.ref;
    };
    // somebody has to say who made them
    const router = (...ids: string[]): Wire =>
      wireProvider(
        "router",
        ids.map((id) => live(`zai/${id}`)),
      );

    it("goes to the same model at the same provider, before its maker and what is newer", () => {
      const host = wireProvider("host", [
        dead("zai-org/GLM-5-fast"),
        live("zai-org/GLM-5"),
        live("zai-org/GLM-5.2", { release_date: "2026-06-01" }),
      ]);
      const maker = wireProvider("zai", [live("glm-5")]);
      const ref = "host/zai-org/GLM-5-fast";
      expect(found(ref, host, maker, router("glm-5"))).toBe("host/zai-org/GLM-5");
    });

    it("goes to the maker's own offer of the same model, of the same date, before what is newer", () => {
      const host = wireProvider("host", [
        dead("zai-org/GLM-5"),
        live("zai-org/GLM-5.2", { release_date: "2026-06-01" }),
      ]);
      const lesser = { limit: { context: 100_000, output: 4_096 }, tool_call: false };
      const maker = wireProvider("zai", [live("glm-5", lesser)]);
      expect(found("host/zai-org/GLM-5", host, maker, router("glm-5"))).toBe("zai/glm-5");
    });

    it("needs no more than the maker says of the model, whatever one host lists", () => {
      const host = wireProvider("host", [
        dead("zai-org/GLM-5", { limit: { context: 128_000, output: 128_000 }, attachment: true }),
      ]);
      const maker = wireProvider("zai", [
        dead("glm-5"),
        live("glm-5.2", { release_date: "2026-06-01" }),
      ]);
      const all = [host, maker, router("glm-5", "glm-5.2")];
      expect(found("host/zai-org/GLM-5", ...all)).toBe("zai/glm-5.2");
    });
  });
});
