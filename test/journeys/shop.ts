import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, createCommand } from "../cli/command.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";

const million = 1_000_000;
const seeing = { input: ["text", "image", "pdf"], output: ["text"] };

/** Models as a new user meets them: cheap and dear ones, free ones, one that is gone soon, one without a price. */
const catalog = {
  openai: wireProvider("openai", [
    wireModel("gpt-5", {
      family: "gpt",
      cost: { input: 1.25, output: 10, cache_read: 0.125 },
      limit: { context: 400_000, output: 128_000 },
      modalities: seeing,
      release_date: "2025-08-07",
    }),
    wireModel("gpt-4", {
      family: "gpt",
      status: "deprecated",
      cost: { input: 10, output: 30 },
      limit: { context: 128_000, output: 16_000 },
      reasoning: false,
      release_date: "2024-04-09",
    }),
    wireModel("text-davinci-003", { status: "deprecated", cost: { input: 20, output: 20 } }),
  ]),
  anthropic: wireProvider("anthropic", [
    wireModel("claude-opus-4-5", {
      family: "claude-opus",
      cost: {
        input: 5,
        output: 25,
        cache_read: 0.5,
        tiers: [{ tier: { type: "context", size: 200_000 }, input: 10, output: 37.5 }],
      },
      limit: { context: million, output: 64_000 },
      modalities: seeing,
    }),
    wireModel("claude-haiku-4-5", {
      family: "claude-haiku",
      cost: { input: 1, output: 5 },
      modalities: { input: ["text", "image"], output: ["text"] },
    }),
  ]),
  reseller: wireProvider("reseller", [
    wireModel("openai/gpt-5", { family: "gpt", cost: { input: 1, output: 9 } }),
    wireModel("anthropic/claude-opus-4-5", { cost: { input: 4, output: 20 }, tool_call: false }),
    wireModel("openai/gpt-4", {
      family: "gpt",
      status: "deprecated",
      cost: undefined,
      release_date: "2024-04-09",
    }),
  ]),
  gratis: wireProvider("gratis", [
    wireModel("openai/gpt-5", { cost: { input: 0, output: 0 } }),
    wireModel("mistralai/devstral-small", { cost: { input: 0, output: 0 }, tool_call: false }),
    // without it all of it would be a plan
    wireModel("deprecated-model", { status: "deprecated" }),
  ]),
  quiet: wireProvider("quiet", [wireModel("openai/gpt-5", { cost: undefined })]),
};

const facts = {
  "openai/gpt-5": { name: "GPT-5", benchmarks: [{ name: "Bench", score: 70 }] },
  "anthropic/claude-opus-4-5": { name: "Opus", benchmarks: [{ name: "Bench", score: 80 }] },
  "mistralai/devstral-small": { name: "Devstral Small" },
  "anthropic/claude-haiku-4-5": { name: "Haiku", benchmarks: [{ name: "Bench", score: 50 }] },
};

/** The command of somebody whose catalog is these few models, or other ones. */
export function shop(document: unknown = catalog, known: unknown = facts): Command {
  const { home } = createCommand({});
  const directory = join(home, "mirror");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "api.json"), JSON.stringify(document));
  writeFileSync(join(directory, "models.json"), JSON.stringify(known));
  return createCommand({ MODELFORGE_URL: join(directory, "api.json") });
}
