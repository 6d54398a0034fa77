import { describe, expect, it } from "vitest";
import { demandOf, fitOf } from "./fit.ts";

const limits = { context: 100, input: 70, output: 40 };
const ask = (input: number, output: number, of = limits as Parameters<typeof fitOf>[0]) =>
  fitOf(of, demandOf({ input, output }));

describe("whether a request fits", () => {
  it("goes by context, input limit and output limit, each to the last token", () => {
    expect(ask(60, 40)).toEqual({ fits: true, exceeds: [] });
    expect(ask(61, 40)).toEqual({ fits: false, exceeds: ["context"] });
    expect(ask(71, 1)).toEqual({ fits: false, exceeds: ["input"] });
    expect(ask(1, 41)).toEqual({ fits: false, exceeds: ["output"] });
    expect(ask(101, 41)).toEqual({ fits: false, exceeds: ["context", "input", "output"] });
  });

  it("counts what is written to the cache, and audio that is read, towards the context alone", () => {
    const usage = { input: 1, output: 2, cacheWrite: 4, inputAudio: 8, outputAudio: 16 };
    expect(demandOf(usage)).toEqual({ context: 15, input: 1, output: 2 });
    expect(demandOf(usage, "input")).toEqual({ context: 13, input: 1, output: 0 });
  });

  it("counts cached input and reasoning once: they are parts", () => {
    const usage = { input: 10, cached: 9, output: 8, reasoning: 7 };
    expect(demandOf(usage)).toEqual({ context: 18, input: 10, output: 8 });
  });

  it("is not known where a limit that would tell is not, unless another is exceeded", () => {
    expect(ask(1, 1, { ...limits, context: null }).fits).toBeNull();
    expect(ask(1, 1, { ...limits, output: null }).fits).toBeNull();
    expect(ask(1, 0, { ...limits, output: null }).fits).toBe(true);
    expect(ask(1, 1, { ...limits, input: null }).fits).toBe(true);
    expect(ask(71, 1, { ...limits, context: null })).toEqual({ fits: false, exceeds: ["input"] });
  });
});
