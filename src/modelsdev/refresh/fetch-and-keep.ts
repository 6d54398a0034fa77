import { isoTime } from "../../catalog/words/dates.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { carriesSecret, showAddress } from "../address.ts";
import { type CatalogBody, digestOf } from "../body.ts";
import { currentGeneration } from "../disk/current.ts";
import type { Generation } from "../disk/generation.ts";
import { quarantineDamaged, stateOfOpened } from "../disk/heal.ts";
import { nextSequence } from "../disk/order.ts";
import { isUnkept } from "../disk/read-errors.ts";
import type { Pointer } from "../disk/manifest.ts";
import type { Store, StoreMachine } from "../disk/store.ts";
import { readStoredBody } from "../disk/stored-body.ts";
import { fromRows } from "../disk/raw-catalog.ts";
import { fromMemory } from "../disk/stored-catalog.ts";
import {
  describeGeneration,
  keepGeneration,
  keepPrepared,
  type ReadGeneration,
  workOut,
} from "../disk/write-generation.ts";
import { type Fetched, type Fetching, fetchDocument } from "./fetch.ts";
import { pruneAfter } from "../disk/prune-after.ts";
import { readBody, readFacts, withoutFacts } from "../read-body.ts";
import type { RefreshContext, Refreshed, RefreshWish } from "./refresh.ts";
import { hasShrunken, shrunken } from "./shrink.ts";
import { readSnapshotAbout } from "../snapshot/snapshot.ts";

// facts are a bonus: they may not keep the prices waiting
const factsGraceMs = 2_000;

/** Asks the source and keeps what it sent. The caller holds the lock. */
export async function fetchAndKeep(
  context: RefreshContext,
  wish: RefreshWish,
  deadline: number,
): Promise<Refreshed> {
  const { machine, store } = context;
  const held = currentGeneration(store);
  const warnings: Warning[] = [];
  try {
    // bytes that are damaged must come anew: their ETag would only confirm them
    const isOwn = held?.manifest.source === context.source.shown;
    const known = isOwn && stateOfOpened(held) === "sound" ? held : undefined;
    const [catalog, facts] = await fetchBoth(context, wish, deadline, known, warnings);
    const fetchedAt = isoTime(machine.clock.now());
    if (known !== undefined && catalog.status === "unchanged" && facts?.status !== "changed") {
      return confirm(context, known, fetchedAt, etagsOf(known, store), warnings);
    }
    const body = joinBody(catalog, facts, known, context);
    if (known?.manifest.digest === `sha256:${digestOf(body, machine.codec)}`) {
      // a source without ETags, or with new ones for old bytes
      if (facts?.status === "changed") readFacts(facts.bytes, factsTold(context, warnings));
      return confirm(context, known, fetchedAt, body, warnings);
    }
    return await keep(context, wish, body, held, fetchedAt, warnings);
  } finally {
    held?.close();
    tryKeep(() => store === undefined || quarantineDamaged(store, machine));
  }
}

/** A clock that stands before the day of the snapshot cannot tell that the catalog is the newer of the two. */
function dated({ machine, source }: RefreshContext, fetchedAt: string) {
  const about = readSnapshotAbout(machine.installation);
  const isBehind = about?.standsFor === source.shown && about.takenAt > fetchedAt;
  return isBehind ? { fetchedAt, notBefore: about.takenAt } : { fetchedAt };
}

/** Notes that the source has nothing newer, and the ETags it gives to the same bytes now. */
function confirm(
  context: RefreshContext,
  known: Generation,
  fetchedAt: string,
  { etag, factsEtag }: Etags,
  warnings: Warning[],
): Refreshed {
  const pointer = { generation: known.name, ...dated(context, fetchedAt) };
  const { failure } = tryKeep(() =>
    context.store?.writePointer({ ...pointer, ...withoutUndefined({ etag, factsEtag }) }),
  );
  return { outcome: "unchanged", warnings, ...(failure === undefined ? {} : { unkept: failure }) };
}

async function fetchBoth(
  { machine, source, store }: RefreshContext,
  wish: RefreshWish,
  deadline: number,
  known: Generation | undefined,
  warnings: Warning[],
): Promise<[catalog: Fetched, facts: Fetched | undefined]> {
  const stopFacts = new AbortController();
  const etags = known === undefined ? {} : etagsOf(known, store);
  const wanted = (url: URL, etag: string | undefined): Fetching => ({
    url,
    etag,
    userAgent: `modelforge/${machine.installation.version}`,
    deadline,
    ...(wish.signal === undefined ? {} : { signal: wish.signal }),
  });
  const catalogFetched = fetchDocument(machine, {
    ...wanted(source.catalogUrl, etags.etag),
    ...(wish.onProgress === undefined ? {} : { onProgress: wish.onProgress }),
  });
  // credentials that are refused are not sent a second time
  const mayAskAtOnce = !carriesSecret(source.catalogUrl);
  const factsFetched = (mayAskAtOnce ? Promise.resolve() : catalogFetched).then(() =>
    source.factsUrl === undefined
      ? undefined
      : fetchDocument(machine, {
          ...wanted(source.factsUrl, etags.factsEtag),
          signal: stopFacts.signal,
        }),
  );
  const factsOrNone = factsFetched.catch((error: unknown) => {
    if (!(error instanceof ModelForgeError)) throw error;
    // that there are none, or a page that says so, or that they do not come, is no news: prices may be all there is
    if (error.code.startsWith("catalog.") && error.code !== "catalog.not-json") {
      const at = factsTold({ source }, warnings).name ?? "";
      const message = error.message.startsWith(at) ? error.message : `${at}: ${error.message}`;
      warnings.push(withoutFacts(error.code, message));
    }
    return undefined;
  });
  try {
    const catalog = await catalogFetched;
    const grace = machine.clock.after(factsGraceMs, () => stopFacts.abort());
    const facts = await factsOrNone;
    grace.stop();
    return [catalog, facts];
  } finally {
    stopFacts.abort();
    await factsOrNone;
  }
}

