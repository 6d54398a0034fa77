import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog, wireModel } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

/** A good catalog as text, with a provider `odd` beside the others whose models are written as given. */
function bodyWith(models: string, fields = ""): Buffer {
  const good = JSON.stringify(smallCatalog()).slice(0, -1);
  return Buffer.from(`${good},"odd":{"id":"odd","name":"Odd",${fields}"models":{${models}}}}`);
}

/** A row as text, for what no object of JavaScript can hold; `field` is written after the usual ones. */
function row(id: string, field = ""): string {
  return `${JSON.stringify(id)}:${JSON.stringify(wireModel(id)).slice(0, -1)}${field}}`;
}

const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const nestedObjects = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const many = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(",");

interface Odd {
  body: Buffer;
  /** The row is not there. */
  setAside?: string;
  /** The row is there, and this value of it counted as odd. */
  counted?: string;
}

const fine = row("fine");
const cost = (value: string): string => `,"cost":{"input":${value},"output":1}`;
const oddBodies: Record<string, Odd> = {
  "a field nested 5,000 deep": {
    body: bodyWith(`${row("x", `,"zzz":${nested(5_000)}`)},${fine}`),
    setAside: "odd/x",
  },
  "a field of objects nested 100,000 deep": {
    body: bodyWith(`${row("x", `,"zzz":${nestedObjects(100_000)}`)},${fine}`),
    setAside: "odd/x",
  },
  "a price nested 5,000 deep": {
    body: bodyWith(`${row("x", `,"cost":${nestedObjects(5_000)}`)},${fine}`),
    setAside: "odd/x",
  },
  "serving modes nested 5,000 deep": {
    body: bodyWith(`${row("x", `,"experimental":{"modes":${nestedObjects(5_000)}}`)},${fine}`),
    setAside: "odd/x",
  },
  "a provider's own field nested 5,000 deep": {
    body: bodyWith(fine, `"zzz":${nested(5_000)},`),
    counted: "provider.zzz: nested too deep",
  },
  "a provider that is nothing but brackets": {
    body: Buffer.from(`${JSON.stringify(smallCatalog()).slice(0, -1)},"odd":${nested(5_000)}}`),
    setAside: "odd",
  },
  "a price of 1e20": {
    body: bodyWith(`${row("x", cost("1e20"))},${fine}`),
    counted: "model.cost.input: beyond belief",
  },
  "a price of 1e308": {
    body: bodyWith(`${row("x", cost("1e308"))},${fine}`),
    counted: "model.cost.input: beyond belief",
  },
  "a price of 1e400": {
    body: bodyWith(`${row("x", cost("1e400"))},${fine}`),
    counted: "model.cost.input: beyond belief",
  },
  "a price of 5e-324": {
    body: bodyWith(`${row("x", cost("5e-324"))},${fine}`),
    counted: "model.cost.input: next to nothing",
  },
  "a price of a tier of 1e308": {
    body: bodyWith(
      `${row("x", ',"cost":{"input":1,"output":1,"tiers":[{"tier":{"size":10},"input":1e308}]}')},${fine}`,
    ),
    counted: "model.cost.tiers[].input: beyond belief",
  },
  "a threshold of half a token": {
    body: bodyWith(
      `${row("x", ',"cost":{"input":1,"output":1,"tiers":[{"tier":{"size":0.5},"input":2}]}')},${fine}`,
    ),
    counted: "model.cost.tiers[].tier.size: not a count of tokens",
  },
  "two hundred thousand tiers": {
    body: bodyWith(
      `${row("x", `,"cost":{"input":1,"tiers":[${many(200_000, (at) => `{"tier":{"size":${at + 1}},"input":2}`)}]}`)},${fine}`,
    ),
    counted: "model.cost.tiers: more than 100",
  },
  "limits of 1e308 and of less than nothing": {
    body: bodyWith(`${row("x", ',"limit":{"context":1e308,"output":-0.5}')},${fine}`),
    counted: "model.limit.output: not a count of tokens",
  },
  "an empty key, a blank one and one of 100,000 letters": {
    body: bodyWith(`${row("")},${row(" ")},${row("l".repeat(100_000))},${fine}`),
    setAside: "odd/",
  },
  "a key that comes twice, as a row and as a number": {
    body: bodyWith(`${row("x")},"x":3,${fine}`),
    setAside: "odd/x",
  },
  "halves of characters in ids and names": {
    body: bodyWith(`"\\ud800":{"name":"\\udfff"},${row("x", ',"family":"\\udc00"')},${fine}`),
  },
  "a negative zero": { body: bodyWith(`${row("x", cost("-0"))},${fine}`) },
  "a name of 20 MB": {
    body: bodyWith(`${row("x", `,"name":"${"n".repeat(20_000_000)}"`)},${fine}`),
  },
  "three hundred thousand media": {
    body: bodyWith(
      `${row("x", `,"modalities":{"input":[${many(300_000, (at) => `"m${at}"`)}]}`)},${fine}`,
    ),
  },
  "two hundred thousand fields nobody knows": {
    body: bodyWith(`${row("x", `,${many(200_000, (at) => `"k${at}":1`)}`)},${fine}`),
  },
  "fifty thousand providers": {
    body: Buffer.from(
      `${JSON.stringify(smallCatalog()).slice(0, -1)},${many(50_000, (at) => `"p${at}":{"models":{"a":{}}}`)},"odd":{"models":{${fine}}}}`,
    ),
  },
  "three hundred states of maturity": {
    body: bodyWith(`${many(300, (at) => row(`x${at}`, `,"status":"a${at}"`))},${fine}`),
  },
};

