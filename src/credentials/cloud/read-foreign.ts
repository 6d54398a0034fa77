import { ModelForgeError } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { valueIn } from "../find.ts";

export type ForeignMachine = Pick<System, "environment" | "codec"> & {
  files: Pick<System["files"], "target" | "resolve" | "readGiven">;
};

// the largest ones of people have some hundred profiles
const mostBytes = 1_000_000;

/** A file of another program, whatever stands there; why not, where it cannot be read. */
export type Foreign = { path: string; text: string | undefined; why: string | undefined };

/** Reads one: it may be missing, and what is no file of text is not waited for. */
export function readForeign({ files, codec }: ForeignMachine, path: string): Foreign {
  const nothing = { path, text: undefined, why: undefined };
  try {
    const kind = files.target(path)?.kind;
    if (kind === undefined) return nothing;
    // a descriptor is whoever's who started the command
    if (kind !== "file" || /^\/(?:dev|proc)\//.test(path)) return { ...nothing, why: "is no file" };
    const bytes = files.readGiven(path, mostBytes);
    if (bytes === undefined) return nothing;
    if (!codec.isUtf8(bytes)) return { ...nothing, why: "is no text" };
    return { ...nothing, text: codec.text(bytes) };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const isLarge = error.code === "file.too-large";
    return { ...nothing, why: isLarge ? "is too large" : "cannot be read" };
  }
}

/** Whether a variable names a file that is there. */
export function namesFile(machine: ForeignMachine, variable: string): boolean {
  const path = valueIn(machine.environment, variable);
  if (path === undefined) return false;
  try {
    return machine.files.target(placeOf(machine, path) ?? path)?.kind === "file";
  } catch (error) {
    if (error instanceof ModelForgeError) return false;
    throw error;
  }
}

/** `~/.aws/config` below the home directory; undefined where there is none. */
export function placeOf({ environment, files }: ForeignMachine, path: string): string | undefined {
  const { home, currentDirectory } = environment;
  if (!/^~[/\\]/.test(path)) return files.resolve(currentDirectory, path);
  return home === undefined ? undefined : files.resolve(home, path.slice(2));
}
