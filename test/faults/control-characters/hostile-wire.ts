import type { Wire } from "../../../src/testing/catalog-builders.ts";

/** A catalog in which every field of the wire says the same harmful thing. */
export interface HostileWire {
  document: Wire;
  facts: Wire;
  /** All fields, as paths: `provider.models.*.name`. Each says where it stands: `F7.` */
  fields: readonly string[];
  provider: string;
  /** A model that can be priced, one that is deprecated, one that several sell. */
  model: string;
  family: string;
  old: string;
  shared: string;
}

export function hostileWire(payload: string): HostileWire {
  const fields: string[] = [];
  const say = (path: string): string => {
    if (!fields.includes(path)) fields.push(path);
    return `F${fields.indexOf(path)}.${payload}z`;
  };
  const cost = (path: string, amounts: Wire): Wire => ({
    ...amounts,
    [say(`${path}.{unknown}`)]: say(`${path}.{unknown} value`),
  });
  const at = "provider.models.*";
  const model = (id: string, more: Wire = {}): Wire => ({
    id,
    name: say(`${at}.name`),
    family: say(`${at}.family`),
    attachment: true,
    reasoning: true,
    tool_call: true,
    temperature: true,
    reasoning_options: [
      { type: "effort", values: [say(`${at}.reasoning_options[].values[]`)] },
      { type: say(`${at}.reasoning_options[].type`) },
      { type: "budget_tokens", min: 1, max: say(`${at}.reasoning_options[].max`) },
    ],
    release_date: "2026-01-15",
    last_updated: say(`${at}.last_updated`),
    knowledge: say(`${at}.knowledge`),
    modalities: {
      input: ["text", say(`${at}.modalities.input[]`)],
      output: ["text", say(`${at}.modalities.output[]`)],
      [say(`${at}.modalities.{unknown}`)]: 1,
    },
    open_weights: say(`${at}.open_weights`),
    limit: {
      context: 128_000,
      input: say(`${at}.limit.input`),
      output: 8_192,
      [say(`${at}.limit.{unknown}`)]: 1,
    },
    cost: {
      ...cost(`${at}.cost`, { input: 1, output: 4, reasoning: say(`${at}.cost.reasoning`) }),
      tiers: [
        {
          tier: { type: say(`${at}.cost.tiers[].tier.type`), size: 100_000 },
          ...cost(`${at}.cost.tiers[]`, { input: 2, output: 8 }),
        },
      ],
    },
    experimental: {
      modes: {
        [say(`${at}.experimental.modes.{name}`)]: {
          cost: cost(`${at}.experimental.modes.*.cost`, { input: 3, output: 12 }),
          provider: {
            body: {
              service_tier: say(`${at}.experimental.modes.*.provider.body.service_tier`),
              speed: say(`${at}.experimental.modes.*.provider.body.speed`),
              reasoning: {
                mode: say(`${at}.experimental.modes.*.provider.body.reasoning.mode`),
              },
            },
            headers: {
              "anthropic-beta": say(`${at}.experimental.modes.*.provider.headers.anthropic-beta`),
            },
          },
        },
      },
    },
    interleaved: { field: say(`${at}.interleaved.field`) },
    provider: {
      api: say(`${at}.provider.api`),
      npm: say(`${at}.provider.npm`),
      shape: say(`${at}.provider.shape`),
    },
    [say(`${at}.{unknown}`)]: say(`${at}.{unknown} value`),
    ...more,
  });
  const id = say(`${at}.id`);
  const old = `old-${id}`;
  const shared = `shared-${id}`;
  const provider = say("provider.id");
  const models: Wire[] = [
    model(id),
    model(`new-${id}`, { release_date: "2026-03-01" }),
    model(old, {
      status: "deprecated",
      release_date: "2025-01-01",
      limit: { context: 1_000, output: 1_000 },
    }),
    model(`beta-${id}`, { status: say(`${at}.status`) }),
    model(`undated-${id}`, { release_date: say(`${at}.release_date`), cost: undefined }),
    model(shared),
  ];
  const offer = (name: string): Wire => ({
    id: name,
    name: say("provider.name"),
    env: [say("provider.env[]")],
    npm: say("provider.npm"),
    api: say("provider.api"),
    doc: say("provider.doc"),
    [say("provider.{unknown}")]: say("provider.{unknown} value"),
  });
  const byId = (some: readonly Wire[]): Wire =>
    Object.fromEntries(some.map((one) => [String(one.id), one]));
  const document: Wire = {
    [provider]: {
      ...offer(provider),
      models: {
        ...byId(models),
        [`${say(`${at}.id, too long`)}${"x".repeat(600)}`]: {},
        [say(`${at}.id, of no model`)]: 1,
      },
    },
    [`other-${provider}`]: { ...offer(`other-${provider}`), models: byId([model(shared)]) },
    [say("provider.id, of no provider")]: 1,
    [`${say("provider.id, with a slash")}/x`]: { models: {} },
  };
  const link = (path: string, more: Wire): Wire => ({
    label: say(`${path}[].label`),
    url: say(`${path}[].url`),
    ...more,
  });
  const factsOf = (ref: string, score: number): Wire => ({
    id: ref,
    name: say("facts.name"),
    family: say("facts.family"),
    license: say("facts.license"),
    knowledge: say("facts.knowledge"),
    release_date: say("facts.release_date"),
    last_updated: say("facts.last_updated"),
    modalities: {
      input: [say("facts.modalities.input[]")],
      output: [say("facts.modalities.output[]")],
    },
    links: [link("facts.links", { type: say("facts.links[].type") })],
    weights: [link("facts.weights", { quantization: say("facts.weights[].quantization") })],
    benchmarks: [
      {
        name: say("facts.benchmarks[].name"),
        score,
        metric: say("facts.benchmarks[].metric"),
        variant: say("facts.benchmarks[].variant"),
        harness: say("facts.benchmarks[].harness"),
        source: say("facts.benchmarks[].source"),
        date: say("facts.benchmarks[].date"),
        dataset: say("facts.benchmarks[].dataset"),
        version: say("facts.benchmarks[].version"),
      },
    ],
  });
  const facts: Wire = Object.fromEntries([
    ...[id, `new-${id}`, `beta-${id}`].map((one, rank) => {
      const ref = `${provider}/${one}`;
      return [ref, factsOf(ref, 70 - rank)];
    }),
    [`${say("facts.{ref}, of no model")}/x`, 1],
    [say("facts.{ref}, without a slash"), {}],
  ]);
  const names = { provider, model: id, family: say(`${at}.family`), old, shared };
  return { document, facts, fields, ...typed(names) };
}

/** As one types them: a keyboard gives no half of a character, and a catalog has U+FFFD for one. */
function typed<Names extends Record<string, string>>(names: Names): Names {
  const entries = Object.entries(names).map(([name, text]) => [name, text.toWellFormed()]);
  return Object.fromEntries(entries) as Names;
}