interface Status {
  setAside: { count: number; first: { where: string; reason: string }[] };
  oddValues: Record<string, number>;
}

async function expectRight(command: Command, { setAside, counted }: Odd): Promise<void> {
  const answered = await command.ask(["info", "openai/gpt-5", "--json"]);
  expect(answered).toMatchObject({ code: 0 });
  expect(answerOf(answered).result).toMatchObject({ price: { input: 1, output: 4 } });
  const priced = await command.ask(["cost", "openai/gpt-5", "--input", "1m", "--json"]);
  expect(answerOf(priced).result).toMatchObject([{ perRequest: 1, complete: true }]);
  for (const args of [["offers", "gpt-5"], ["recommend"], ["list", "--max-price", "1"]]) {
    expect(await command.ask(args)).toMatchObject({ code: 0 });
  }
  const { result } = answerOf<Status>(await command.ask(["cache", "status", "--json"]));
  if (counted !== undefined) expect(result.oddValues[counted]).toBeGreaterThanOrEqual(1);
  if (setAside !== undefined) {
    expect(result.setAside.first.map(({ where }) => where)).toContain(setAside);
    expect(result.setAside.first.every(({ reason }) => reason !== "")).toBe(true);
  }
}

describe("a catalog with something odd in it", () => {
  it.each(Object.keys(oddBodies))("answers everything else with %s", async (what) => {
    const odd = oddBodies[what] as Odd;
    const command = createCommand({});
    const file = join(command.home, "catalog.json");
    writeFileSync(file, odd.body);
    const own = createCommand({ MODELFORGE_URL: file });
    await expectRight(own, odd);
    const isThere = (await own.ask(["info", "odd/fine"])).code === 0;
    expect(isThere).toBe(odd.setAside !== "odd");
  });

  it("hides a deprecated row among three hundred states of maturity", async () => {
    const command = createCommand({});
    const file = join(command.home, "catalog.json");
    const states = many(300, (at) => row(`x${at}`, `,"status":"a${at}"`));
    writeFileSync(file, bodyWith(`${states},${row("old", ',"status":"deprecated"')}`));
    const own = createCommand({ MODELFORGE_URL: file });
    const listed = answerOf<{ id: string }[]>(
      await own.ask(["list", "--provider", "odd", "--json"]),
    );
    expect(listed.result.map(({ id }) => id)).not.toContain("old");
    expect(listed.result).toHaveLength(300);
  });
});

describe("a server that sends something odd, with a good catalog at hand", () => {
  let standIn: StandIn;
  let filled: Command;

  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.serve("/api.json", smallCatalog());
    filled = createCommand({ MODELFORGE_URL: standIn.url });
    expect(await filled.ask(["refresh-cache"])).toMatchObject({ code: 0 });
  });

  afterAll(() => standIn.stop());

  it.each([
    "a field nested 5,000 deep",
    "a price of 1e308",
    "a provider that is nothing but brackets",
  ])("has all that can be read of a catalog with %s", async (what) => {
    const odd = oddBodies[what] as Odd;
    standIn.serve("/api.json", odd.body);
    const command = copyOf(filled);
    expect(await command.ask(["refresh-cache"])).toMatchObject({ code: 0 });
    await expectRight(command, odd);
  });

  it.each<[string, Buffer]>([
    ["nothing but brackets", Buffer.from(nested(1_000_000))],
    ["nothing but nested objects", Buffer.from(nestedObjects(1_000_000))],
    [
      "providers that are reserved names alone",
      Buffer.from('{"constructor":{"models":{}},"__proto__":{"models":{}}}'),
    ],
    [
      "more models than there is room for",
      Buffer.from(`{"odd":{"models":{${many(600_001, (at) => `"${at}":{}`)}}}}`),
    ],
  ])("answers from what it has where a catalog is %s", async (_, body) => {
    standIn.serve("/api.json", body);
    const command = copyOf(filled);
    expect(await command.ask(["refresh-cache", "--json"])).toMatchObject({ code: 6 });
    const answered = await command.ask(["info", "openai/gpt-5", "--refresh", "--json"]);
    expect(answered).toMatchObject({ code: 0 });
    const { result, catalog, warnings } = answerOf(answered);
    expect(result).toMatchObject({ price: { input: 1 } });
    expect(catalog.origin).toBe("cache");
    expect(warnings.map(({ code }) => code)).toContain("catalog.broken");
  });
});
