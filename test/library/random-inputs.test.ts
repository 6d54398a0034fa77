import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Batch } from "../../src/catalog/cost/batch.ts";
import type { Usage } from "../../src/catalog/cost/usage.ts";
import type { Field } from "../../src/catalog/words/field.ts";
import { ModelForgeError, ModelsDevClient } from "../../src/index.ts";
import { type OperationName, operations, type Questions } from "../../src/operations/index.ts";
import { runCli } from "../../src/surfaces/cli/main.ts";
import { anyInput, type NamesAtHand } from "../../src/testing/any-input.ts";
import { assortedCatalog, openInMemory } from "../../src/testing/catalog-builders.ts";
import { createFakeSystem, type FakeSystem } from "../../src/testing/fake-system.ts";
import { lineOf } from "./line-of-input.ts";

// half of them random, half of them made of the fields; a day has time for more
const numRuns = Number(process.env.MODELFORGE_TEST_INPUTS ?? 36) / 2;
const seed = 8031;
const timeout = 10_000 + numRuns * 1_000;
const document = assortedCatalog();
const { view } = openInMemory(document);
const { columns, refs } = view;
const names: NamesAtHand = {
  provider: columns.providers,
  family: columns.families,
  model: refs,
  text: ["gpt five", "claude", "open ai model", "qwen", "nothing like it"],
  ofField: {
    maker: columns.makers,
    notMaker: columns.makers,
    // of the configuration
    key: ["catalog.ttl", "current"],
    value: ["12h"],
    name: ["fast", "small-one"],
    from: ["/home/user/old.json"],
    // of credentials
    apiKey: ["sk-0123456789abcdef", "another-key-of-mine"],
    account: ["default", "work"],
    address: ["proxy.example", "http://10.0.0.5:8000"],
    trustHost: ["proxy.example:8443"],
  },
};

type Input = Record<string, unknown>;

async function machineWithCatalog(): Promise<FakeSystem> {
  const system = createFakeSystem({ now: "2026-07-02T12:00:00Z", keychain: "open" });
  system.http.serve("https://models.dev/api.json", { json: document });
  const client = new ModelsDevClient({ system });
  await client.getCatalog();
  // a configuration, and a history of it
  const [model = ""] = refs;
  await client.ask("config-set", { key: "catalog.ttl", value: "24h" });
  await client.ask("config-add", { model });
  await client.ask("config-add", { model, project: true });
  await client.ask("config-use", { model });
  await client.ask("config-alias", { name: "fast", model });
  for (const name of ["quick", "large", "mine"])
    await client.ask("config-alias", { name, model, project: true });
  await client.ask("auth-login", { provider: "openai", apiKey: "sk-0123456789abcdef" });
  const older = {
    providers: { groq: { models: { mine: {} }, auth_data: { api_key: "gsk-0001aa" } } },
  };
  system.files.put("/home/user/old.json", JSON.stringify(older));
  return system;
}

/** What fields cannot say of themselves: what goes only with something else, and how many there may be. */
function sound(name: OperationName, input: Input): Input {
  const whole = { ...input };
  const needsUsage = whole.sort === "cost" && name !== "find-offers";
  if (whole.usage === undefined && (whole.maxCost !== undefined || needsUsage)) {
    whole.usage = { input: 40_000, output: 2_000 };
  }
  if (name === "estimate-cost") {
    const batch = whole.batch as Batch | undefined;
    if (batch === undefined) whole.usage ??= { input: 40_000, output: 2_000 };
    else {
      delete whole.usage;
      delete whole.requests;
      batch.requestSize = Math.max(1, batch.requestSize);
      batch.total.input = Math.max(1, batch.total.input);
    }
  }
  const isList = name === "list-models" || name === "search-models";
  if (isList && whole.maxCost === undefined) delete whole.requests;
  if (whole.maxMonthlyCost !== undefined) whole.requests = { count: 10, per: "day" };
  if (name === "compare-models") {
    const models = whole.models as string[];
    whole.models = models.length < 2 ? [...models, refs[0], refs[1]] : models;
  }
  // the model's provider stands in its ref
  if (name === "model-info" || name === "estimate-cost") delete whole.provider;
  // a command shows a page of what is found
  if (name === "search-models") whole.limit ??= 20;
  if (name === "recommend-models" && whole.usage !== undefined) {
    const usage = whole.usage as Partial<Usage>;
    // parts of what nobody said are parts of what is usual
    const { input = 0, output = 0, cached = 0, reasoning = 0 } = usage;
    whole.usage = {
      ...usage,
      cached: Math.min(cached, input),
      reasoning: Math.min(reasoning, output),
    };
  }
  // a constraint is told by the flag that it was
  if (name === "recommend-models" && whole.openWeights === false) delete whole.openWeights;
  if (name.startsWith("auth-")) return soundCredential(name, whole);
  return /^(?:config|features)-/.test(name) ? soundChange(name, whole) : whole;
}

/** The same of credentials: a command asks for a passphrase, and one is stored for the first provider. */
function soundCredential(name: OperationName, whole: Input): Input {
  delete whole.passphrase;
  // the catalog made up has providers that nobody knows
  if (name === "auth-status" && whole.providers !== undefined) whole.providers = ["groq", "OpenAI"];
  // it goes through the network
  if (name === "auth-status") return { ...whole, check: false, all: false };
  if (name === "auth-trust" && whole.remove === true && whole.provider !== undefined) {
    whole.provider = "openai";
  }
  if (name === "auth-login") whole.trustHost ??= "proxy.example";
  // a program behind -- is no word of a flag
  if (name === "auth-login") delete whole.command;
  // it leads nowhere on this machine
  if (name === "auth-login") delete whole.reference;
  if (name === "auth-login") whole.apiKey ??= "sk-0123456789abcdef";
  // whoever has a key does not sign in
  if (name === "auth-login") delete whole.clientId;
  if (name === "auth-login") delete whole.host;
  if (name === "auth-trust" && (whole.provider === undefined) !== (whole.address === undefined)) {
    return {};
  }
  if (name === "auth-trust" && whole.provider === undefined) delete whole.remove;
  if (name === "auth-logout") {
    if (whole.all === true) return { all: true };
    return { ...whole, provider: "openai", account: "default" };
  }
  return whole;
}

