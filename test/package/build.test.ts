import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../scripts/snapshot/release.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { root } from "../cli/command.ts";

interface Built {
  status: number | null;
  stdout: string;
  lines: string[];
}

const copy = mkdtempSync(join(tmpdir(), "modelforge-build-"));
const catalog = join(copy, "catalog.json");
const today = new Date().toISOString().slice(0, 10);
const age = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** In the copy, with a proxy that refuses every connection: nothing is asked beyond this machine. */
function run(program: string, args: string[], more: Record<string, string> = {}): Built {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: copy,
    env: {
      PATH: process.env.PATH ?? "",
      HOME: copy,
      HTTPS_PROXY: "http://127.0.0.1:1",
      ...more,
    },
    encoding: "utf8",
  });
  return { status, stdout, lines: stderr.split("\n").filter((line) => line !== "") };
}

const finish = (more: Record<string, string> = {}): Built =>
  run(process.execPath, ["build/finish-build.mjs", "--release"], more);

/** A catalog file whose newest row is of that day, written just now. */
function writeCatalog(day: string): Record<string, string> {
  const rows = [wireModel("x", { last_updated: day }), wireModel("y", { last_updated: "2024-01" })];
  writeFileSync(catalog, JSON.stringify(wireCatalog(wireProvider("p", rows))));
  return { MODELFORGE_SNAPSHOT_FROM: catalog };
}

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a build without a network", () => {
  let built: Built;

  beforeAll(() => {
    for (const name of ["src", "scripts", "bench", "package.json", "tsconfig.json"]) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    for (const name of ["tsdown.config.ts", "tsdown.bin.config.ts"]) {
      cpSync(join(root, name), join(copy, name));
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    built = run("npm", ["run", "--silent", "build"]);
  });

  it("prints no warning, and in one line its snapshot's age and why it is no newer", () => {
    expect(built).toEqual({ status: 0, stdout: "", lines: [expect.any(String)] });
    expect(built.lines[0]).toMatch(
      /^snapshot: 687 models of 47 providers from npm @tokenlens\/models, \d+ days old; no answer from https:\/\/models\.dev \(.+\)$/,
    );
  });

  it("is refused as a release, whose snapshot is at most 14 days old", () => {
    const { status, lines } = finish();
    expect([status, lines.length]).toEqual([1, 2]);
    expect(lines[1]).toMatch(
      /^a release carries no snapshot older than 14 days, and this one is \d+ days old: /,
    );
  });

  it("is a release where MODELFORGE_ALLOW_OLD_SNAPSHOT says so", () => {
    const { status, lines } = finish({ MODELFORGE_ALLOW_OLD_SNAPSHOT: "1" });
    expect([status, lines.length]).toEqual([0, 1]);
    expect(finish({ MODELFORGE_ALLOW_OLD_SNAPSHOT: "0" }).status).toBe(1);
  });

  it("is a release with the catalog in MODELFORGE_SNAPSHOT_FROM, if that is new", () => {
    const { status, lines } = finish(writeCatalog(today));
    expect(lines).toEqual(["snapshot: 2 models of 1 providers from file catalog.json, of today"]);
    expect(status).toBe(0);
  });

  it("takes a copy made today of an old catalog for as old as its newest row", () => {
    expect(finish(writeCatalog("2026-01-15")).status).toBe(1);
  });

  it("takes a file whose rows are of a day to come for as old as the file", () => {
    const more = writeCatalog(age(-60).slice(0, 10));
    const before = new Date(age(20));
    utimesSync(catalog, before, before);
    expect(finish(more).lines.join()).toContain("20 days old");
  });
});

describe("a release", () => {
  const now = Date.parse("2026-07-20T12:00:00Z");

  it.each([
    ["today", "2026-07-20T00:00:00Z", undefined],
    ["14 days ago", "2026-07-06T00:00:00Z", undefined],
    ["15 days ago", "2026-07-05T00:00:00Z", "15 days old"],
    ["a day to come", "2026-07-21T00:00:00Z", "dated after this clock"],
  ])("with a snapshot of %s", (_, takenAt, said) => {
    const refusal = refusalOf(takenAt, now);
    if (said === undefined) expect(refusal).toBeUndefined();
    else expect(refusal).toContain(`this one is ${said}: `);
  });
});
