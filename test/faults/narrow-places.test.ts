import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StandIn } from "../stand-in/stand-in.ts";
import { largeCatalog, refsOf, smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { expectAnswersFrom, resultsOf } from "../support/questions.ts";
import { answerOf, errorOf, type Run } from "../support/run.ts";
import { forget, serveCatalog, startServing } from "../support/serving.ts";
import {
  afterMounting,
  describeWhere,
  lackOfMounts,
  lackOfStranger,
  stranger,
} from "../support/tools.ts";

const catalog = smallCatalog();
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startServing(catalog);
});
afterAll(() => standIn.stop());

function refsIn(run: Run): string[] {
  const rows = answerOf<{ ref: string }[]>(run).result;
  return rows.map(({ ref }) => ref).sort();
}

describeWhere(lackOfMounts(), "a cache directory", () => {
  const emptyReadOnly = afterMounting(
    'mount -t tmpfs -o ro,size=64k tmpfs "$MODELFORGE_CACHE_DIR"',
  );
  const readOnly = afterMounting(
    'mount --bind "$MODELFORGE_CACHE_DIR" "$MODELFORGE_CACHE_DIR" && mount -o remount,ro,bind "$MODELFORGE_CACHE_DIR"',
  );
  const tiny = afterMounting('mount -t tmpfs -o size=64k tmpfs "$MODELFORGE_CACHE_DIR"');

  function newPlace(): Place {
    const place = new Place({ MODELFORGE_URL: standIn.url });
    mkdirSync(place.cache);
    return place;
  }

  it("that is full and read-only answers like any other", async () => {
    const place = newPlace();
    await place.run(["refresh-cache"]);
    const run = await place.run(["list", "--json"], { under: readOnly });
    expect(refsIn(run)).toEqual(refsOf(catalog));
    expect(answerOf(run).catalog?.origin).toBe("cache");
    expect(run.stderr).not.toMatch(/^(warning|error):/m);
    const info = await place.run(["info", "acme/swift-2", "--json"], { under: readOnly });
    expect(answerOf(info).warnings).toEqual([]);
  });

  it("that is read-only is refreshed for this one answer, with a warning", async () => {
    const place = newPlace();
    await place.run(["refresh-cache"]);
    serveCatalog(standIn, smallCatalog(2));
    const run = await place.run(["list", "--refresh", "--json"], { under: readOnly });
    serveCatalog(standIn, catalog);
    expect(refsIn(run)).toEqual(refsOf(smallCatalog(2)));
    expect(answerOf(run).warnings.map(({ code }) => code)).toContain("cache.unwritable");
    expect(refsIn(await place.run(["list", "--json"]))).toEqual(refsOf(catalog));
  });

  it.each([
    ["read-only", emptyReadOnly],
    ["on a disk that is full", tiny],
  ])(
    "that is %s makes refresh-cache fail: it may not say success where nothing was kept",
    async (_what, under) => {
      serveCatalog(standIn, largeCatalog(1_000));
      const run = await newPlace().run(["refresh-cache", "--json"], { under });
      serveCatalog(standIn, catalog);
      expect(run.code).toBe(7);
      expect(run.stdout).toBe("");
      expect(errorOf(run).code).toBe("file.unwritable");
    },
  );

  it("whose disk fills up keeps answering from what it held", async () => {
    const script = [
      'cp -r "$MODELFORGE_CACHE_DIR" "$HOME/before"',
      // what is there and a few kilobytes more
      'size=$(($(du -sk "$HOME/before" | cut -f1) + 64))',
      'mount -t tmpfs -o size=${size}k tmpfs "$MODELFORGE_CACHE_DIR"',
      'cp -r "$HOME/before/." "$MODELFORGE_CACHE_DIR"',
      '{ "$1" "$2" refresh-cache > "$HOME/refreshed" 2>&1 || true; }',
    ].join(" && ");
    const place = newPlace();
    await place.run(["refresh-cache"]);
    serveCatalog(standIn, largeCatalog(1_000));
    const run = await place.run(["list", "--json"], { under: afterMounting(script) });
    serveCatalog(standIn, catalog);
    expect(refsIn(run)).toEqual(refsOf(catalog));
    expect(run.stderr).not.toMatch(/damaged/);
  });
});

describe("a machine without a place for a cache", () => {
  const nowhere = {
    HOME: "",
    MODELFORGE_CACHE_DIR: undefined,
    MODELFORGE_STATE_DIR: undefined,
    MODELFORGE_CONFIG_DIR: undefined,
  };

  it("answers each time from the network", async () => {
    const place = new Place({ MODELFORGE_URL: standIn.url, ...nowhere });
    forget(standIn);
    expectAnswersFrom(catalog, await resultsOf(place));
    expect(standIn.count("/api.json", 200)).toBe(4);
    const status = answerOf<{ directory: string | null }>(
      await place.run(["cache", "status", "--json"]),
    );
    expect(status.result.directory).toBeNull();
  });

  it("answers offline from the snapshot", async () => {
    const place = new Place({ MODELFORGE_URL: standIn.url, ...nowhere });
    const run = await place.run(["list", "--json", "--offline", "--limit", "1"]);
    expect(answerOf(run).catalog?.origin).toBe("snapshot");
  });

  it.each([
    [["cache", "verify"]],
    [["cache", "history"]],
    [["cache", "path"]],
    [["cache", "prune"]],
  ])("has a calm answer to modelforge %j", async (args) => {
    const place = new Place({ MODELFORGE_URL: standIn.url, ...nowhere });
    const run = await place.run(args);
    expect([0, 7]).toContain(run.code);
    expect(run.stderr).not.toMatch(/defect/);
  });

  it("answers where a file stands in the place of the directories", async () => {
    const place = new Place({ MODELFORGE_URL: standIn.url });
    writeFileSync(place.cache, "not a directory\n");
    writeFileSync(place.state, "not a directory\n");
    for (let times = 0; times < 2; times += 1) {
      const run = await place.run(["list", "--json"]);
      expect(refsIn(run)).toEqual(refsOf(catalog));
      expect(answerOf(run).warnings.map(({ code }) => code)).toContain("cache.unwritable");
    }
    expectAnswersFrom(catalog, await resultsOf(place));
  });
});

describeWhere(lackOfStranger(), "a user whom the system does not know", () => {
  /** A place whose directories others may look into, as those of a system are. */
  function openPlace(): Place {
    const place = new Place({ MODELFORGE_URL: standIn.url });
    for (const path of [place.directory, place.home]) chmodSync(path, 0o755);
    return place;
  }

  it("gets an answer without HOME and without a cache", async () => {
    const place = openPlace();
    const env = {
      HOME: undefined,
      MODELFORGE_CACHE_DIR: undefined,
      MODELFORGE_STATE_DIR: undefined,
      MODELFORGE_CONFIG_DIR: undefined,
    };
    const run = await place.run(["list", "--json"], { env, under: stranger });
    expect(refsIn(run)).toEqual(refsOf(catalog));
  });

  it("gets an answer from a cache directory it may not write to", async () => {
    const place = openPlace();
    mkdirSync(place.cache, { mode: 0o755 });
    const run = await place.run(["list", "--json"], { under: stranger });
    expect(refsIn(run)).toEqual(refsOf(catalog));
    expect(run.stderr).toMatch(/^warning: .*may not write/m);
  });

  it("gets an answer although it may not even look into the cache directory", async () => {
    const place = openPlace();
    await place.run(["refresh-cache"]);
    const run = await place.run(["list", "--json"], { under: stranger });
    expect(refsIn(run)).toEqual(refsOf(catalog));
  });
});
