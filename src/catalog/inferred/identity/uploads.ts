import type { ModelRow } from "../../words/model.ts";
import type { IdSpelling } from "./host-syntax.ts";
import { readSpelling, stemOf } from "./spelling.ts";

/**
 * Ids of what somebody made of another's model and calls its own, with the words of that name:
 * `OpenPipe/Qwen3-14B-Instruct`, called OpenPipe Qwen3 14B Instruct. Nothing else in the catalog is of such an uploader,
 * and others name somebody else before the same words.
 */
export function uploadsOf(
  models: readonly ModelRow[],
  ids: ReadonlyMap<string, IdSpelling>,
  official: readonly IdSpelling[],
): Map<string, readonly string[]> {
  const uploads = new Map<string, readonly string[]>();
  for (const [namespace, row] of uploadersOf(models, ids)) {
    if (row === undefined || !isCalledByIt(row, namespace)) continue;
    const { words } = ids.get(row.id) as IdSpelling;
    if ([official, ids.values()].some((others) => areOthers(words, namespace, others))) {
      uploads.set(row.id, [...readSpelling(namespace).words, ...words]);
    }
  }
  return uploads;
}

/** Somebody else is named before the same words. */
function areOthers(
  words: readonly string[],
  namespace: string,
  ids: Iterable<IdSpelling>,
): boolean {
  const stem = stemOf(words);
  for (const other of ids) {
    if (other.namespace === "" || other.namespace === namespace) continue;
    if (other.words.length === words.length && stemOf(other.words) === stem) return true;
  }
  return false;
}

/** Namespace → the one row that has it; undefined where several have. */
function uploadersOf(
  models: readonly ModelRow[],
  ids: ReadonlyMap<string, IdSpelling>,
): Map<string, ModelRow | undefined> {
  const uploaders = new Map<string, ModelRow | undefined>();
  for (const row of models) {
    const namespace = ids.get(row.id)?.namespace ?? "";
    if (namespace !== "") uploaders.set(namespace, uploaders.has(namespace) ? undefined : row);
  }
  return uploaders;
}

/** Its name begins with the uploader's, which its id does not, and is more than the id written out. */
function isCalledByIt({ id, name }: ModelRow, namespace: string): boolean {
  if (name.includes("/") || name.includes(": ")) return false;
  const by = lettersOf(namespace);
  const bare = lettersOf(id.slice(id.lastIndexOf("/") + 1));
  return by !== "" && lettersOf(name).startsWith(by) && !bare.startsWith(by);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
