import {
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../src/testing/catalog-builders.ts";

const able = { reasoning: true, structured_output: true, attachment: true };
const sees = { modalities: { input: ["text", "image"], output: ["text"] } };
// colours, a title for the window, a line turned around, a sign of two columns
const hostile = "\u001b[31mRed\u001b]0;pwned\u0007 \u202ename 模型";

/** Few models, each there for a reason: prices free, unknown and long, a deprecated one, names that are an attack. */
export function discoverCatalog(): Wire {
  return wireCatalog(
    wireProvider("openai", [
      wireModel("gpt-5", {
        ...able,
        ...sees,
        name: "GPT-5",
        family: "gpt",
        release_date: "2025-08-07",
        knowledge: "2024-09-30",
        limit: { context: 400_000, output: 128_000 },
        cost: { input: 1.25, output: 10, cache_read: 0.125 },
      }),
      wireModel("gpt-5-mini", {
        ...able,
        name: "GPT-5 mini",
        family: "gpt",
        release_date: "2025-08-07",
        limit: { context: 400_000, output: 128_000 },
        cost: { input: 0.25, output: 2 },
      }),
      wireModel("gpt-3.5", { name: "GPT-3.5", status: "deprecated", tool_call: false }),
    ]),
    wireProvider("anthropic", [
      wireModel("claude-sonnet-4-5", {
        ...able,
        ...sees,
        name: "Claude Sonnet 4.5",
        limit: { context: 200_000, output: 64_000 },
        cost: { input: 3, output: 15 },
      }),
      wireModel("claude-haiku-4-5", {
        ...able,
        name: "Claude Haiku 4.5",
        limit: { context: 200_000, output: 64_000 },
        cost: { input: 1, output: 5 },
      }),
    ]),
    wireProvider("open_router", [
      wireModel("openai/gpt-5", {
        ...able,
        name: "GPT-5",
        limit: { context: 400_000, output: 128_000 },
        cost: { input: 1.25, output: 10 },
      }),
      wireModel("a-model-whose-name-is-longer-than-any-screen-of-sixty-columns", {
        name: hostile,
        cost: undefined,
      }),
    ]),
    wireProvider(
      "local",
      [
        wireModel("qwen3-coder", {
          name: "Qwen3 Coder",
          open_weights: true,
          limit: { context: 1_048_576, output: 65_536 },
          cost: { input: 0, output: 0 },
        }),
      ],
      { api: "http://127.0.0.1:8080/v1" },
    ),
  );
}
