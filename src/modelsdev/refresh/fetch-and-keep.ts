import { isoTime } from "../../catalog/words/dates.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { carriesSecret } from "../../system/address.ts";
import { current } from "../disk/current.ts";
import { isWorthConfirming, quarantineDamaged } from "../disk/heal.ts";
import { factsTold, withoutFacts } from "../facts-told.ts";
import { confirm, type Etags, etagsOf, tryKeep } from "./confirm.ts";
import { type Fetched, type Fetching, fetchDocument } from "./fetch.ts";
import type { RefreshContext, Refreshed, RefreshWish } from "./refresh.ts";

// facts are a bonus: they may not keep the prices waiting
const factsGraceMs = 2_000;

/** Asks the source and keeps what it sent. The caller holds the lock. */
export async function fetchAndKeep(
  context: RefreshContext,
  wish: RefreshWish,
  deadline: number,
): Promise<Refreshed> {
  const { machine, store, source } = context;
  // nobody else changes it while the lock is held
  const { pointer, generation: held } = current(store);
  const ofSource = held?.manifest.source === source.shown ? held : undefined;
  // nobody can note a doubt where there is no pointer
  const isLost = pointer === undefined && (store?.generationNames().length ?? 0) > 0;
  const wasDoubted = pointer?.doubted === true || isLost;
  // bytes that are damaged must come anew: their ETag would only confirm them
  const known =
    ofSource !== undefined && isWorthConfirming(ofSource, wasDoubted) ? ofSource : undefined;
  const warnings: Warning[] = [];
  try {
    const etags = known === undefined ? {} : etagsOf(known, pointer);
    const [catalog, facts] = await fetchBoth(context, wish, deadline, etags, warnings);
    const fetchedAt = isoTime(machine.clock.now());
    if (known !== undefined && catalog.status === "unchanged" && facts?.status !== "changed") {
      return confirm(context, known, fetchedAt, etags, warnings);
    }
    // loaded only now: who is told that nothing is newer needs no parser
    const { keepSent } = await import("./keep-sent.ts");
    const sent = { catalog, facts, known, etags, held, fetchedAt, warnings };
    const keep = (): Promise<Refreshed> => keepSent(context, wish, sent);
    // stepping over the bytes is one loop, which is worth optimising
    return await (wish.allRows === true ? machine.process.once(keep) : keep());
  } finally {
    held?.close();
    const isDoubted = wasDoubted || (ofSource !== undefined && known === undefined);
    tryKeep(() => store === undefined || quarantineDamaged(store, machine, isDoubted));
  }
}

async function fetchBoth(
  { machine, source }: RefreshContext,
  wish: RefreshWish,
  deadline: number,
  etags: Etags,
  warnings: Warning[],
): Promise<[catalog: Fetched, facts: Fetched | undefined]> {
  const stopFacts = new AbortController();
  const wanted = (url: URL, etag: string | undefined): Fetching => ({
    url,
    etag,
    userAgent: `modelforge/${machine.installation.version}`,
    deadline,
    allowedMs: wish.limitMs,
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
      const at = factsTold(source, warnings).name ?? "";
      const message = error.message.startsWith(at) ? error.message : `${at}: ${error.message}`;
      warnings.push(withoutFacts(error.code, message));
    }
    return undefined;
  });
  let isOver = false;
  try {
    const catalog = await catalogFetched;
    const grace = machine.clock.after(factsGraceMs, () => stopFacts.abort());
    const facts = await factsOrNone;
    grace.stop();
    isOver = true;
    return [catalog, facts];
  } finally {
    // an abort that nobody waits for makes an error with its stack all the same
    if (!isOver) stopFacts.abort();
    await factsOrNone;
  }
}
