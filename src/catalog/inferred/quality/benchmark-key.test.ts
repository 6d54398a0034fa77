import { describe, expect, it } from "vitest";
import type { Benchmark } from "../../words/facts.ts";
import { benchmarkKey } from "./benchmark-key.ts";

const harnesses = new Set(["claudecode", "codex"]);
const key = (name: string, more: Partial<Benchmark> = {}): string =>
  benchmarkKey(
    {
      name,
      score: 1,
      metric: null,
      variant: null,
      harness: null,
      source: null,
      date: null,
      ...more,
    },
    harnesses,
  );

describe("results of one benchmark", () => {
  it("compare however its name and what it counts are spelled", () => {
    const pro = key("SWE-Bench Pro", { metric: "resolve rate" });
    expect(key("SWE Bench Pro")).toBe(pro);
    expect(key("SWE-Bench Pro", { metric: "percent resolved" })).toBe(pro);
    expect(key("SWE-Bench Pro", { metric: "pass@1" })).toBe(pro);
    expect(key("swe-bench pro", { metric: "Percent Correct" })).toBe(pro);
  });

  it("do not compare where a score or an index is counted rather than a share", () => {
    expect(key("SWE-Atlas", { metric: "score" })).not.toBe(key("SWE-Atlas", { metric: "pass@1" }));
    expect(key("Index", { metric: "index" })).not.toBe(key("Index"));
  });

  it("do not compare across the programs around the model, nor across versions of it", () => {
    const inside = key("Terminal-Bench", { harness: "Codex" });
    expect(key("Terminal-Bench", { harness: "Claude Code" })).not.toBe(inside);
    expect(key("Terminal-Bench")).not.toBe(inside);
    expect(key("Terminal-Bench 2.1")).not.toBe(key("Terminal-Bench 2.0"));
  });

  it("compare where the program is spelled in two ways, or stands among the variants", () => {
    const inside = key("Terminal-Bench", { harness: "Codex" });
    expect(key("Terminal-Bench", { harness: "Codex CLI" })).toBe(inside);
    expect(key("Terminal-Bench", { variant: "codex" })).toBe(inside);
    expect(key("Terminal-Bench", { harness: "Codex", variant: "high" })).toBe(inside);
  });
});
