import { join } from "node:path";
import { expect, it } from "vitest";
import { estimateCost, ModelForgeError, ModelsDevClient } from "../../src/index.ts";
import { createCommand } from "../cli/command.ts";

const { env } = createCommand({});
const client = new ModelsDevClient({
  source: join(process.env.MODELFORGE_TEST_TRIALS ?? "", "70-usage.json"),
  cacheDirectory: env.MODELFORGE_CACHE_DIR,
});
const model = await client.getModelDetails("acme/m");

/** Usages as providers and their libraries write them, none of them ours. */
const foreign: readonly object[] = [
  { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 },
  { input: 1_000, output: 100, total_tokens: 1_100 },
  { input_tokens: 1_000, output_tokens: 100, cache_read_input_tokens: 500 },
  { promptTokenCount: 1_000, candidatesTokenCount: 100, thoughtsTokenCount: 50 },
  { inputTokens: 1_000, outputTokens: 100, cachedInputTokens: 500 },
  { input: 1_000, output: 100, prompt_tokens_details: { cached_tokens: 500 } },
  // Anthropic counts what was read from the cache beside the input
  { input: 1_000, cached: 5_000, output: 100 },
  { input: 1_000, output: 100, reasoning: 200 },
  { input: -1, output: 100 },
  { input: 1.5, output: 100 },
  { input: "1000", output: 100 },
  { input: Number.NaN, output: 100 },
  { input: Number.POSITIVE_INFINITY, output: 100 },
  { input: 1_000 },
  {},
];

it.each(foreign)("a usage in another shape is refused, not guessed at: %j", (usage) => {
  let thrown: unknown;
  try {
    thrown = estimateCost(model, usage as never);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ModelForgeError);
  expect((thrown as ModelForgeError).code).toBe("usage.bad-value");
});

it.each<[usage: Parameters<typeof estimateCost>[1], perRequest: number]>([
  [{ input: 10_000, output: 1_000 }, 0.02],
  [{ input: 10_000, cached: 4_000, output: 1_000 }, 0.0164],
  [{ input: 10_000, cached: 10_000, output: 0 }, 0.001],
  [{ input: 10_000, cacheWrite: 2_000, output: 0 }, 0.0125],
  [{ input: 0, output: 1_000, reasoning: 400 }, 0.008],
  [{ input: 0, output: 0, inputAudio: 1_000, outputAudio: 1_000 }, 0.023],
])("a usage of ours is charged to the token: %j", (usage, perRequest) => {
  expect(estimateCost(model, usage)).toMatchObject({ perRequest, complete: true, unknown: [] });
});
