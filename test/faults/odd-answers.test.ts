import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { body, type Fault, status } from "../stand-in/answers.ts";
import { brotliBomb, cutChunks, cutUnannounced, noAnswer } from "../stand-in/more-answers.ts";
import type { StandIn } from "../stand-in/stand-in.ts";
import { factsOf, smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { resultsOf } from "../support/questions.ts";
import { errorOf, type Run } from "../support/run.ts";
import { forget, startServing } from "../support/serving.ts";

interface Case {
  name: string;
  fault: Fault;
  code: string;
  exit: 5 | 6;
  /** Requests of /api.json: more than one where it is worth another try. */
  tries?: number;
}

const catalog = smallCatalog();
const wire = JSON.stringify(catalog);
const timeoutMs = 2_000;
// starting node and reading the cache, on a machine that is busy with other tests
const slackMs = 4_000;

const network: Case[] = [
  { name: "a 403", fault: status(403), code: "network.refused", exit: 5, tries: 1 },
  { name: "no answer at all", fault: noAnswer, code: "network.timed-out", exit: 5 },
  {
    name: "a body that breaks off between its chunks",
    fault: cutChunks,
    code: "network.interrupted",
    exit: 5,
  },
  {
    name: "a redirect to itself",
    fault: status(302, { location: "/api.json" }),
    code: "network.redirected",
    exit: 5,
  },
];

const broken = { code: "catalog.broken", exit: 6 } as const;
const tooLarge = { code: "catalog.too-large", exit: 6, tries: 1 } as const;
const contents: Case[] = [
  { name: "half of a body that says it is whole", fault: cutUnannounced, ...broken },
  { name: "a brotli bomb", fault: brotliBomb, ...tooLarge },
  { name: "an empty body", fault: body(""), ...broken },
  { name: "null", fault: body("null"), ...broken },
  { name: "a number", fault: body("42"), ...broken },
  { name: "an error object", fault: body('{"error":{"code":503}}'), ...broken },
  { name: "providers without models", fault: body('{"acme":{"id":"acme"}}'), ...broken },
  { name: "providers that are numbers", fault: body('{"acme":1,"kite":2}'), ...broken },
  {
    name: "the facts in place of the prices",
    fault: body(JSON.stringify(factsOf(catalog))),
    ...broken,
  },
  { name: "two catalogs glued together", fault: body(wire.repeat(2)), ...broken },
  {
    name: "bytes that are no UTF-8",
    fault: body(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
    ...broken,
  },
  {
    name: "JSON nested a hundred thousand deep",
    fault: body(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`),
    ...broken,
  },
];

describe("a refresh that meets something odd", () => {
  let standIn: StandIn;
  let filled: Place;
  let before: Awaited<ReturnType<typeof resultsOf>>;

  beforeAll(async () => {
    standIn = await startServing(catalog);
    filled = new Place({ MODELFORGE_URL: standIn.url, MODELFORGE_TIMEOUT: `${timeoutMs}ms` });
    await filled.run(["refresh-cache"]);
    before = await resultsOf(filled, { only: ["list", "info"] });
  });
  beforeEach(() => {
    forget(standIn);
  });
  afterAll(() => standIn.stop());

  /** Both forms at once, each on a cache of its own. */
  async function refreshBothWays(): Promise<{ place: Place; text: Run; json: Run }> {
    const [place, other] = [filled.copy(), filled.copy()];
    const [text, json] = await Promise.all([
      place.run(["refresh-cache"]),
      other.run(["refresh-cache", "--json"]),
    ]);
    return { place, text, json };
  }

  it.each([...network, ...contents].map((one) => [one.name, one] as const))(
    "ends in time after %s, says why, and leaves the older catalog in charge",
    async (_name, { fault, code, exit, tries }) => {
      standIn.forever("/api.json", fault);
      const { place, text, json } = await refreshBothWays();
      expect(json.stdout).toBe("");
      const error = errorOf(json);
      expect(error.code).toBe(code);
      expect(error.hint).toEqual(expect.stringMatching(/\S/));
      expect(error.message).not.toMatch(/undefined|\[object/);
      expect([text.code, json.code]).toEqual([exit, exit]);
      expect(text.stdout).toBe("");
      expect(text.stderr).toMatch(/^error: \S.*\nhint: \S/m);
      expect(Math.max(text.ms, json.ms)).toBeLessThan(timeoutMs + slackMs);
      if (tries !== undefined) expect(standIn.count("/api.json")).toBe(2 * tries);
      expect(await resultsOf(place, { only: ["list", "info"] })).toEqual(before);
    },
  );
});
