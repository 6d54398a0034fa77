import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { body, type Fault, faults, status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const source = "/api.json";
const wire = JSON.stringify(smallCatalog());
const notUtf8 = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);

const odd: [name: string, fault: Fault, exit: number, code: string][] = [
  ["no answer at all", faults.noAnswer, 5, "network.timed-out"],
  ["a body that breaks off between its chunks", faults.cutBetweenChunks, 5, "network.interrupted"],
  ["a redirect to itself", status(302, { location: source }), 5, "network.redirected"],
  ["half of a body that says it is whole", faults.cutUnannounced, 6, "catalog.broken"],
  ["a brotli bomb", faults.brotliBomb, 6, "catalog.too-large"],
  ["an empty body", body(""), 6, "catalog.broken"],
  ["null", body("null"), 6, "catalog.broken"],
  ["a number", body("42"), 6, "catalog.broken"],
  ["an error object", body('{"error":{"code":503}}'), 6, "catalog.broken"],
  ["providers without models", body('{"openai":{"id":"openai"}}'), 6, "catalog.broken"],
  ["providers that are numbers", body('{"openai":1,"azure":2}'), 6, "catalog.broken"],
  [
    "the facts in place of the prices",
    body('{"openai/gpt-5":{"id":"openai/gpt-5","name":"GPT-5","benchmarks":[]}}'),
    6,
    "catalog.broken",
  ],
  ["two catalogs glued together", body(wire.repeat(2)), 6, "catalog.broken"],
  ["bytes that are no UTF-8", body(notUtf8), 6, "catalog.broken"],
  [
    "JSON nested a hundred thousand deep",
    body(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`),
    6,
    "catalog.broken",
  ],
];

describe("a refresh that meets something odd", () => {
  let standIn: StandIn;
  let command: Command;

  beforeAll(async () => {
    standIn = await StandIn.start();
    command = createCommand({ MODELFORGE_URL: standIn.url, MODELFORGE_TIMEOUT: "1s" });
    standIn.serve(source, smallCatalog());
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
  });

  afterAll(() => standIn.stop());

  it.each(odd)(
    "ends in time after %s, says why, and leaves the older catalog in charge",
    async (_, fault, exit, code) => {
      standIn.forever(source, fault);
      const started = Date.now();
      const refreshed = await command.ask(["refresh-cache", "--json"]);
      // one second, and the start of node on a machine that is busy with other tests
      expect(Date.now() - started).toBeLessThan(5_000);
      expect([refreshed.code, refreshed.stdout]).toEqual([exit, ""]);
      const error = errorOf(refreshed);
      expect(error.code).toBe(code);
      expect(error.hint).toMatch(/\S/);
      expect(error.message).not.toMatch(/undefined|\[object/);
      const { catalog, result } = answerOf(await command.ask(["info", "openai/gpt-5", "--json"]));
      expect({ catalog, result }).toMatchObject({
        catalog: { origin: "cache" },
        result: { price: { input: 1 } },
      });
    },
  );
});
