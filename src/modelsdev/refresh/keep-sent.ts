import { ModelForgeError, type Warning } from "../../failure.ts";
import { type CatalogBody, digestOf } from "../body.ts";
import type { Generation } from "../disk/generation.ts";
import { stateOfOpened } from "../disk/heal.ts";
import type { Pointer } from "../disk/manifest.ts";
import { nextSequence } from "../disk/order.ts";
import { pruneAfter } from "../disk/prune-after.ts";
import { fromRows } from "../disk/raw-catalog.ts";
import { type ReadGeneration, readGeneration } from "../disk/read-generation.ts";
import type { Store, StoreMachine } from "../disk/store.ts";
import { readStoredBody } from "../disk/stored-body.ts";
import { fromMemory } from "../disk/stored-catalog.ts";
import { keepGeneration, keepPrepared, workOut } from "../disk/write-generation.ts";
import { factsTold } from "../facts-told.ts";
import { confirm, dated, type Etags, tryKeep } from "./confirm.ts";
import type { Fetched } from "./fetch.ts";
import type { RefreshContext, Refreshed, RefreshWish } from "./refresh.ts";
import { hasShrunken, shrunken } from "./shrink.ts";

/** What came of asking, and what was at hand. */
interface Sent {
  catalog: Fetched;
  facts: Fetched | undefined;
  /** The generation whose ETags the source was told. */
  known: Generation | undefined;
  etags: Etags;
  /** The one that answers, whatever its state. */
  held: Generation | undefined;
  fetchedAt: string;
  warnings: Warning[];
}

/** Keeps what the source sent, where it is not what is at hand already. */
export async function keepSent(
  context: RefreshContext,
  wish: RefreshWish,
  sent: Sent,
): Promise<Refreshed> {
  const { facts, known, fetchedAt, warnings } = sent;
  const body = joinBody(sent, context);
  const digest = `sha256:${digestOf(body, context.machine.codec)}`;
  if (known?.manifest.digest === digest) {
    // a source without ETags, or with new ones for old bytes
    if (facts?.status === "changed") {
      const { readFacts } = await import("../read-body.ts");
      readFacts(facts.bytes, factsTold(context.source, warnings));
    }
    return confirm(context, known, fetchedAt, body, warnings);
  }
  return keep(context, wish, { body, digest }, sent);
}

/** What was not sent anew is taken from the generation at hand. */
function joinBody(
  { catalog, facts, known, etags }: Sent,
  { machine, source }: Pick<RefreshContext, "machine" | "source">,
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
  return {
    catalog: catalog.status === "changed" ? catalog.bytes : (old?.catalog ?? new Uint8Array()),
    etag: catalog.status === "changed" ? catalog.etag : etags.etag,
    facts: facts?.status === "changed" ? facts.bytes : old?.facts,
    brotli: {
      catalog: catalog.status === "changed" ? catalog.brotli : undefined,
      facts: facts?.status === "changed" ? facts.brotli : undefined,
    },
    factsEtag: facts?.status === "changed" ? facts.etag : etags.factsEtag,
  };
}

async function keep(
  context: RefreshContext,
  wish: RefreshWish,
  { body, digest }: { body: CatalogBody; digest: string },
  { held, fetchedAt, warnings }: Sent,
): Promise<Refreshed> {
  const { machine, settings, source, store } = context;
  const read = await readGeneration(
    body,
    {
      digest,
      source: source.shown,
      fetchedAt,
      sequence: nextSequence(store),
      version: machine.installation.version,
      codec: machine.codec,
      now: machine.clock.now(),
    },
    { told: factsTold(source, warnings), whole: wish.allRows === true },
  );
  const { providers, models } = read.manifest;
  const offered = { providers, models };
  if (wish.acceptShrink !== true && held !== undefined && hasShrunken(offered, held.manifest)) {
    const keptAt = tryKeep(() => store?.keepRefused(body.catalog, digest.slice("sha256:".length)));
    throw shrunken(offered, held.manifest, { source: source.shown, keptAt: keptAt.value });
  }
  const worked = wish.prepare === true ? await workOut(read, machine.codec) : undefined;
  const isFirst = store?.generationNames().length === 0 && store.siblings().length <= 1;
  const kept = tryKeep(() => {
    if (store === undefined) return undefined;
    // whoever follows the pointer finds all of it
    if (worked !== undefined) keepPrepared(store, worked, machine);
    return point(store, read, dated(context, fetchedAt), machine);
  });
  // nothing can make room for the only one; what is worked out of it asks again
  const isSmall = isFirst && worked === undefined && body.catalog.length < settings.maxCacheBytes;
  if (store !== undefined && kept.failure === undefined && !isSmall)
    await pruneAfter(store, machine, settings, warnings);
  const pointer = kept.value;
  const preparing = { store, machine, settings, source: source.shown, failed: new Map() };
  return {
    outcome: "changed",
    stored:
      worked === undefined
        ? await fromRows(read, pointer && { ...pointer, pointer }, preparing)
        : fromMemory(worked),
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
