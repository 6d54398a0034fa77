import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ModelsDevClient } from "../../src/index.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { type Command, copyOf, createCommand, ended } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { body, type Fault, faults, status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const source = "/api.json";
const paths = [source, "/models.json", "/catalog.json"];
let standIn: StandIn;
let filled: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve(source, smallCatalog());
  filled = createCommand({ MODELFORGE_URL: standIn.url, MODELFORGE_TIMEOUT: "5s" });
  expect((await filled.ask(["refresh-cache"])).code).toBe(0);
});

beforeEach(() => {
  for (const path of paths) standIn.order(path);
  standIn.serve(source, smallCatalog());
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

async function priceIn(command: Command): Promise<number> {
  const ran = await command.ask(["info", "openai/gpt-5", "--json"]);
  return answerOf<{ price: { input: number } }>(ran).result.price.input;
}

describe("a refresh", () => {
  it("waits as long as a 429 asks for, in seconds or until a date, and then succeeds", async () => {
    for (const retryAfter of ["7", "Thu, 02 Jul 2026 12:00:07 GMT"]) {
      const system = createFakeSystem({ now: "2026-07-02T12:00:00.000Z" });
      const busy = { status: 429, headers: { "retry-after": retryAfter } };
      system.http.serve("https://models.dev/api.json", busy, { json: smallCatalog() });
      using client = new ModelsDevClient({ system });
      expect(await client.refresh()).toMatchObject({ outcome: "changed" });
      expect(system.clock.steady()).toBe(7_000);
    }
  });

  it("follows a redirect to another path of the same host", async () => {
    standIn.serve("/catalog.json", { models: {}, providers: smallCatalog(2) });
    standIn.forever(source, status(302, { location: "/catalog.json" }));
    const command = copyOf(filled);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(await priceIn(command)).toBe(2);
  });

  it.each<[string, Fault]>([
    ["are refused with 404", status(404)],
    ["are a page of HTML", faults.html],
    ["never come", faults.silenceAfterHeaders],
  ])("takes the prices although the facts beside them %s", async (_, fault) => {
    standIn.serve(source, smallCatalog(2));
    standIn.forever("/models.json", fault);
    const command = copyOf(filled);
    const { result } = answerOf(await command.ask(["refresh-cache", "--json"]));
    expect(result).toMatchObject({ outcome: "changed" });
    expect(await priceIn(command)).toBe(2);
  });

  it.each<[string, Fault, string]>([
    ["HTML that calls itself JSON", body("<html>"), "/models.json is no JSON: 6 bytes"],
    ["no JSON", body("no JSON"), '/models.json is no JSON: 7 bytes that begin with "no JSON"'],
    ["UTF-16", body(Buffer.from("{}", "utf16le")), "/models.json is not UTF-8: it is UTF-16"],
    ["not to be decompressed", faults.brokenGzip, "/models.json: "],
    ["a list", body("[]"), "/models.json is no object of models' facts"],
  ])(
    "says whenever they come that it does without facts that are %s",
    async (_, fault, message) => {
      standIn.serve(source, smallCatalog(2));
      standIn.forever("/models.json", fault);
      const command = copyOf(filled);
      for (const outcome of ["changed", "unchanged"]) {
        const ran = answerOf(await command.ask(["refresh-cache", "--json"]));
        expect(ran.result).toMatchObject({ outcome });
        expect(ran.warnings.map((one) => one.message)).toEqual([
          expect.stringContaining(`${standIn.url}${message}`),
        ]);
        expect(ran.warnings[0]?.message).toMatch(/; answering without it$/);
      }
      expect(await priceIn(command)).toBe(2);
    },
  );

  it.each<[string, Fault]>([
    ["404", status(404)],
    ["a page of HTML", faults.html],
  ])("says nothing where a source has no facts, and answers with %s", async (_, fault) => {
    standIn.serve(source, smallCatalog(2));
    standIn.forever("/models.json", fault);
    const ran = answerOf(await copyOf(filled).ask(["refresh-cache", "--json"]));
    expect(ran.warnings).toEqual([]);
  });

  it("asks again for the catalog it refused, and lets no 304 confirm what it never took", async () => {
    standIn.serve(source, Object.fromEntries(Object.entries(smallCatalog()).slice(0, 5)));
    const command = copyOf(filled);
    for (let times = 1; times <= 2; times += 1) {
      const refused = await command.ask(["refresh-cache", "--json"]);
      expect(errorOf(refused).code).toBe("catalog.shrunken");
      expect(standIn.count(source, 200)).toBe(times);
    }
  });

  it("fails where nobody listens, and the older catalog answers", async () => {
    const gone = await StandIn.start();
    gone.serve(source, smallCatalog());
    const command = createCommand({ MODELFORGE_URL: gone.url, MODELFORGE_TIMEOUT: "2s" });
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    await gone.stop();
    const failed = await command.ask(["refresh-cache", "--json"]);
    expect([failed.code, errorOf(failed).code]).toEqual([5, "network.unreachable"]);
    expect(errorOf(failed).hint).toContain("; what is on disk goes on answering");
    expect(await priceIn(command)).toBe(1);
  });

  it.each<[string, Fault | undefined]>([
    ["nobody listens", undefined],
    ["the server fails", status(503, { "retry-after": "3600" })],
    ["there are too many requests", status(429, { "retry-after": "3600" })],
  ])("that fails as %s promises an answer only where there is one", async (_, fault) => {
    if (fault !== undefined) standIn.forever(source, fault);
    const url = fault === undefined ? "http://127.0.0.1:9" : standIn.url;
    const settings = { MODELFORGE_URL: url, MODELFORGE_TIMEOUT: "2s" };
    const hintOf = async (command: Command, more = {}): Promise<string> =>
      errorOf(await command.ask(["refresh-cache", "--json"], { ...settings, ...more })).hint ?? "";
    expect(await hintOf(createCommand({}))).not.toMatch(/disk|offline|snapshot|answer/);
    const allowed = await hintOf(createCommand({}), { MODELFORGE_ALLOW_SNAPSHOT: "1" });
    expect(allowed).toContain("; meanwhile the snapshot that came with ModelForge answers");
    if (fault === undefined) return;
    expect(await hintOf(copyOf(filled))).toContain("; what is on disk goes on answering");
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "that is ended by %s while the server is silent stops with exit 130 and keeps nobody waiting",
    async (signal) => {
      const command = copyOf(filled);
      let child: ReturnType<Command["start"]> | undefined;
      standIn.order(source, (request, response) => {
        faults.silenceAfterHeaders(request, response);
        child?.kill(signal);
      });
      const started = Date.now();
      child = command.start(["refresh-cache"], { MODELFORGE_TIMEOUT: "30s" });
      expect((await ended(child)).code).toBe(130);
      expect(Date.now() - started).toBeLessThan(5_000);
      expect(await priceIn(command)).toBe(1);
      expect((await command.ask(["cache", "verify"])).code).toBe(0);
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
    },
  );

  it("that fails on an empty cache is the answer: the snapshot is another catalog", async () => {
    standIn.forever(source, status(404));
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    const { code, stdout, stderr } = await ask(["providers"]);
    expect([code, stdout]).toEqual([5, ""]);
    expect(stderr).toMatch(/--allow-snapshot answers from the snapshot of https:\/\/models\.dev/);
  });

  it.each([
    ["the flag", ["--allow-snapshot"], {}],
    ["the variable", [], { MODELFORGE_ALLOW_SNAPSHOT: "1" }],
  ])(
    "that fails on an empty cache leaves the answer to the snapshot where %s allows it, which says whose it is",
    async (_, flags, variables) => {
      standIn.forever(source, status(404));
      const { ask } = createCommand({ MODELFORGE_URL: standIn.url, ...variables });
      const { catalog, warnings } = answerOf(await ask(["providers", "--json", ...flags]));
      expect(catalog.origin).toBe("snapshot");
      expect(warnings.map(({ code }) => code).sort()).toEqual([
        "network.refused",
        "snapshot.other-source",
      ]);
    },
  );
});
