import type { CatalogStamp } from "../../../modelsdev/stamp.ts";
import type { CacheStatus } from "../../../operations/cache-status/cache-status.ts";
import type { Drawn } from "./drawn.ts";
import { describeAge } from "./age.ts";
import { showAge, showBytes, showCount } from "./numbers.ts";
import { Page } from "./page.ts";
import type { Style } from "./style.ts";

export async function renderCacheStatus(
  status: CacheStatus,
  catalog: CatalogStamp | undefined,
  style: Style,
): Promise<Drawn> {
  const page = new Page(style);
  page.title("Catalog cache", status.source);
  page.section("What answers now");
  if (catalog === undefined) page.say("  nothing: there is no catalog on disk");
  else {
    const age = `${describeAge(catalog)}${catalog.stale ? ", stale" : ""}`;
    page.fields([
      ["origin", catalog.origin],
      ["fetched", `${catalog.fetchedAt} (${age}; stale after ${showAge(status.ttlSeconds)})`],
      ["holds", `${showCount(catalog.models)} models of ${catalog.providers} providers`],
      ["digest", catalog.digest],
      ["generation", status.generation],
      ["ETag", status.etag],
    ]);
  }
  page.section("On disk");
  page.fields([
    ["directory", status.directory ?? "none: no place for a cache (set MODELFORGE_CACHE_DIR)"],
    ["generations", String(status.generations)],
    [
      "size",
      `${showBytes(status.bytes)}; all sources ${showBytes(status.allBytes)} of ${showBytes(status.maxBytes)}`,
    ],
    ["snapshot", describeSnapshot(status)],
    ["kept code", describeKeptCode(status)],
  ]);
  page.section("How it went");
  const { hits, misses, snapshot } = status.answers;
  const last = status.lastRefresh;
  page.fields([
    [
      "answers",
      `${showCount(hits)} from the cache, ${showCount(misses)} waited for the source, ${showCount(snapshot)} from the snapshot`,
    ],
    ["last refresh", last === null ? "none yet" : last.at],
    ["last error", last?.error == null ? "none" : `${last.error.message} (${last.error.code})`],
  ]);
  addFindings(page, status);
  return page.draw();
}

function describeSnapshot({ snapshot }: CacheStatus): string {
  return snapshot === null ? "none in this build" : `${snapshot.takenAt} from ${snapshot.source}`;
}

function describeKeptCode({ keptCode: { directory, files, bytes, notUsed } }: CacheStatus): string {
  const found = files === 1 ? "1 file" : `${files} files`;
  const place = directory === null ? "none" : `${found}, ${showBytes(bytes)} in ${directory}`;
  return notUsed === null ? place : `${place}; not used: ${notUsed}`;
}

function addFindings(page: Page, { setAside, unknownFields, oddValues }: CacheStatus): void {
  page.section("What the wire holds that this version does not expect");
  const counts = (record: Record<string, number>): string =>
    Object.entries(record)
      .map(([name, count]) => `${name} (${count})`)
      .join(", ") || "none";
  page.fields([
    ["rows set aside", String(setAside.count)],
    ["unknown fields", counts(unknownFields)],
    ["odd values", counts(oddValues)],
  ]);
  for (const { where, reason } of setAside.first.slice(0, 10)) page.say(`  ${where}: ${reason}`);
}