/** What was not sent anew is taken from the generation at hand. */
function joinBody(
  catalog: Fetched,
  facts: Fetched | undefined,
  known: Generation | undefined,
  { machine, source, store }: Pick<RefreshContext, "machine" | "source" | "store">,
): CatalogBody {
  const needsOld = catalog.status === "unchanged" || facts?.status !== "changed";
  const old =
    needsOld && known !== undefined ? readStoredBody(known.directory, machine) : undefined;
  if (catalog.status === "unchanged" && old === undefined) {
    throw new ModelForgeError("network.server-failed", {
      message: `${source.shown} says the catalog is unchanged, but the one at hand is gone`,
      hint: "run modelforge refresh-cache again",
    });
  }
  const etags = known === undefined ? {} : etagsOf(known, store);
  return {
    catalog: catalog.status === "changed" ? catalog.bytes : (old?.catalog ?? new Uint8Array()),
    etag: catalog.status === "changed" ? catalog.etag : etags.etag,
    facts: facts?.status === "changed" ? facts.bytes : old?.facts,
    factsEtag: facts?.status === "changed" ? facts.etag : etags.factsEtag,
  };
}

async function keep(
  context: RefreshContext,
  wish: RefreshWish,
  body: CatalogBody,
  held: Generation | undefined,
  fetchedAt: string,
  warnings: Warning[],
): Promise<Refreshed> {
  const { machine, settings, source, store } = context;
  const parsed = readBody(body, factsTold(context, warnings));
  const offered = { providers: parsed.providers.length, models: parsed.models.length };
  if (wish.acceptShrink !== true && held !== undefined && hasShrunken(offered, held.manifest)) {
    const digest = digestOf(body, machine.codec);
    const keptAt = tryKeep(() => store?.keepRefused(body.catalog, digest));
    throw shrunken(offered, held.manifest, { source: source.shown, keptAt: keptAt.value });
  }
  const read = describeGeneration(parsed, body, {
    source: source.shown,
    fetchedAt,
    sequence: nextSequence(store),
    version: machine.installation.version,
    codec: machine.codec,
  });
  const parts = wish.prepare === true ? workOut(read, machine.codec) : undefined;
  const kept = tryKeep(() => {
    if (store === undefined) return undefined;
    // whoever follows the pointer finds all of it
    if (parts !== undefined) keepPrepared(store, read, parts, machine);
    return point(store, read, dated(context, fetchedAt), machine);
  });
  if (store !== undefined && kept.failure === undefined)
    await pruneAfter(store, machine, settings, warnings);
  const pointer = kept.value;
  const preparing = { store, machine, settings, source: source.shown, failed: new Map() };
  return {
    outcome: "changed",
    stored:
      parts === undefined
        ? fromRows(read, pointer && { ...pointer, pointer }, preparing)
        : fromMemory(read.manifest, parts),
    warnings,
    ...(kept.failure === undefined ? {} : { unkept: kept.failure }),
  };
}

/** Has it answer: as a generation of its own, or as one of the same bytes from before. */
function point(
  store: Store,
  read: ReadGeneration,
  pointer: Omit<Pointer, "generation">,
  machine: StoreMachine,
): Pointer {
  const same = findSame(store, read);
  if (same === undefined) return keepGeneration(store, read, pointer, machine);
  const kept = { generation: same, ...pointer };
  store.writePointer(kept);
  return kept;
}

function factsTold({ source }: Pick<RefreshContext, "source">, warnings: Warning[]) {
  const { factsUrl } = source;
  return { name: factsUrl && showAddress(factsUrl), warnings };
}

interface Etags {
  etag?: string | undefined;
  factsEtag?: string | undefined;
}

/** The ETags last given to the bytes of a generation. */
function etagsOf({ name, manifest }: Generation, store: Store | undefined): Etags {
  const pointer = store?.readPointer();
  const newer = pointer?.generation === name ? pointer : undefined;
  return {
    etag: newer?.etag ?? manifest.etag ?? undefined,
    factsEtag: newer?.factsEtag ?? manifest.factsEtag ?? undefined,
  };
}

function withoutUndefined({ etag, factsEtag }: Etags): { etag?: string; factsEtag?: string } {
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(factsEtag === undefined ? {} : { factsEtag }),
  };
}

/** A generation of the same bytes from before: what was restored, or what the source went back to. */
function findSame(store: Store, { manifest }: ReadGeneration): string | undefined {
  for (const generation of store.generations()) {
    const { digest, etag, factsEtag } = generation.manifest;
    const isSame =
      digest === manifest.digest && etag === manifest.etag && factsEtag === manifest.factsEtag;
    if (isSame && stateOfOpened(generation) === "sound") return generation.name;
  }
  return undefined;
}

/** A cache that cannot be written costs the next run a fetch, not this run its answer. */
function tryKeep<T>(write: () => T): { value?: T; failure?: ModelForgeError } {
  try {
    return { value: write() };
  } catch (failure) {
    if (isUnkept(failure)) return { failure };
    throw failure;
  }
}
