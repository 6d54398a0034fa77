import type { Usage } from "../catalog/cost/usage.ts";
import { ModelForgeError } from "../failure.ts";

/** A usage from a program may be anything. */
export function checkUsage(usage: Usage): void {
  for (const [name, tokens] of Object.entries(usage) as [string, number | undefined][]) {
    if (tokens === undefined || (Number.isSafeInteger(tokens) && tokens >= 0)) continue;
    throw badUsage(`${name} is no whole number of tokens: ${tokens}`, name, tokens);
  }
  const { input, cached = 0, output, reasoning = 0 } = usage;
  if (cached > input) {
    throw badUsage(`${cached} cached tokens are more than the input of ${input}`, "cached", cached);
  }
  if (reasoning > output) {
    const message = `${reasoning} reasoning tokens are more than the output of ${output}`;
    throw badUsage(message, "reasoning", reasoning);
  }
}

function badUsage(message: string, field: string, given: number): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message,
    hint: "cached tokens are a part of the input, reasoning is a part of the output",
    details: { field: `usage.${field}`, given },
  });
}
