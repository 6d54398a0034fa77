import { join } from "node:path";
import { expect, it } from "vitest";
import { describeRealCatalogs } from "../../src/testing/real-catalog.ts";
import { wireApart } from "../choosing/wire.ts";
import { createCommand } from "../cli/command.ts";

/** models.dev's own words: what is computed here shares nothing with the code under test. */
interface Wire {
  id: string;
  family?: string;
  status?: string;
  reasoning: boolean;
  tool_call: boolean;
  attachment: boolean;
  structured_output?: boolean;
  temperature?: boolean;
  open_weights: boolean;
  knowledge?: string;
  release_date: string;
  modalities: { input: string[]; output: string[] };
  limit: { context: number; output: number };
  cost?: { input: number; output: number };
}

function can(model: Wire, ...names: string[]): boolean {
  const { input } = model.modalities;
  const able: Record<string, boolean | undefined> = {
    reasoning: model.reasoning,
    tools: model.tool_call,
    structured: model.structured_output,
    vision: input.includes("image"),
    pdf: input.includes("pdf"),
    audio: input.includes("audio"),
  };
  return names.every((name) => able[name] === true);
}

const placeholder = 99_999_999;
const current = (model: Wire): boolean => model.status !== "deprecated";
const dearest = (price: number | undefined, most: number): boolean =>
  price !== undefined && price <= most;
const atLeast = (limit: number, least: number): boolean => limit >= least && limit !== placeholder;
const firstDay = (date: string): string => (date.length === 7 ? `${date}-01` : date);
const isDate = (date: string): boolean => !Number.isNaN(Date.parse(date)) && date < "2100";

type Wanted = (provider: string, model: Wire, apart: "plan" | "local" | undefined) => boolean;

const questions: [args: string[], wanted: Wanted][] = [
  [
    ["--provider", "openai,azure", "--capability", "function_calling"],
    (provider, model) =>
      ["openai", "azure"].includes(provider) && can(model, "tools") && current(model),
  ],
  [
    ["--max-price", "0.5", "--min-context", "200k", "--capability", "reasoning,tool_call"],
    (_, model, apart) =>
      dearest(model.cost?.input, 0.5) &&
      apart !== "plan" &&
      atLeast(model.limit.context, 200_000) &&
      can(model, "reasoning", "tools") &&
      current(model),
  ],
  [
    ["--free"],
    (_, model, apart) =>
      model.cost?.input === 0 && model.cost.output === 0 && apart !== "plan" && current(model),
  ],
  [["--status", "deprecated"], (_, model) => model.status === "deprecated"],
  [
    ["--status", "beta", "--status", "alpha"],
    (_, model) => ["beta", "alpha"].includes(model.status ?? ""),
  ],
  [
    ["--status", "all", "--family", "gpt,claude"],
    (_, model) => ["gpt", "claude"].includes(model.family ?? ""),
  ],
  [
    ["--open-weights", "--without", "vision", "--min-output", "32k"],
    (_, model) =>
      model.open_weights &&
      !can(model, "vision") &&
      atLeast(model.limit.output, 32_000) &&
      current(model),
  ],
  [
    ["--input-modality", "image,pdf", "--output-modality", "text", "--not-provider", "openrouter"],
    (provider, model) =>
      provider !== "openrouter" &&
      can(model, "vision", "pdf") &&
      model.modalities.output.includes("text") &&
      current(model),
  ],
  [
    ["--max-output-price", "1", "--include-unpriced", "--provider", "nvidia"],
    (provider, model) =>
      provider === "nvidia" &&
      (model.cost === undefined || model.cost.output <= 1) &&
      current(model),
  ],
  [
    ["--knowledge-after", "2025-06", "--max-price", "3"],
    (_, model, apart) =>
      apart !== "plan" &&
      model.knowledge !== undefined &&
      isDate(firstDay(model.knowledge)) &&
      firstDay(model.knowledge) >= "2025-06-01" &&
      dearest(model.cost?.input, 3) &&
      current(model),
  ],
  [
    ["--released-after", "2026-01", "--released-before", "2026-03-31", "--capability", "audio"],
    (_, model) =>
      firstDay(model.release_date) >= "2026-01-01" &&
      firstDay(model.release_date) <= "2026-03-31" &&
      can(model, "audio") &&
      current(model),
  ],
];

describeRealCatalogs("list on a real catalog", (real) => {
  const { run } = createCommand({ MODELFORGE_URL: join(real.directory, "api.json") });
  const catalog = real.read("api.json") as Record<string, { models: Record<string, Wire> }>;
  const apart = wireApart(real);
  const rows = Object.entries(catalog).flatMap(([provider, { models }]) =>
    Object.values(models).map((model) => ({ provider, model })),
  );

  for (const [args, wanted] of questions) {
    it(`gives the rows an independent look at api.json gives: ${args.join(" ")}`, () => {
      const { stdout } = run(["list", "--json", "--sort", "ref", ...args]);
      const { result } = JSON.parse(stdout) as { result: { ref: string }[] };
      const expected = rows
        .filter(({ provider, model }) =>
          wanted(provider, model, apart.get(`${provider}/${model.id}`)),
        )
        .map(({ provider, model }) => `${provider}/${model.id}`)
        .sort();
      expect(expected.length).toBeGreaterThan(0);
      expect(result.map(({ ref }) => ref)).toEqual(expected);
    });
  }
});
