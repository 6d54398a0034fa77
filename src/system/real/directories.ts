import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, systemError } from "./file-codes.ts";

const ownerOnly = 0o700;
// no path is this deep, and a loop has to end
const deepest = 256;

/** Makes a directory and those above it; whether the last one was missing. Node's own `recursive` never ends below /proc. */
export function makeDirectories(path: string): boolean {
  if (isDirectory(path, "EEXIST")) return false;
  const missing = [path];
  for (let above = dirname(path); !isDirectory(above, "ENOTDIR"); above = dirname(above)) {
    if (missing.length === deepest || above === dirname(above)) {
      throw systemError("ENOENT", "no directory above it can be made");
    }
    missing.push(above);
  }
  let isNew = false;
  for (const one of missing.reverse()) isNew = makeOne(one);
  return isNew;
}

function makeOne(path: string): boolean {
  try {
    mkdirSync(path, ownerOnly);
    return true;
  } catch (error) {
    // another process was faster
    if (codeOf(error) === "EEXIST" && isDirectory(path, "EEXIST")) return false;
    throw error;
  }
}

/** `otherwise` says what is wrong where something else stands there. */
function isDirectory(path: string, otherwise: "EEXIST" | "ENOTDIR"): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return stats !== undefined;
  throw systemError(otherwise, "it is no directory");
}
