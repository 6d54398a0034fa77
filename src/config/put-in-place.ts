import { shellWord } from "../catalog/words/shell-word.ts";
import { ModelForgeError, retold } from "../failure.ts";
import type { System } from "../system/ports.ts";
import type { FileChange } from "./noted-changes.ts";
import { contentOf, type KeptText } from "./kept-text.ts";

type Files = Pick<System["files"], "info" | "removeFile" | "replace">;

/** Each file becomes what it is to be. Where one cannot, those before it become again what they were. Throws `file.unwritable`. */
export function putInPlace(files: Files, changes: readonly FileChange[]): void {
  const done: FileChange[] = [];
  for (const change of changes) {
    try {
      put(files, change.file, change.after);
      done.push(change);
    } catch (error) {
      const left = done.filter((one) => !isPutBack(files, one));
      throw left.length > 0 && error instanceof ModelForgeError ? halfDone(error, left) : error;
    }
  }
}

/**
 * Throws `file.unwritable` where somebody took the right to write it, or what it stands in, from themselves: a rename would
 * not ask.
 */
export function refuseReadOnly(files: Pick<Files, "info">, file: string): void {
  if (files.info(file)?.isReadOnly === true) throw readOnly(file);
  let directory = file.replace(/\/[^/]*$/, "");
  while (directory !== "" && files.info(directory) === undefined)
    directory = directory.replace(/\/?[^/]*$/, "");
  if (directory !== "" && files.info(directory)?.isReadOnly === true) throw readOnly(directory);
}

function put(files: Files, file: string, content: KeptText): void {
  refuseReadOnly(files, file);
  if (content === null) files.removeFile(file);
  else files.replace(file, contentOf(content), { rights: "kept", first: true });
}

function isPutBack(files: Files, { file, before }: FileChange): boolean {
  try {
    put(files, file, before);
    return true;
  } catch (error) {
    if (error instanceof ModelForgeError) return false;
    throw error;
  }
}

function halfDone(error: ModelForgeError, left: readonly FileChange[]): ModelForgeError {
  const names = left.map(({ file }) => file).join(" and ");
  return retold(error, {
    message: `${error.message}; ${names} had been changed by then, and could not be put back`,
    hint: "modelforge config rollback takes that back once it can be written again",
    details: { ...error.details, changed: left.map(({ file }) => file) },
  });
}

function readOnly(path: string): ModelForgeError {
  return new ModelForgeError("file.unwritable", {
    message: `cannot write ${path}: its rights let nobody write it`,
    hint: `if it is to be changed all the same, chmod u+w ${shellWord(path)}`,
    details: { path, reason: "EACCES" },
  });
}
