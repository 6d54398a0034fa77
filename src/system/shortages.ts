type Told = readonly [reason: string, remedy: string];

/**
 * What opens no more files, and what to do: said of catalogs, and of this program's own scripts. Undefined for every other
 * word of the system.
 */
export function shortageOf(code: unknown): Told | undefined {
  // no table: bin.js would make it at every start
  if (code === "EMFILE")
    return [
      "this process has too many files open",
      "close clients that are done, or allow more with ulimit -n",
    ];
  if (code === "ENFILE")
    return ["this machine has too many files open", "close programs that hold many files"];
  return undefined;
}
