import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StandIn } from "../stand-in/stand-in.ts";
import { refsOf, smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { questionNames, questions, resultsOf } from "../support/questions.ts";
import { answerOf, errorOf } from "../support/run.ts";
import { forget, startServing } from "../support/serving.ts";
import {
  describeWhere,
  lackOfNetworkNamespace,
  lackOfProc,
  lackOfStrace,
  withoutNetwork,
} from "../support/tools.ts";

const catalog = smallCatalog();
let standIn: StandIn;
let filled: Place;
let before: Record<string, unknown>;

beforeAll(async () => {
  standIn = await startServing(catalog);
  filled = new Place({ MODELFORGE_URL: standIn.url });
  await filled.run(["refresh-cache"]);
  before = await resultsOf(filled);
  forget(standIn);
});
afterAll(() => standIn.stop());

// stale, and the last try long ago: everything that would call for a refresh
const stale = (place: Place) => ({
  MODELFORGE_TTL: "1ms",
  MODELFORGE_STATE_DIR: join(place.directory, "another-state"),
});

const ways: [string, readonly string[], Record<string, string>][] = [
  ["--offline", ["--offline"], {}],
  ["MODELFORGE_OFFLINE=1", [], { MODELFORGE_OFFLINE: "1" }],
];

describe.each(ways)("with %s", (_way, flags, env) => {
  it.each(questionNames.map((name) => [name] as const))(
    "%s answers from a stale cache and nobody is asked",
    async (question) => {
      const place = filled.copy();
      const run = await place.run([...questions[question], ...flags], {
        env: { ...stale(place), ...env },
      });
      const { result, catalog: stamp } = answerOf(run);
      expect(result).toEqual(before[question]);
      expect(stamp).toMatchObject({ origin: "cache", stale: true });
      expect(run.stderr).toMatch(/catalog is .+ old/);
      expect(standIn.requests).toEqual([]);
    },
  );

  it("refresh-cache fails with network.offline and says how to go online", async () => {
    const run = await filled.run(["refresh-cache", "--json", ...flags], { env });
    expect(run.code).toBe(5);
    expect(run.stdout).toBe("");
    expect(errorOf(run)).toMatchObject({
      code: "network.offline",
      hint: expect.stringMatching(/offline/i),
    });
    expect(standIn.requests).toEqual([]);
  });

  it("--refresh gives the older catalog and says that it could not refresh", async () => {
    const run = await filled.run(["list", "--refresh", "--json", ...flags], { env });
    expect(answerOf(run).result).toEqual(before.list);
    expect(answerOf(run).warnings.map(({ code }) => code)).toContain("network.offline");
    expect(standIn.requests).toEqual([]);
  });

  it("an empty cache is answered from the snapshot", async () => {
    const place = new Place({ MODELFORGE_URL: standIn.url });
    const run = await place.run(["list", "--json", "--limit", "1", ...flags], { env });
    expect(answerOf(run).catalog).toMatchObject({ origin: "snapshot" });
    expect(standIn.requests).toEqual([]);
  });
});

describeWhere(lackOfProc(), "offline with a stale cache", () => {
  it.each(ways)("%s starts no process behind the answer", async (_way, flags, env) => {
    const place = filled.copy();
    const run = await place.run(["list", ...flags], { env: { ...stale(place), ...env } });
    expect(run.code).toBe(0);
    // one that was started is alive now, or has asked the server already
    expect(place.processes()).toEqual([]);
    expect(standIn.requests).toEqual([]);
  });
});

describeWhere(lackOfStrace(), "seen from the system, offline", () => {
  const traced = ["strace", "-f", "-qq", "-e", "trace=socket,connect,execve,sendto,sendmsg", "-o"];

  it.each(
    ways.flatMap(([way, flags, env]) =>
      questionNames.map((question) => [way, question, flags, env] as const),
    ),
  )("%s opens no socket and starts no program for %s", async (_way, question, flags, env) => {
    const place = filled.copy();
    const trace = join(place.directory, "trace");
    const run = await place.run([...questions[question], ...flags], {
      env: { ...stale(place), ...env },
      under: [...traced, trace],
    });
    expect(run.code).toBe(0);
    const calls = readFileSync(trace, "utf8").trim().split("\n");
    expect(calls.filter((line) => line.includes("execve("))).toHaveLength(1);
    expect(calls.filter((line) => /\b(socket|connect|sendto|sendmsg)\(/.test(line))).toEqual([]);
  });
});

describeWhere(lackOfNetworkNamespace(), "on a machine without any network", () => {
  const under = withoutNetwork;

  it("a filled cache answers without a word about the network", async () => {
    const run = await filled.run(["list", "--json"], { under });
    expect(answerOf(run).result).toEqual(before.list);
    expect(run.stderr).not.toMatch(/^(warning|error):/m);
  });

  it("refresh-cache fails soon and says what to check", async () => {
    const run = await filled.run(["refresh-cache", "--json"], { under });
    expect(run.code).toBe(5);
    expect(errorOf(run)).toMatchObject({ code: "network.unreachable", hint: expect.any(String) });
    expect(run.ms).toBeLessThan(6_000);
  });

  it("the first command of all answers from the snapshot of models.dev within a few seconds", async () => {
    const place = new Place({ MODELFORGE_URL: undefined });
    const first = await place.run(["list", "--json", "--limit", "3"], { under });
    expect(answerOf(first).catalog).toMatchObject({ origin: "snapshot" });
    expect(first.ms).toBeLessThan(6_000);
    const rows = answerOf<{ ref: string }[]>(first).result;
    expect(rows).toHaveLength(3);
    expect(refsOf(catalog)).not.toContain(rows[0]?.ref);
  });
});