/** The same of the configuration: of which key a value is, and what is there to be changed. */
function soundChange(name: OperationName, whole: Input): Input {
  const { key, change, changes, remove } = whole;
  // what is left of a catalog made up is little
  if (name === "config-add-auto") {
    const { alias, project, dryRun } = whole;
    const given = Object.entries({ project, dryRun }).filter(([, value]) => value !== undefined);
    return {
      any: true,
      ...(alias === undefined ? {} : { alias: "auto" }),
      ...Object.fromEntries(given),
    };
  }
  if (name === "config-remove") whole.model = refs[0];
  // a command asks for it
  if (name === "config-migrate") delete whole.passphrase;
  // whose it is stands in its ref
  if (name === "config-add") Object.assign(whole, { model: refs[1], alias: "added" });
  if (name === "config-add") delete whole.provider;
  if (name === "config-get" && key !== "current") delete whole.resolved;
  if (name === "config-set" && key === "catalog.ttl") delete whole.project;
  if (name === "config-alias" && remove === true)
    Object.assign(whole, { name: "fast", project: false });
  if (name === "config-alias") whole.model ??= refs[1];
  // what it says is checked word for word
  if (name === "config-alias") {
    for (const field of ["fallback", "need", "parameter"]) if (remove === true) delete whole[field];
    if (whole.fallback !== undefined) whole.fallback = [refs[0]];
    if (whole.need !== undefined) whole.need = ["tools"];
    if (whole.parameter !== undefined) whole.parameter = ["top_p=0.5"];
  }
  if (name === "config-validate" && whole.dryRun === true) whole.fix = true;
  // the other is decided before any file is read
  if (name.startsWith("features-") && whole.feature !== undefined)
    whole.feature = "background-refresh";
  if (change !== undefined) whole.change = 1 + (Number(change) % 3);
  if (changes !== undefined) whole.changes = 1 + (Number(changes) % 3);
  return whole;
}

const ask = (system: FakeSystem, name: OperationName, input: unknown) =>
  new ModelsDevClient({ system }).ask(name, input as Questions[typeof name]["input"]);

async function askCommand(system: FakeSystem, name: OperationName, input: Input) {
  const { terminal, ...machine } = system.startAnother();
  const line = lineOf(name, input);
  const code = await runCli({ ...machine, terminal }, line);
  return { line, code, said: terminal.err.text, printed: terminal.out.text };
}

const everyone = Object.keys(operations) as OperationName[];

describe("a question of a program", async () => {
  const shared = await machineWithCatalog();

  it.each(everyone)(
    "%s answers random JSON, or says in words of ours what is wrong",
    async (name) => {
      const fields: Record<string, Field> = operations[name].fields;
      const valid = anyInput(fields, names);
      const random = fc.oneof(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom("limit", "sort", ...Object.keys(fields)), fc.jsonValue()),
        fc
          .tuple(valid, fc.constantFrom("limit", ...Object.keys(fields)), fc.jsonValue())
          .map(([input, field, value]) => ({ ...input, [field]: value })),
      );
      await fc.assert(
        fc.asyncProperty(random, async (input) => {
          try {
            const { result, warnings } = await ask(shared, name, input);
            expect(result).toBeDefined();
            expect(Array.isArray(warnings)).toBe(true);
          } catch (error) {
            if (!(error instanceof ModelForgeError)) throw error;
            expect(error.code).toMatch(/^(usage|model|provider|generation|config)\./);
            JSON.stringify(error.details);
          }
        }),
        { seed, numRuns },
      );
    },
  );

  it.each(everyone)(
    "%s gives what the command gives for what its fields allow",
    async (name) => {
      const { effect, fields } = operations[name];
      // what was random may have cleared the cache
      await new ModelsDevClient({ system: shared }).getCatalog();
      const { result: kept } = await ask(shared, "cache-history", {});
      const [current] = kept as { name: string }[];
      // questions are counted, and the counts are shown
      const changes = effect === "writes" || name === "cache-status";
      const generation = [current?.name ?? "", current?.name.slice(0, 6) ?? ""];
      const known = { ...names, ofField: { ...names.ofField, generation } };
      await fc.assert(
        fc.asyncProperty(anyInput(fields, known), async (given) => {
          const input = sound(name, given);
          // what writes is asked on a machine of its own, twice the same
          const [one, other] = changes
            ? [await machineWithCatalog(), await machineWithCatalog()]
            : [shared, shared];
          const asked = await ask(one, name, input);
          const { line, code, said, printed } = await askCommand(other, name, input);
          expect([line, code, code === 0 ? "" : said]).toEqual([line, 0, ""]);
          const answer = JSON.parse(printed) as { result: unknown };
          expect([line, answer.result]).toEqual([line, JSON.parse(JSON.stringify(asked.result))]);
          const { catalog } = asked;
          expect(answer).toMatchObject(catalog === undefined ? {} : { catalog: { ...catalog } });
        }),
        { seed, numRuns },
      );
    },
    timeout,
  );
});
