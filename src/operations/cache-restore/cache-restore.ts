import { ModelForgeError } from "../../failure.ts";
import type { Generation } from "../../modelsdev/cache/generation.ts";
import { listGenerations } from "../../modelsdev/cache/inspect.ts";
import { lockStore } from "../../modelsdev/lock-store.ts";
import type { Operation, OperationContext } from "../operation.ts";

export interface CacheRestoreInput {
  /** Name of a generation, or its beginning. */
  generation: string;
}

export interface CacheRestored {
  generation: string;
  digest: string;
  fetchedAt: string;
}

export const cacheRestore: Operation<CacheRestoreInput, CacheRestored> = {
  name: "cache-restore",
  summary: "Makes an older generation the one that answers, until the next refresh-cache.",
  effect: "writes",
  run: async (context, input, { signal }) => {
    const { access, machine } = context;
    if (access.source.kind === "file") throw refusedForFile(access.source.shown);
    const generation = find(context, input.generation);
    const damages = generation.verify();
    generation.close();
    if (damages[0] !== undefined) throw damages[0];
    const { name, manifest } = generation;
    access.close();
    const { store, settings } = access;
    if (store !== undefined) {
      const deadline = machine.clock.steady() + settings.timeoutMs;
      const lock = await lockStore(store, machine.clock, { deadline, signal });
      try {
        store.writePointer({ generation: name, fetchedAt: manifest.fetchedAt, restored: true });
      } finally {
        await lock.release();
      }
    }
    return {
      result: { generation: name, digest: manifest.digest, fetchedAt: manifest.fetchedAt },
      warnings: [],
    };
  },
};

/** The next command would look at the file, find that it is another, and read it anew. */
function refusedForFile(source: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `a catalog in a file is what the file holds: ${source}`,
    hint: "put the older file in its place, or unset MODELFORGE_URL to restore a generation of models.dev",
    details: { source },
  });
}

function find({ access, machine }: OperationContext, wanted: string): Generation {
  const { store } = access;
  const known = store === undefined ? [] : listGenerations(store, machine.files);
  const text = wanted.trim().replace(/^sha256:/, "");
  const matches =
    text === ""
      ? []
      : known.filter(
          ({ name, digest }) =>
            name.startsWith(text) || digest?.startsWith(`sha256:${text}`) === true,
        );
  const match = matches.find(({ name }) => name === text) ?? matches[0];
  // a repaired copy holds the same
  const isOne = new Set(matches.map(({ digest }) => digest)).size === 1;
  if (store !== undefined && match !== undefined && (isOne || match.name === text)) {
    return store.openGeneration(match.name);
  }
  const names = (matches.length > 0 ? matches : known).map(({ name }) => name);
  throw new ModelForgeError("generation.not-found", {
    message:
      matches.length > 1 ? `${wanted} begins several generations` : `no generation ${wanted}`,
    hint: names.length > 0 ? `known: ${names.slice(0, 5).join(", ")}` : "the cache holds none yet",
    details: { generation: wanted, known: names },
  });
}
