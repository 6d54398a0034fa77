import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog, wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow } from "./harms.ts";

const escape = "\u001b";
/** Sets the clipboard, clears the screen, turns the line around, ends the line early. */
const nasty = `Nice${escape}]52;c;ZXZpbA==\u0007 ${escape}[2J${escape}[31m\u202eeman\u200f\u2066 3\u0000\u0085\u009b1m\r\n`;
const nastyId = `evil${escape}[2K\u202e-id`;
const harmful =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|52;c/;
/** Numbers that JSON can write and a reader may stumble over. */
const huge =
  '{"id":"huge","name":"Huge","limit":{"context":1e999,"output":-5},"cost":{"input":-1,"output":1e400}}';

/** The wire as text: an object written in JavaScript cannot hold `__proto__`. */
function hostileWire(): string {
  const models = [nastyId, "plain"].map((id) => wireModel(id, { name: nasty }));
  const climbing = ["../../x", "/etc/x"].map((id) => wireModel(id));
  const hostile = {
    ...smallCatalog(),
    nasty: { ...wireProvider("nasty", models), name: nasty, doc: nasty },
    climber: wireProvider("climber", climbing),
    "../../outside": wireProvider("../../outside", [wireModel("m")]),
  };
  const poisoned = `{"__proto__":${JSON.stringify(wireModel("__proto__"))},"constructor":{"id":"constructor"},"fine":${JSON.stringify(wireModel("fine"))}}`;
  return `${JSON.stringify(hostile).slice(0, -1).replace('"plain":', `"huge":${huge},"plain":`)},"prototype":{"models":{}},"half":{"id":"half","name":"H","models":${poisoned}}}`;
}

describe("a catalog written by somebody who means harm", () => {
  let standIn: StandIn;
  let command: Command;

  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.serve("/api.json", Buffer.from(hostileWire()));
    const facts = `{"__proto__":{"name":"x"},"openai/gpt-5":{"name":${JSON.stringify(nasty)}}}`;
    standIn.serve("/models.json", Buffer.from(facts));
    command = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
  });

  afterAll(() => standIn.stop());

  it("has each row of a reserved name reported by its place, and the rows around it kept", async () => {
    const status = answerOf<{ setAside: { first: { where: string }[] } }>(
      await command.ask(["cache", "status", "--json"]),
    );
    const places = status.result.setAside.first.map(({ where }) => where);
    for (const place of ["prototype", "half/__proto__", "half/constructor"]) {
      expect(places).toContain(place);
    }
    const listed = await command.ask(["list", "--status=all", "--json"]);
    const refs = answerOf<{ ref: string }[]>(listed).result.map(({ ref }) => ref);
    expect(refs).toContain("half/fine");
    expect(refs.filter((ref) => /^(openai|provider-\d+)\//.test(ref))).toHaveLength(60);
  });

  it("writes nothing outside the cache, whatever its ids hold", async () => {
    for (const ref of ["climber/../../x", "climber//etc/x"]) {
      expect((await command.ask(["info", ref, "--json"])).code).toBe(0);
    }
    const strangers = filesBelow(command.home).filter(
      (file) =>
        !/^(cache\/v1\/|\.cache\/model-forge\/code\/|state\/catalog\/|(cache|state)\/\.model-forge$)/.test(
          file,
        ),
    );
    expect(strangers).toEqual([]);
  });

  it.each([
    "__proto__",
    "constructor",
    "half/__proto__",
    "half/constructor",
    "toString",
    "openai/hasOwnProperty",
  ])("has no model %s, as it has none of any other unknown name", async (ref) => {
    const { code, stderr } = await command.ask(["info", ref]);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^error: /m)]);
  });

  it("has numbers that are none read as unknown", async () => {
    const { result } = answerOf(await command.ask(["info", "nasty/huge", "--json"]));
    const unknown = { limits: { context: null, output: null }, price: { input: null } };
    expect(result).toMatchObject(unknown);
  });

  it.each([
    { what: "search results", args: ["search", "nice"] },
    { what: "a table of providers", args: ["providers"] },
    { what: "CSV of providers", args: ["providers", "--format", "csv"] },
    { what: "YAML of providers", args: ["providers", "--format", "yaml"] },
    { what: "the page of a model with facts", args: ["info", "openai/gpt-5"] },
    { what: "the page of a provider", args: ["providers", "info", "nasty"] },
    { what: "a model as YAML", args: ["info", "nasty/plain", "--format", "yaml"] },
    { what: "the status of the cache", args: ["cache", "status"] },
    { what: "an error that names candidates", args: ["info", "nasty/plian"] },
    { what: "an error that repeats what was typed", args: ["info", nastyId] },
  ])("cannot move the cursor, set the clipboard or turn a line in $what", async ({ args }) => {
    const { stdout, stderr } = await command.ask(args);
    const shown = `${stdout}${stderr}`.replaceAll("\r\n", "\n");
    expect(shown).not.toBe("");
    // yaml is exact: what is left of a sequence in a table stands there whole, escaped
    const found = args.includes("yaml") ? shown.replaceAll("\\e]52;c", "") : shown;
    expect(harmful.exec(found)?.[0]).toBeUndefined();
  });

  it("is given exactly in JSON Lines, and word for word in the wire of info", async () => {
    const args = ["list", "--provider", "nasty", "--format", "jsonl"];
    const { stdout } = await command.ask(args);
    const rows = stdout.trimEnd().split("\n");
    const row = rows.map((line) => JSON.parse(line) as Record<string, unknown>);
    // names are trimmed, as upstream has some with spaces at their end
    expect(row.find(({ id }) => id === nastyId)?.name).toBe(nasty.trim());
    expect(stdout).not.toContain(escape);
    const info = answerOf(await command.ask(["info", "nasty/plain", "--json"]));
    expect(info.result).toMatchObject({ wire: { name: nasty } });
  });
});
