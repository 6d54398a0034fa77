import { memoryParts, type PartName, type PreparedPart } from "../../catalog/prepared/parts.ts";
import { type CatalogView, PreparedView } from "../../catalog/view.ts";
import type { ModelForgeError, Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import type { CatalogAbout, Pointer } from "./manifest.ts";
import type { PreparedCatalog } from "./prepared-catalog.ts";
import { isDamage, isMissing, isUnreadable } from "./read-errors.ts";
import type { Store } from "./store.ts";
import { foreignWarning, isNotOurs } from "./unlike-ours.ts";
import type { CatalogBody } from "../body.ts";
import type { Settings } from "../settings.ts";

/** A catalog ready for questions, on disk or in memory. */
export interface StoredCatalog {
  about: CatalogAbout;
  view(): CatalogView;
  /** The same with all rows read, where `view` may lack them. */
  rows?(): Promise<{ view: CatalogView; about: CatalogAbout }>;
  /** Whether what a question needs is worked out of all rows while it is asked, and once. */
  isParsed?: boolean;
  /** When the source last sent or confirmed it, ISO 8601. */
  fetchedAt: string;
  /** Its name on disk; undefined where it lives in memory. */
  generation: string | undefined;
  pointer: Pointer | undefined;
  /**
   * Of one that answers from its rows alone: the same worked out, for questions that need more. `isKept`: it is on disk,
   * where another process may do that.
   */
  unprepared?: { isKept: boolean; prepare(warnings: Warning[]): Promise<StoredCatalog> };
  /** What the source sent, where it is at hand: of one on disk it lies there. */
  body?: CatalogBody;
  /** Whether another process has removed it. */
  isGone(): boolean;
  /** The same with all its files open, to be closed on its own. */
  hold(): StoredCatalog;
  close(): void;
}

/** What opening needs: where to look, whose cache it is, and where to say what was found damaged. */
export interface Opening {
  store: Store;
  machine: System;
  /** What the caches of all sources may take, and who knows when each was last asked. */
  settings: Pick<Settings, "maxCacheBytes" | "stateDirectory">;
  /** As shown to people. */
  source: string;
  warnings: Warning[];
  /** Generations a part of which could not be read since this question began. */
  failed: Failed;
}

/** By name, and what was wrong with them. */
export type Failed = ReadonlyMap<string, "damaged" | "unreadable">;

/** What was worked out and could not be kept. */
export function fromMemory({
  manifest,
  parts,
  body,
}: {
  manifest: CatalogAbout;
  parts: ReadonlyMap<PartName, PreparedPart>;
  body: CatalogBody;
}): StoredCatalog {
  return { ...inMemory(manifest, () => new PreparedView(memoryParts(parts))), body };
}

/** Nothing can take it away. */
export function inMemory(about: CatalogAbout, view: () => CatalogView): StoredCatalog {
  const stored: StoredCatalog = {
    about,
    view,
    fetchedAt: about.fetchedAt,
    generation: undefined,
    pointer: undefined,
    isGone: () => false,
    hold: () => stored,
    close: () => undefined,
  };
  return stored;
}

export function fromDisk(
  prepared: PreparedCatalog,
  of: Pick<StoredCatalog, "generation" | "fetchedAt" | "pointer">,
): StoredCatalog {
  return {
    ...of,
    about: prepared.manifest,
    view: () => new PreparedView(prepared.parts),
    isGone: () => prepared.isGone(),
    hold: () => fromDisk(prepared.hold(), of),
    close: () => prepared.close(),
  };
}

/** Reads something of the cache; where it is damaged or may not be read, that is noted, and the answer undefined. */
export function noteDamage<T>(warnings: Warning[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!isDamage(error) && !isUnreadable(error)) throw error;
    const warning = damageWarning(error);
    if (isMissing(error)) ofMissing.add(warning);
    warnings.push(warning);
    return undefined;
  }
}

// a warning has no room for it
const ofMissing = new WeakSet<Warning>();

/** Whether it says that something is missing, which another process may be removing. */
export function saysMissing(warning: Warning): boolean {
  return ofMissing.has(warning);
}

/** What may not be read is not called damaged: it may be as sound as can be. */
export function damageWarning(damage: ModelForgeError): Warning {
  const { code, message, hint } = damage;
  if (isNotOurs(damage)) return foreignWarning(`${message}; ${hint}`);
  return code === "cache.damaged"
    ? { code, message: `damaged: ${message}` }
    : { code: "cache.unreadable", message: `${message}; ${hint}` };
}

/** Whether a part of a catalog could not be read, and why; undefined where something else went wrong. */
export function failureOfPart(
  { generation }: StoredCatalog,
  error: unknown,
  cacheDirectory = "",
): "damaged" | "unreadable" | undefined {
  if (generation === undefined) return undefined;
  if (isDamage(error)) return "damaged";
  const isOfCache =
    isUnreadable(error) && String(error.details.path).startsWith(`${cacheDirectory}/`);
  return isOfCache ? "unreadable" : undefined;
}
