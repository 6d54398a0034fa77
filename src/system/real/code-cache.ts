import { lstatSync, readFileSync, statSync } from "node:fs";
import { Script } from "node:vm";
import type { ScriptFacts } from "./kept-code/format.ts";
import { readCode } from "./kept-code/read.ts";
import { isLink } from "./kind-of-file.ts";

/** A script that was compiled here, or with the help of what V8 compiled of it before. */
export interface Compilation {
  script: Script;
  /** What tells whether it is still the same at the next start. */
  facts: ScriptFacts;
  /** Whether V8 took what was kept. */
  isFromKept: boolean;
}

/**
 * Compiles a script with the help of what V8 compiled of it before: half of a warm command's time would go into
 * compiling it again. Node 22 has this built in; Node 20 has not.
 *
 * @param head what stands before the script in the function that runs it
 */
export function compile(
  path: string,
  keptAt: string | undefined,
  head = "",
  tail = "",
): Compilation {
  const found = lstatSync(path);
  // package managers put links in place of files
  const facts = isLink(found) ? statSync(path) : found;
  // as Node's own loader reads scripts: no other way to a file has less to set up
  const source = readFileSync(path, "utf8");
  const cachedData = keptAt === undefined ? undefined : readCode(keptAt, facts);
  const script = new Script(
    head + source + tail,
    cachedData === undefined ? { filename: path } : { filename: path, cachedData },
  );
  const isFromKept = cachedData !== undefined && script.cachedDataRejected !== true;
  return { script, facts, isFromKept };
}
