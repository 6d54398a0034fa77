import { newConfigText } from "../../config/edit.ts";
import { isObject } from "../../config/kinds.ts";
import { isOwnModel, leavesOf, nameOf } from "../../config/layers.ts";
import { readPlainJson } from "../../config/plain-json.ts";
import { mostConfigBytes, readConfigFile } from "../../config/read-file.ts";
import { checkBelieved } from "../../config/write.ts";
import { ModelForgeError } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import type { KnownModels } from "./known-models.ts";
import { movedSettings, notTaken } from "./moved-settings.ts";
import type { ReadSource } from "./read-source.ts";
import { type Edit, withEdits } from "./with-edits.ts";

/** What one of our files becomes, and what there is to know of it. */
export interface NewText {
  file: string;
  before: string | null;
  after: string | null;
  notes: string[];
}

/** Works out what our files become; nothing is written. Throws `config.unreadable`, `file.unwritable`. */
export function newTexts(
  machine: Pick<System, "files" | "codec">,
  sources: readonly ReadSource[],
  known: KnownModels,
): NewText[] {
  const targets = [...new Set(sources.map(({ target }) => target))];
  return targets.map((file) =>
    newText(
      machine,
      sources.filter(({ target }) => target === file),
      file,
      known,
    ),
  );
}

function newText(
  machine: Pick<System, "files" | "codec">,
  sources: readonly ReadSource[],
  file: string,
  known: KnownModels,
): NewText {
  const scope = sources[0]?.scope ?? "user";
  if (scope === "project") checkBelieved(file, machine.files);
  const inPlace = sources.find(({ isInPlace }) => isInPlace);
  const before = inPlace?.struckText ?? readConfigFile(file, scope, machine)?.text ?? null;
  const read = readPlainJson(before ?? "");
  const { leaves: all } = leavesOf({
    path: file,
    scope,
    text: before ?? "",
    said: isObject(read) ? read : {},
  });
  // a model there is one of the Python ModelForge, whatever it says of it
  const leaves = inPlace === undefined ? all : all.filter(({ path }) => !isOwnModel(path));
  const said = new Map<string, unknown>(leaves.map(({ path, value }) => [nameOf(path), value]));
  const edits: Edit[] = inPlace === undefined ? [] : leaves.map(({ path, value }) => [path, value]);
  const notes: string[] = [];
  for (const source of sources) {
    const moved = movedSettings(source.config, { known, said });
    edits.push(...moved.edits);
    notes.push(...moved.notes, ...leftIn(source));
  }
  const start = inPlace === undefined ? (before ?? "") : newConfigText();
  const after =
    edits.length === 0 && inPlace === undefined ? before : withEdits(start, edits, file);
  if (after !== null && new TextEncoder().encode(after).length > mostConfigBytes)
    throw tooLarge(file);
  return { file, before, after, notes };
}

function leftIn({ struckText, isInPlace, copy, path }: ReadSource): string[] {
  const names = notTaken(struckText, isInPlace);
  if (names.length === 0) return [];
  const shown = names.slice(0, 20).join(", ");
  const more = names.length > 20 ? ` and ${names.length - 20} more` : "";
  return [`not taken over, and left in ${copy?.path ?? path}: ${shown}${more}`];
}

function tooLarge(file: string): ModelForgeError {
  return new ModelForgeError("config.unreadable", {
    message: `nothing was moved: ${file} would hold more than 1 MB, the most that is read of one`,
    hint: "take models out that are not used",
    details: { path: file, line: null },
  });
}
