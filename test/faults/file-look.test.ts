import { mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";

let command: Command;
let file: string;

beforeEach(() => {
  command = createCommand({});
  file = join(command.home, "catalog-file.json");
});

/** Both editions have the same size. */
function write(edition: number, path = file): void {
  writeFileSync(path, JSON.stringify(smallCatalog(edition)));
}

function date(at: Date, path = file): void {
  utimesSync(path, at, at);
}

async function ask(...args: string[]) {
  const ran = await command.ask(args, { MODELFORGE_URL: file });
  return answerOf<{ price: { input: number } }>(ran);
}

const priceIn = async (): Promise<number> =>
  (await ask("info", "openai/gpt-5", "--json")).result.price.input;

async function generations(): Promise<number> {
  const { result } = await ask("cache", "history", "--json");
  return (result as unknown as unknown[]).length;
}

const longAgo = new Date("2020-02-02T02:02:02Z");

describe("facts beside a catalog in a file", () => {
  it.each([
    ["no JSON", Buffer.from("no JSON"), "is no JSON"],
    ["Latin-1", Buffer.from('{"\u00fc":{}}', "latin1"), "is not UTF-8"],
  ])("are named where they are %s, and the catalog answers", async (_, facts, what) => {
    file = join(command.home, "api.json");
    write(1);
    writeFileSync(join(command.home, "models.json"), facts);
    const { result, warnings } = await ask("info", "openai/gpt-5", "--json");
    expect(result.price.input).toBe(1);
    expect(warnings).toEqual([
      {
        code: "catalog.broken",
        message: expect.stringContaining(`${join(command.home, "models.json")} ${what}`),
      },
    ]);
  });
});

describe("a file as the source", () => {
  it("is read again where its content was changed in place, with its size and date as before", async () => {
    write(1);
    date(longAgo);
    expect(await priceIn()).toBe(1);
    write(2);
    date(longAgo);
    expect(await priceIn()).toBe(2);
  });

  it("is read again where another of the same size and date was put in its place", async () => {
    for (const edition of [2, 1]) {
      write(edition, `${file}.${edition}`);
      date(longAgo, `${file}.${edition}`);
    }
    renameSync(`${file}.1`, file);
    expect(await priceIn()).toBe(1);
    renameSync(`${file}.2`, file);
    expect(await priceIn()).toBe(2);
  });

  it("is read again however quickly one change follows another", async () => {
    const now = new Date();
    for (const edition of [1, 2, 1, 2, 1, 2]) {
      write(edition);
      date(now);
      expect(await priceIn()).toBe(edition);
    }
  });

  it("that was only touched is the same generation", async () => {
    write(1);
    expect(await priceIn()).toBe(1);
    for (const at of [longAgo, new Date(), new Date("2100-01-01T00:00:00Z")]) {
      date(at);
      expect(await priceIn()).toBe(1);
    }
    expect(await generations()).toBe(1);
  });

  it.each([
    ["ten years ahead of the clock", new Date(Date.now() + 10 * 365 * 86_400_000)],
    ["as late as its file system can", new Date("9999-12-31T23:59:59Z")],
    ["before 1970", new Date("1960-06-06T00:00:00Z")],
  ])(
    "dated %s answers, has no age below zero, and is read again where it changes",
    async (_, at) => {
      write(1);
      date(at);
      const before = Date.now();
      const { catalog, result } = await ask("info", "openai/gpt-5", "--json");
      const after = Date.now();
      expect(result.price.input).toBe(1);
      const written = statSync(file).mtime;
      expect(catalog.fetchedAt).toBe(written.toISOString());
      expect(catalog).toMatchObject({ origin: "file", stale: false });
      const isKnown = written.getTime() < before && written.getTime() !== 0;
      // the command looked at the clock in between
      const ageAt = (now: number): number => Math.round((now - written.getTime()) / 1000);
      const { ageSeconds } = catalog;
      const isRight =
        isKnown && ageSeconds !== null
          ? ageSeconds >= ageAt(before) && ageSeconds <= ageAt(after)
          : !isKnown && ageSeconds === null;
      expect([ageSeconds, isRight]).toEqual([ageSeconds, true]);
      write(2);
      date(at);
      expect(await priceIn()).toBe(2);
    },
  );
});

describe("refresh-cache of a file while somebody is at the cache", () => {
  /** The lock as a process of an earlier version holds it, of which nothing but its age is known. */
  async function hold(): Promise<string> {
    write(1);
    const variables = { MODELFORGE_URL: file };
    const { stdout } = await command.ask(["cache", "path", "--source"], variables);
    const lock = join(stdout.trim(), "refresh.lock");
    mkdirSync(lock, { recursive: true });
    return lock;
  }

  it("says that it is busy after its patience, and never that it was kept", async () => {
    await hold();
    const variables = { MODELFORGE_URL: file, MODELFORGE_TIMEOUT: "300ms" };
    const ran = await command.ask(["refresh-cache", "--json"], variables);
    expect([ran.code, errorOf(ran).code]).toEqual([5, "cache.busy"]);
    // a question goes on without
    expect(await priceIn()).toBe(1);
    expect(await generations()).toBe(0);
  });

  it("waits for its turn and keeps what it read", async () => {
    const lock = await hold();
    // in a moment it will have been silent for too long
    date(new Date(Date.now() - 4_000), lock);
    const { result } = await ask("refresh-cache", "--json");
    expect(result).toMatchObject({ outcome: "changed", kept: true });
    expect(await generations()).toBe(1);
  });
});
