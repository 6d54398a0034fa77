import { describe, expect, it } from "vitest";
import { type Offer, SmallCatalog } from "./small-catalog.ts";

const called = (id: string, name: string, release_date = "2025-12-02"): Offer => ({
  id,
  name,
  release_date,
});

describe("a version in the names of a plain id", () => {
  const dated = [
    called("tiny-small-2505", "Tiny Small 2505", "2025-05-07"),
    called("tiny-small-2507", "Tiny Small", "2025-07-10"),
  ];

  it("keeps it from a dated release that is not called so, whatever the dates say", () => {
    const catalog = new SmallCatalog({
      tiny: dated,
      a: [called("tiny/tiny-small", "Tiny Small 1.1", "2025-05-07")],
      b: [called("tiny/tiny-small", "Tiny: Tiny Small 1.1", "2025-05-21")],
    });
    expect(catalog.areSame("a/tiny/tiny-small", "tiny/tiny-small-2505")).toBe(false);
    expect(catalog.areSame("a/tiny/tiny-small", "tiny/tiny-small-2507")).toBe(false);
    expect(catalog.areSame("a/tiny/tiny-small", "b/tiny/tiny-small")).toBe(true);
  });

  it("joins it with the one dated release that is called so", () => {
    const catalog = new SmallCatalog({
      tiny: dated,
      a: [called("tiny/tiny-small", "Tiny Small 1.1", "2025-05-07")],
      c: [called("tiny-small-2507", "Tiny Small 1.1", "2025-07-10")],
    });
    expect(catalog.of("a/tiny/tiny-small")).toMatchObject({
      model: "tiny-small-2507",
      reason: "version",
      confidence: 0.85,
    });
  });

  it("decides nothing where most sellers name none", () => {
    const plain = called("tiny-small", "Tiny Small", "2025-05-07");
    const catalog = new SmallCatalog({
      a: [plain],
      b: [plain],
      c: [called("tiny-small", "Tiny Small 1.1", "2025-05-07")],
      d: [called("tiny-small-2507", "Tiny Small 1.1", "2025-07-10")],
    });
    expect(catalog.areSame("a/tiny-small", "d/tiny-small-2507")).toBe(false);
  });
});

describe("a version in the names of a dated id", () => {
  const sold = [called("minis-8b-2512", "Minis 3 8B 2512"), called("minis-3b-2512", "Minis 3 3B")];

  it("joins it with what others write with the version, of the same size", () => {
    const catalog = new SmallCatalog({
      a: sold,
      b: [...sold, called("minis-3:8b", "minis-3:8b", "2024-10-01")],
      c: [called("vendor.minis-3-8b-instruct", "Minis 3 8B", "2024-12-01")],
      vendor: [called("minis-3-8b-instruct-2512", "Minis 3 8B")],
      d: [called("minis-8b", "Minis 8B (latest)", "2024-10-01")],
    });
    for (const ref of [
      "b/minis-3:8b",
      "c/vendor.minis-3-8b-instruct",
      "vendor/minis-3-8b-instruct-2512",
    ])
      expect(catalog.areSame("a/minis-8b-2512", ref)).toBe(true);
    expect(catalog.of("vendor/minis-3-8b-instruct-2512").reason).toBe("version");
    expect(catalog.areSame("a/minis-8b-2512", "a/minis-3b-2512")).toBe(false);
    expect(catalog.areSame("a/minis-8b-2512", "d/minis-8b")).toBe(false);
  });

  it("joins it though its maker puts a word before it, if the dates agree", () => {
    const trial = called("labs-tiny-small-2512", "Tiny Small 2", "2025-12-09");
    const ofDay = (day: string): SmallCatalog =>
      new SmallCatalog({ tiny: [trial], a: [called("tiny-small-2:24b", "tiny-small-2:24b", day)] });
    expect(ofDay("2025-12-09").areSame("tiny/labs-tiny-small-2512", "a/tiny-small-2:24b")).toBe(
      true,
    );
    expect(ofDay("2024-12-09").areSame("tiny/labs-tiny-small-2512", "a/tiny-small-2:24b")).toBe(
      false,
    );
  });

  it("joins all that have the same date", () => {
    const catalog = new SmallCatalog({
      tiny: [called("labs-tiny-small-2512", "Tiny Small 2", "2025-12-09")],
      a: [called("tiny-small-2512", "Tiny Small 2 2512", "2025-12-09")],
      b: ["tiny-small-2-24b-instruct-2512"],
    });
    expect(catalog.areSame("tiny/labs-tiny-small-2512", "b/tiny-small-2-24b-instruct-2512")).toBe(
      true,
    );
    expect(catalog.areSame("a/tiny-small-2512", "b/tiny-small-2-24b-instruct-2512")).toBe(true);
  });

  it("joins nothing where two sizes or two dates could be meant", () => {
    const sizes = new SmallCatalog({
      a: [called("minis-2512", "Minis 3")],
      b: ["minis-3:8b", "minis-3:3b"],
    });
    expect(sizes.areSame("a/minis-2512", "b/minis-3:8b")).toBe(false);
    const dates = new SmallCatalog({
      a: [called("minis-2512", "Minis 3"), called("minis-2510", "Minis 3", "2025-10-01")],
      b: ["minis-3"],
    });
    expect(dates.areSame("a/minis-2512", "b/minis-3")).toBe(false);
    expect(dates.areSame("a/minis-2510", "b/minis-3")).toBe(false);
  });

  it("joins no word more than the version: a reasoning edition is another model", () => {
    const catalog = new SmallCatalog({
      a: sold,
      b: ["minis-3-8b-reasoning-2512"],
      c: ["minis-3-8b-reasoning-2512"],
    });
    expect(catalog.areSame("a/minis-8b-2512", "b/minis-3-8b-reasoning-2512")).toBe(false);
  });

  it("keeps each offer of those that join one another in turn", () => {
    const catalog = new SmallCatalog({
      maker: [called("minis-2512", "Minis 3")],
      a: ["minis-3"],
      b: ["minis-3-24b-instruct-2512"],
      c: ["minis-3-24b-instruct-2512"],
      d: ["minis-3-24b-instruct-2512"],
    });
    expect(catalog.identities.keys).toHaveLength(1);
    expect(catalog.areSame("maker/minis-2512", "a/minis-3")).toBe(true);
  });
});
