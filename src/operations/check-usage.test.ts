import { describe, expect, it } from "vitest";
import { failureOf } from "../testing/failures.ts";
import { checkUsage } from "./check-usage.ts";

describe("checkUsage", () => {
  it("lets whole numbers of tokens pass, parts as large as the whole among them", () => {
    checkUsage({ input: 0, output: 0 });
    checkUsage({ input: 5, cached: 5, output: 7, reasoning: 7, cacheWrite: 9, inputAudio: 1 });
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "refuses %d tokens, whatever they are of",
    (tokens) => {
      for (const key of ["cacheWrite", "inputAudio", "outputAudio", "input", "output"]) {
        const { code, message } = failureOf(() =>
          checkUsage({ input: 10, output: 10, [key]: tokens }),
        );
        expect(code).toBe("usage.bad-value");
        expect(message).toContain(key);
      }
    },
  );

  it("refuses more cached tokens than input, and more reasoning than output", () => {
    const { message } = failureOf(() => checkUsage({ input: 1, cached: 2, output: 0 }));
    expect(message).toBe("2 cached tokens are more than the input of 1");
    const { hint } = failureOf(() => checkUsage({ input: 0, output: 1, reasoning: 2 }));
    expect(hint).toContain("a part of the output");
  });
});
