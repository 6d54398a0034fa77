import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { body, type Fault, faults, status } from "../stand-in/answers.ts";
import { smallCatalog, wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const source = "/api.json";
let standIn: StandIn;
let command: ReturnType<typeof createCommand>;

beforeAll(async () => {
  standIn = await StandIn.start();
  command = createCommand({ MODELFORGE_URL: standIn.url, MODELFORGE_TIMEOUT: "3s" });
  standIn.serve(source, smallCatalog());
  expect((await command.ask(["refresh-cache"])).code).toBe(0);
});

afterAll(() => standIn.stop());

beforeEach(() => {
  standIn.order(source);
  standIn.serve(source, smallCatalog());
});

const half = Object.fromEntries(Object.entries(smallCatalog(2)).slice(0, 5));

const broken: [
  name: string,
  fault: Fault,
  exit: number,
  code: string,
  tries: number | undefined,
][] = [
  [
    "429 with a short Retry-After",
    status(429, { "retry-after": "1" }),
    5,
    "network.rate-limited",
    3,
  ],
  [
    "429 with a long Retry-After",
    status(429, { "retry-after": "600" }),
    5,
    "network.rate-limited",
    1,
  ],
  [
    "429 with a date as Retry-After",
    status(429, { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }),
    5,
    "network.rate-limited",
    1,
  ],
  ["500", status(500), 5, "network.server-failed", 3],
  ["404", status(404), 5, "network.refused", 1],
  ["a reset connection", faults.reset, 5, "network.interrupted", 3],
  ["silence after the headers", faults.silenceAfterHeaders, 5, "network.timed-out", undefined],
  ["one byte a second", faults.oneByteASecond, 5, "network.timed-out", 1],
  ["a body that is cut off", faults.cutOff, 5, "network.interrupted", 3],
  ["gzip that is none", faults.brokenGzip, 6, "catalog.broken", 1],
  ["gzip that is cut off", faults.cutGzip, 5, "network.interrupted", 3],
  ["a gigabyte in a megabyte", faults.bomb, 6, "catalog.too-large", 1],
  ["HTML with 200", faults.html, 6, "catalog.not-json", 1],
  [
    "302 to http elsewhere",
    status(302, { location: "http://example.com/" }),
    5,
    "network.redirected",
    1,
  ],
  [
    "302 to https elsewhere",
    status(302, { location: "https://example.com/" }),
    5,
    "network.redirected",
    1,
  ],
  ["302 to /", status(302, { location: "/" }), 6, "catalog.not-json", 1],
  ["an empty object", body("{}"), 6, "catalog.broken", 1],
  ["a list", body("[1, 2]"), 6, "catalog.broken", 1],
  ["a string", body('"hello"'), 6, "catalog.broken", 1],
  ["JSON that is cut off", body('{"openai": {"models": {'), 6, "catalog.broken", 1],
  ["half the catalog", body(JSON.stringify(half)), 6, "catalog.shrunken", 1],
];

describe("a refresh that meets", () => {
  for (const [name, fault, exit, code, tries] of broken) {
    it(`${name} ends in time with ${code}, and the older catalog still answers`, async () => {
      const before = standIn.count(source);
      standIn.forever(source, fault);
      const started = Date.now();
      const refreshed = await command.ask(["refresh-cache", "--json"]);
      expect(Date.now() - started).toBeLessThan(6_000);
      expect([refreshed.code, refreshed.stdout]).toEqual([exit, ""]);
      const { error } = JSON.parse(refreshed.stderr.trimEnd().split("\n").at(-1) ?? "") as {
        error: { code: string; hint: string };
      };
      expect(error.code).toBe(code);
      expect(error.hint).not.toBe("");
      // how often a server that hangs is tried depends on how much time the first try leaves
      const made = standIn.count(source) - before;
      if (tries === undefined) expect([2, 3]).toContain(made);
      else expect(made).toBe(tries);
      const answer = await command.ask(["info", "openai/gpt-5", "--json"]);
      expect(answer.code).toBe(0);
      expect(JSON.parse(answer.stdout)).toMatchObject({
        catalog: { origin: "cache" },
        result: { price: { input: 1 } },
      });
    });
  }

  it("503 once tries again and gets the catalog", async () => {
    standIn.serve(source, smallCatalog(3));
    standIn.order(source, status(503));
    const { code, stdout } = await command.ask(["refresh-cache", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: { outcome: "changed" } });
    standIn.serve(source, smallCatalog());
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
  });
});

describe("a question with --refresh", () => {
  it("answers from the older catalog and says that the refresh failed", async () => {
    standIn.forever(source, status(500));
    const { code, stdout, stderr } = await command.ask([
      "info",
      "openai/gpt-5",
      "--refresh",
      "--json",
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning: could not refresh: .* answers 500/);
    expect(JSON.parse(stdout)).toMatchObject({ warnings: [{ code: "network.server-failed" }] });
  });
});

describe("a catalog that lost more than half", () => {
  it("is kept aside, and taken once that is asked for", async () => {
    standIn.serve(source, half);
    const refused = await command.ask(["refresh-cache"]);
    expect(refused.code).toBe(6);
    expect(refused.stderr).toContain("--accept-shrink");
    const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
    const kept = readdirSync(join(store, "refused"));
    const aside = brotliDecompressSync(readFileSync(join(store, "refused", kept.at(-1) ?? "")));
    expect(JSON.parse(aside.toString())).toEqual(half);
    const taken = await command.ask(["refresh-cache", "--accept-shrink", "--json"]);
    expect(JSON.parse(taken.stdout)).toMatchObject({ result: { providers: 5 } });
    standIn.serve(source, smallCatalog());
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
  });
});

describe("a catalog with hostile names", () => {
  const escape = "\u001b]52;c;aGVsbG8=\u0007\u202eevil\u200f";

  it("keeps rows of reserved names out and says so, and keeps ids with dots and slashes", async () => {
    const hostile = `${JSON.stringify(smallCatalog()).slice(0, -1)}, "__proto__": ${JSON.stringify(
      wireProvider("__proto__", [wireModel("x")]),
    )}, "constructor": {"models": {}}, "hostile": ${JSON.stringify(
      wireProvider("hostile", [wireModel("../../x")]),
    ).replace('"models":{', '"models":{"__proto__":{"id":"__proto__"},')}}`;
    standIn.serve(source, Buffer.from(hostile));
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    const found = await command.ask(["info", "hostile/../../x", "--json"]);
    expect(JSON.parse(found.stdout)).toMatchObject({ result: { id: "../../x" } });
    const { stdout } = await command.ask(["cache", "status", "--json"]);
    const { result } = JSON.parse(stdout) as { result: { setAside: { count: number } } };
    expect(result.setAside.count).toBe(3);
  });

  it("shows no escape sequence and no bidirectional mark in any human format, and the exact name in JSON", async () => {
    const catalog = smallCatalog();
    catalog.hostile = wireProvider("hostile", [wireModel("bad", { name: `nice${escape}` })]);
    standIn.serve(source, catalog);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    for (const format of ["table", "csv", "tsv", "yaml", "md"]) {
      const args = ["list", "--provider", "hostile", "--format", format, "--fields", "ref,name"];
      const { stdout } = await command.ask(args);
      expect(stdout).toContain("nice");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200f\u202a-\u202e]/);
    }
    const page = await command.ask(["info", "hostile/bad"]);
    expect(page.stdout).not.toContain("\u001b");
    const exact = await command.ask(["info", "hostile/bad", "--json"]);
    expect(JSON.parse(exact.stdout)).toMatchObject({ result: { name: `nice${escape}` } });
  });
});
