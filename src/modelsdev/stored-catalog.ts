import { memoryParts, type Parts } from "../catalog/prepared/parts.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import type { Generation } from "./cache/generation.ts";
import type { Manifest, Pointer } from "./cache/manifest.ts";
import type { Store } from "./cache/store.ts";
import type { PreparedGeneration } from "./cache/write-generation.ts";

/** A catalog ready for questions, on disk or in memory. */
export interface StoredCatalog {
  manifest: Manifest;
  parts: Parts;
  /** When the source last sent or confirmed it, ISO 8601. */
  fetchedAt: string;
  /** Its name on disk; undefined where it lives in memory. */
  generation: string | undefined;
  pointer: Pointer | undefined;
  close(): void;
}

/** What opening needs: where to look, whose cache it is, and where to say what was found damaged. */
export interface Opening {
  store: Store;
  machine: System;
  /** As shown to people. */
  source: string;
  warnings: Warning[];
}

export function fromMemory(prepared: PreparedGeneration): StoredCatalog {
  return {
    manifest: prepared.manifest,
    parts: memoryParts(prepared.parts),
    fetchedAt: prepared.manifest.fetchedAt,
    generation: undefined,
    pointer: undefined,
    close: () => undefined,
  };
}

export function fromDisk(generation: Generation, pointer: Pointer | undefined): StoredCatalog {
  return {
    manifest: generation.manifest,
    parts: generation.parts,
    fetchedAt: pointer?.fetchedAt ?? generation.manifest.fetchedAt,
    generation: generation.name,
    pointer,
    close: () => generation.close(),
  };
}

export function noteDamage<T>(warnings: Warning[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "cache.damaged") throw error;
    warnings.push(damageWarning(error));
    return undefined;
  }
}

export function damageWarning(damage: ModelForgeError): Warning {
  return { code: "cache.damaged", message: `damaged: ${damage.message}` };
}
