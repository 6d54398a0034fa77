import { describe, expect, it } from "vitest";
import { reaches, type Sold } from "./reach.ts";

const sold = (sellers: number, years: number | null, maker: string | null = null): Sold => ({
  sellers,
  years,
  maker,
});

describe("how widely a model is sold", () => {
  it("is 0 for a tenth of all providers and more, and less for less", () => {
    const [wide, enough, few] = reaches([sold(40, 0), sold(10, 0), sold(1, 0)], 100);
    expect([wide, enough]).toEqual([0, 0]);
    expect(few).toBeCloseTo(Math.log(0.1));
  });

  it("is the same for all in a catalog of few providers", () => {
    expect(reaches([sold(3, 0), sold(1, 0)], 3)).toEqual([0, 0]);
  });

  it("is as wide for a new model as for the best of its maker's, and for an old one is its own", () => {
    const models = [sold(10, 0, "lab"), sold(1, 1, "lab"), sold(1, 0.5, "lab"), sold(2, 1)];
    const [, fresh, settled] = reaches(models, 100);
    // the newest that two sell is of year 1
    expect(fresh).toBe(0);
    expect(settled).toBeCloseTo(Math.log(0.1));
  });

  it("does not take one row's date far ahead for today", () => {
    const models = [sold(10, 0, "lab"), sold(1, 50, "lab"), sold(1, -0.01, "lab")];
    expect(reaches(models, 100)[2]).toBeGreaterThan(Math.log(0.2));
  });
});
