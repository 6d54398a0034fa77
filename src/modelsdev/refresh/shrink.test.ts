import { describe, expect, it } from "vitest";
import { hasShrunken, shrunken } from "./shrink.ts";

const held = { providers: 100, models: 5_000 };

describe("hasShrunken", () => {
  it.each([
    ["nothing is gone", { providers: 100, models: 5_000 }, false],
    ["it has grown", { providers: 140, models: 9_000 }, false],
    ["exactly half is gone", { providers: 50, models: 2_500 }, false],
    ["more than half of the models is gone", { providers: 100, models: 2_499 }, true],
    ["more than half of the providers is gone", { providers: 49, models: 5_000 }, true],
    ["everything is gone", { providers: 0, models: 0 }, true],
  ])("where %s", (_, offered, expected) => {
    expect(hasShrunken(offered, held)).toBe(expected);
  });

  it("finds nothing wrong with the first catalog", () => {
    expect(hasShrunken({ providers: 1, models: 1 }, { providers: 0, models: 0 })).toBe(false);
  });
});

describe("shrunken", () => {
  it("says what was offered, what is held, and how to take it", () => {
    const offered = { providers: 1, models: 2 };
    const about = { source: "https://m.example", keptAt: "/cache/refused" };
    const failure = shrunken(offered, held, about);
    expect(failure.code).toBe("catalog.shrunken");
    expect(failure.exitCode).toBe(6);
    expect(failure.message).toContain("2 models of 1 providers");
    expect(failure.message).toContain("5000 models of 100 providers");
    expect(failure.hint).toContain("--accept-shrink");
    expect(failure.details).toEqual({ offered, held, keptAt: "/cache/refused" });
    expect(shrunken(offered, held, { ...about, keptAt: undefined }).details).toEqual({
      offered,
      held,
    });
  });
});
