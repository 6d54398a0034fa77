import { closeSync, constants, fstatSync, openSync, type Stats, writeSync } from "node:fs";
import { linked, systemError } from "./file-codes.ts";
import { isFile, isLink } from "./kind-of-file.ts";
import { notPlain } from "./plain-file.ts";

const ownerOnly = 0o600;
const { O_APPEND, O_CREAT, O_WRONLY } = constants;
// Windows has neither
const safely = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export function appendToFile(path: string, text: string): void {
  const descriptor = openSync(path, O_APPEND | O_CREAT | O_WRONLY | safely, ownerOnly);
  try {
    refuseForeign(fstatSync(descriptor));
    writeSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** What we made is a plain file with one name. */
export function refuseForeign(stats: Stats): void {
  if (isLink(stats)) throw systemError("ELOOP", "it is a link");
  if (!isFile(stats)) throw notPlain(stats);
  if (stats.nlink > 1) throw systemError(linked, "it has a second name");
}
