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
  official: ReadonlySet<string>,
): Map<string, readonly string[]> {
  const uploads = new Map<string, readonly string[]>();
  const stems = new Map<string, string>();
  for (const [namespace, row] of uploadersOf(models, ids)) {
    if (row === undefined || !isCalledByIt(row, namespace)) continue;
    const { words } = ids.get(row.id) as IdSpelling;
    uploads.set(row.id, [...readSpelling(namespace).words, ...words]);
    stems.set(row.id, stemOf(words));
  }
  if (uploads.size === 0) return uploads;
  const known = new Set(official);
  for (const [id, { words, namespace }] of ids) {
    if (namespace !== "" && !uploads.has(id)) known.add(stemOf(words));
  }
  for (const [id, stem] of stems) if (!known.has(stem)) uploads.delete(id);
  return uploads;
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
