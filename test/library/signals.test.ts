import { describe, expect, it } from "vitest";
import { type ModelsDevCache, ModelsDevClient, type Warning } from "../../src/index.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { rejectionOf } from "../../src/testing/failures.ts";
import { createFakeSystem, type FakeSystem } from "../../src/testing/fake-system.ts";
import { openExample } from "./example.ts";

const address = "https://models.dev/api.json";
const catalog = wireCatalog(wireProvider("lab", [wireModel("one")]));
const { client, cache } = await openExample();
const usage = { input: 1, output: 1 };

/** What comes with a question: that it can be given up, and nothing else. */
type More = { signal?: AbortSignal };

/** Every method that asks something, asked of a machine of its own. */
const questions: Record<string, (one: ModelsDevClient, more: More) => Promise<unknown>> = {
  getProviders: (one, more) => one.getProviders(more),
  getModels: (one, more) => one.getModels({}, more),
  searchModels: (one, more) => one.searchModels("one", {}, more),
  getModelDetails: (one, more) => one.getModelDetails("lab/one", undefined, more),
  getProviderConfig: (one, more) => one.getProviderConfig("lab", more),
  findOffers: (one, more) => one.findOffers("lab/one", {}, more),
  compareModels: (one, more) => one.compareModels(["lab/one", "lab/one"], {}, more),
  estimateCost: (one, more) => one.estimateCost(["lab/one"], usage, undefined, more),
  recommendModels: (one, more) => one.recommendModels({}, more),
  ask: (one, more) => one.ask("list-models", {}, more),
  refresh: (one, more) => one.refresh({}, more),
  clearCache: (one, more) => one.clearCache(more),
  getCatalog: (one, more) => one.getCatalog(more),
  open: (one, more) => one.open(more),
};

const ofCache: Record<string, (one: ModelsDevCache, more: More) => Promise<unknown>> = {
  status: (one, more) => one.status(more),
  verify: (one, more) => one.verify(more),
  history: (one, more) => one.history(more),
  restore: (one, more) => one.restore("a", more),
  prune: (one, more) => one.prune(undefined, more),
  clear: (one, more) => one.clear(false, more),
};

const all = [
  ...Object.entries(questions).map(
    ([name, ask]) => [name, (more: More) => ask(client, more)] as const,
  ),
  ...Object.entries(ofCache).map(
    ([name, ask]) => [`cache.${name}`, (more: More) => ask(cache, more)] as const,
  ),
];

function machineOf(headMs: number): FakeSystem {
  const system = createFakeSystem({ byHand: true });
  system.http.serve(address, { json: catalog, headMs });
  return system;
}

it("every method that gives a promise is among the questions", () => {
  const methodsOf = (one: object): string[] =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(Object.getPrototypeOf(one))).filter(
      (name) => !["constructor", "close", "directory"].includes(name),
    );
  expect(methodsOf(client).toSorted()).toEqual(Object.keys(questions).toSorted());
  expect(methodsOf(cache).toSorted()).toEqual(Object.keys(ofCache).toSorted());
});

describe.each(all)("%s", (_, ask) => {
  it("ends with cancelled where it was given up before", async () => {
    const failure = await rejectionOf(ask({ signal: AbortSignal.abort("enough") }));
    expect([failure.code, failure.cause]).toEqual(["cancelled", "enough"]);
  });

  it("is refused an option it does not know, with the nearest", async () => {
    const failure = await rejectionOf(ask({ singal: AbortSignal.abort() } as More));
    expect([failure.code, failure.hint]).toEqual(["usage.bad-value", "did you mean signal?"]);
  });
});

describe("a question given up while the source is waited for", () => {
  // what is on disk alone waits for nobody
  const waiting = Object.keys(questions).filter((name) => name !== "clearCache");

  it.each(waiting)("%s ends at once", async (name) => {
    const system = machineOf(Number.POSITIVE_INFINITY);
    const given = new AbortController();
    const asked = questions[name]?.(new ModelsDevClient({ system }), { signal: given.signal });
    const gone = rejectionOf(asked as Promise<unknown>);
    while (system.http.requests.length === 0) await new Promise(setImmediate);
    given.abort();
    expect((await gone).code).toBe("cancelled");
  });
});

describe("what there is to know besides", () => {
  it.each(["getCatalog", "open"])("is told by %s as by any other question", async (name) => {
    const system = createFakeSystem();
    system.http.serve(address, { json: catalog });
    system.files.fillUp(0);
    const told: Warning[] = [];
    const one = new ModelsDevClient({ system, onWarning: (warning) => told.push(warning) });
    await questions[name]?.(one, {});
    expect(told.map(({ code }) => code)).toEqual(["cache.unwritable"]);
  });
});

describe("a signal that is none", () => {
  const nothing = (): void => undefined;
  const throwing = (): never => {
    throw new RangeError("of the program's own");
  };
  const whole = { aborted: false, addEventListener: nothing, removeEventListener: nothing };
  const wrong: [what: string, signal: unknown][] = [
    ["a text", "soon"],
    ["null", null],
    ["without removeEventListener", { aborted: false, addEventListener: nothing }],
    ["without addEventListener", { aborted: false, removeEventListener: nothing }],
    ["that says neither yes nor no", { ...whole, aborted: "no" }],
    ["whose getter throws", Object.defineProperty({ ...whole }, "aborted", { get: throwing })],
    [
      "whose listeners cannot be looked at",
      Object.defineProperty({ ...whole }, "addEventListener", { get: throwing }),
    ],
    ["that inherits from one alone", Object.create(AbortSignal.prototype)],
    ["that takes no listener", { ...whole, addEventListener: throwing }],
    ["that does not let go of one", { ...whole, removeEventListener: throwing }],
    ["a proxy that was revoked", revoked()],
  ];

  it.each(wrong)("%s is refused as such", async (_, signal) => {
    for (const [, ask] of all.slice(0, 2)) {
      const failure = await rejectionOf(ask({ signal: signal as AbortSignal }));
      expect([failure.code, failure.details.field]).toEqual(["usage.bad-value", "signal"]);
      expect(failure.hint).toBe("it takes an AbortSignal");
    }
  });

  it("but keeps to the ways of one is heard", async () => {
    let listener = nothing;
    const signal = {
      ...whole,
      addEventListener: (_: string, then: () => void) => {
        listener = then;
      },
      get reason(): never {
        return throwing();
      },
    };
    const system = machineOf(Number.POSITIVE_INFINITY);
    const gone = rejectionOf(
      new ModelsDevClient({ system }).getProviders({ signal: signal as never }),
    );
    while (system.http.requests.length === 0) await new Promise(setImmediate);
    listener();
    expect((await gone).code).toBe("cancelled");
  });

  function revoked(): unknown {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  }
});
