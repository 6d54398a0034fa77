import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StandIn } from "../stand-in/stand-in.ts";
import { refsOf, smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { answerOf, type Run } from "../support/run.ts";
import { startServing } from "../support/serving.ts";

const escape = "\u001b";
/** Sets the clipboard, clears the screen, turns the line around, ends the line early. */
const nasty = `Swift${escape}]52;c;ZXZpbA==\u0007 ${escape}[2J${escape}[31m\u202eeman\u200f\u2066 3\u0000\u0085\u009b1m\r\n`;
const nastyId = `evil${escape}[2K\u202e-id`;
const harmful =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|52;c/;

function model(id: string, name: string): Record<string, unknown> {
  const modalities = { input: ["text"], output: ["text"] };
  return { id, name, modalities, limit: { context: 8_000 }, cost: { input: 1, output: 2 } };
}

/** The wire as text: an object written in JavaScript cannot hold `__proto__`. */
function hostileWire(): string {
  const good = JSON.stringify(smallCatalog()).slice(1, -1);
  const provider = (id: string, name: string, models: Record<string, unknown>): string =>
    `${JSON.stringify(id)}:${JSON.stringify({ id, name, env: [], doc: nasty, models })}`;
  const poisoned = `{"__proto__":${JSON.stringify(model("__proto__", "P"))},"constructor":${JSON.stringify(model("constructor", "C"))},"fine":${JSON.stringify(model("fine", "Fine"))}}`;
  return `{${[
    good,
    `"__proto__":{"id":"__proto__","name":"P","models":{"m":${JSON.stringify(model("m", "M"))}}}`,
    `"constructor":{"id":"constructor","name":"C","models":{}}`,
    `"prototype":{"id":"prototype","name":"C","models":{}}`,
    `"half-poisoned":{"id":"half-poisoned","name":"H","models":${poisoned}}`,
    provider("climber", "Climber", {
      "../../x": model("../../x", "Up"),
      "/etc/x": model("/etc/x", "Abs"),
    }),
    provider("../../outside", "Outside", { m: model("m", "M") }),
    provider("nasty", nasty, { [nastyId]: model(nastyId, nasty), plain: model("plain", nasty) }),
  ].join(",")}}`;
}

/** Numbers that JSON can write and a reader may stumble over. */
const hugeNumbers =
  '{"id":"huge","name":"Huge","limit":{"context":1e999,"output":-5},"cost":{"input":-1,"output":1e400}}';

describe("a catalog written by somebody who means harm", () => {
  let standIn: StandIn;
  let place: Place;
  let refreshed: Run;

  beforeAll(async () => {
    standIn = await startServing(smallCatalog());
    const wire = hostileWire().replace('"plain":', `"huge":${hugeNumbers},"plain":`);
    standIn.serve("/api.json", Buffer.from(wire));
    const facts = `{"__proto__":{"name":"x"},"acme/swift-2":{"name":${JSON.stringify(nasty)}}}`;
    standIn.serve("/models.json", Buffer.from(facts));
    place = new Place({ MODELFORGE_URL: standIn.url });
    refreshed = await place.run(["refresh-cache", "--json"]);
  });
  afterAll(() => standIn.stop());

  it("is taken without the rows whose names are reserved, and those are counted", async () => {
    expect(answerOf(refreshed).result).toMatchObject({ outcome: "changed" });
    const { result } = answerOf<{ setAside: { count: number; first: { where: string }[] } }>(
      await place.run(["cache", "status", "--json"]),
    );
    const places = result.setAside.first.map(({ where }) => where);
    for (const where of ["__proto__", "constructor", "prototype", "half-poisoned/__proto__"]) {
      expect(places).toContain(where);
    }
    expect(places).toContain("half-poisoned/constructor");
    expect(result.setAside.count).toBe(places.length);
  });

  it("does not harm the rows around it", async () => {
    const { result } = answerOf<{ ref: string }[]>(await place.run(["list", "--json"]));
    const refs = result.map(({ ref }) => ref);
    for (const ref of refsOf(smallCatalog())) expect(refs).toContain(ref);
    expect(refs).toContain("half-poisoned/fine");
    expect(refs.filter((ref) => /__proto__|constructor|outside/.test(ref))).toEqual([]);
  });

  it("writes nothing outside the cache, whatever its ids hold", async () => {
    expect((await place.run(["info", "climber/../../x", "--json"])).code).toBe(0);
    expect((await place.run(["info", "climber//etc/x", "--json"])).code).toBe(0);
    const files = place.filesBelow(place.directory);
    const strangers = files.filter((file) => !/^(cache\/(v1|code)|state\/catalog)\//.test(file));
    expect(strangers).toEqual([]);
  });

  it.each([
    ["__proto__"],
    ["constructor"],
    ["__proto__/m"],
    ["half-poisoned/__proto__"],
    ["half-poisoned/constructor"],
    ["toString"],
    ["acme/hasOwnProperty"],
  ])("says that there is no model %s, as of any other name", async (ref) => {
    const run = await place.run(["info", ref]);
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/^error: /m);
  });

  it("has numbers that are none read as unknown", async () => {
    const { result } = answerOf(await place.run(["info", "nasty/huge", "--json"]));
    expect(result).toMatchObject({
      limits: { context: null, output: null },
      price: { input: null, output: null },
    });
  });

  it.each([
    ["a table", ["list"]],
    ["a table of search results", ["search", "swift"]],
    ["a table of providers", ["providers"]],
    ["CSV", ["list", "--format", "csv"]],
    ["TSV", ["list", "--format", "tsv"]],
    ["Markdown", ["list", "--format", "md"]],
    ["YAML", ["list", "--format", "yaml"]],
    ["CSV of providers", ["providers", "--format", "csv"]],
    ["YAML of providers", ["providers", "--format", "yaml"]],
    ["the page of a model", ["info", "nasty/plain"]],
    ["the page of a model with facts", ["info", "acme/swift-2"]],
    ["the page of a provider", ["providers", "info", "nasty"]],
    ["a model as YAML", ["info", "nasty/plain", "--format", "yaml"]],
    ["the status of the cache", ["cache", "status"]],
    ["an error that names candidates", ["info", "nasty/plian"]],
    ["an error that repeats what was typed", ["info", nastyId]],
  ])(
    "cannot move the cursor, set the clipboard or turn the line around in %s",
    async (_what, args) => {
      const run = await place.run(args);
      const tabs = args.includes("tsv") ? /\t/g : /(?!)/g;
      const shown = `${run.stdout}${run.stderr}`.replaceAll("\r\n", "\n").replaceAll(tabs, "");
      expect(shown.length).toBeGreaterThan(0);
      expect(harmful.exec(shown)?.[0]).toBeUndefined();
    },
  );

  it.each([["--json"], ["--format=jsonl"]])("is given exactly with %s", async (flag) => {
    const run = await place.run(["list", "--provider", "nasty", flag]);
    expect(run.code).toBe(0);
    const rows = (
      flag === "--json"
        ? answerOf(run).result
        : run.stdout
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line) as unknown)
    ) as { id: string; name: string }[];
    const row = rows.find(({ id }) => id === nastyId);
    // names are trimmed, as upstream has some with spaces at their end
    expect(row?.name).toBe(nasty.trim());
    expect(run.stdout).not.toContain(escape);
  });

  it("is kept word for word in the wire of info --json", async () => {
    const { result } = answerOf<{ wire: { name: string } }>(
      await place.run(["info", "nasty/plain", "--json"]),
    );
    expect(result.wire.name).toBe(nasty);
  });
});
