import { said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";
import { listGenerations } from "../../modelsdev/disk/inspect.ts";
import type { Store } from "../../modelsdev/disk/store.ts";
import { withMend } from "../../modelsdev/disk/left-out.ts";
import { lockStore } from "../../modelsdev/disk/lock-store.ts";
import type { System } from "../../system/ports.ts";
import type { Operation } from "../operation.ts";
import type { CacheRestoreInput } from "./input.ts";

export interface CacheRestored {
  generation: string;
  digest: string;
  fetchedAt: string;
}

export const cacheRestore: Operation<CacheRestoreInput, CacheRestored> = async (
  { access, machine },
  input,
  { signal },
) => {
  const { source, store, settings } = access;
  if (source.kind === "file") throw refusedForFile(source.shown);
  if (store === undefined) throw notFound(input.generation, []);
  try {
    return await restore(store);
  } catch (error) {
    throw withMend(error, store.cacheDirectory, machine.files);
  }

  async function restore(one: Store) {
    // a name that is none waits for nobody
    const name = find(one, machine, input.generation);
    const deadline = machine.clock.steady() + settings.timeoutMs;
    const lock = await lockStore(one, machine.clock, { deadline, signal });
    try {
      // another process may have cleared it away meanwhile
      const generation = one.openGeneration(find(one, machine, name));
      const damages = generation.verify();
      generation.close();
      if (damages[0] !== undefined) throw damages[0];
      const { digest, fetchedAt } = generation.manifest;
      one.writePointer({ generation: name, fetchedAt, restored: true });
      access.letGo();
      return { result: { generation: name, digest, fetchedAt }, warnings: access.notices() };
    } finally {
      await lock.release();
    }
  }
};

/** The next command would look at the file, find that it is another, and read it anew. */
function refusedForFile(source: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `a catalog in a file is what the file holds: ${source}`,
    hint: "put the older file in its place, or unset MODELFORGE_URL to restore a generation of models.dev",
    details: { source },
  });
}

/** The name of the one generation that is meant. */
function find(store: Store, { files }: System, wanted: string): string {
  const known = listGenerations(store, files);
  // one that may not be looked at is not called empty: this throws
  if (known.length === 0) files.list(`${store.directory}/generations`);
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
  if (match !== undefined && (isOne || match.name === text)) return match.name;
  const names = (matches.length > 0 ? matches : known).map(({ name }) => name);
  throw notFound(wanted, names, matches.length > 1);
}

function notFound(wanted: string, names: string[], isAmbiguous = false): ModelForgeError {
  return new ModelForgeError("generation.not-found", {
    message: isAmbiguous ? `${wanted} begins several generations` : `no generation ${said(wanted)}`,
    hint: names.length > 0 ? `known: ${names.slice(0, 5).join(", ")}` : "the cache holds none yet",
    details: { generation: wanted, known: names },
  });
}
