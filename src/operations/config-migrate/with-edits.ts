import { editedText, newConfigText } from "../../config/edit.ts";
import { isObject } from "../../config/kinds.ts";
import { readPlainJson } from "../../config/plain-json.ts";

export type Edit = readonly [path: readonly string[], value: unknown];

/** The text with many values set: what is new as a whole is written in one go, however much it is. */
export function withEdits(text: string, edits: readonly Edit[], file: string): string {
  const start = newConfigText();
  if (text.trim() === "" || text === start) {
    // there is nothing to keep, and a hundred times as fast
    const all = { ...(JSON.parse(start) as object), ...(whole(edits) as object) };
    return `${JSON.stringify(all, null, 2)}\n`;
  }
  const said = readPlainJson(text);
  const groups = new Map<string, { at: readonly string[]; edits: Edit[] }>();
  for (const [path, value] of edits) {
    const at = path.slice(0, knownSteps(said, path) + 1);
    const key = JSON.stringify(at);
    const group = groups.get(key) ?? { at, edits: [] };
    groups.set(key, group);
    group.edits.push([path.slice(at.length), value]);
  }
  let now = text;
  for (const group of groups.values()) {
    now = editedText(now, group.at, whole(group.edits), file);
  }
  return now;
}

/** How many steps of the way are there and lead on. */
function knownSteps(said: unknown, path: readonly string[]): number {
  let [at, steps] = [said, 0];
  for (const step of path.slice(0, -1)) {
    const inner: unknown = isObject(at)
      ? Object.entries(at).find(([name]) => name === step)?.[1]
      : undefined;
    if (!isObject(inner)) return steps;
    [at, steps] = [inner, steps + 1];
  }
  return steps;
}

/** A name may be `__proto__`: entries become the object's own. */
function whole(edits: readonly Edit[]): unknown {
  const [first] = edits;
  if (first === undefined) return {};
  if (first[0].length === 0) return edits.at(-1)?.[1];
  const inside = new Map<string, Edit[]>();
  for (const [[step = "", ...rest], value] of edits) {
    const inner = inside.get(step) ?? [];
    inside.set(step, inner);
    inner.push([rest, value]);
  }
  return Object.fromEntries([...inside].map(([step, inner]) => [step, whole(inner)]));
}
