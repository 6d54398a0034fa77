import { sep } from "node:path";
import { compile } from "./system/real/code-cache.ts";
import type { Compiled } from "./system/real/kept-code/keep.ts";
import { nameOf } from "./system/real/kept-code/names.ts";

/** The scripts whose compiled form is kept, with the beginning of their digests: `[["warm.js", "9f86d081884c7d65"]]`. */
declare const __MODELFORGE_SCRIPTS__: readonly (readonly [file: string, digest: string])[];
declare const __dirname: string;
declare const require: NodeJS.Require;
declare const module: NodeJS.Module;

const digests = new Map(__MODELFORGE_SCRIPTS__);
// the class of this very module: node:module need not be loaded for it
const Module = module.constructor as new (id: string) => NodeJS.Module;
// Bun and Deno have no kept code, and their modules are not made as Node's
const isNode = !("bun" in process.versions) && !("deno" in process.versions);

// as Node's own loader wraps a CommonJS script
const head = "(function (exports, require, module, __filename, __dirname) { ";
const tail = "\n});";

/**
 * Runs the whole command, whose scripts are compiled with the help of what was kept of them.
 *
 * @param words all that was typed
 * @param directory where kept code can be read from
 * @param compiled gets what was compiled anew
 * @param stopKeeping is called where what is kept is removed: nothing is to lie there again a moment later
 */
export function startWhole(
  words: readonly string[],
  directory: string | undefined,
  compiled: Compiled[],
  stopKeeping: () => void,
): Promise<void> {
  // each command keeps what it needs itself: reading what another compiled would cost it time
  const word = words.find((one) => /^[a-z][a-z-]{1,19}$/.test(one)) ?? "help";

  const run = (path: string, file: string, digest: string): unknown => {
    const name = nameOf(word, file, digest, __dirname);
    const keptAt = directory === undefined ? undefined : `${directory}${sep}${name}`;
    const { script, facts, isFromKept } = compile(path, keptAt, head, tail);
    if (!isFromKept) compiled.push({ name, script, facts });
    const running = new Module(path);
    running.filename = path;
    // later requires of it find the same module
    // look-up allowed: a path is absolute
    load.cache[path] = running;
    const begin = script.runInThisContext() as (...args: unknown[]) => void;
    begin.call(running.exports, running.exports, load, running, path, __dirname);
    running.loaded = true;
    return running.exports;
  };
  /** What only some commands need is loaded like the first script. */
  const load = Object.assign((id: string): unknown => {
    const file = id.slice("./".length);
    const path = `${__dirname}${sep}${file}`;
    // look-up allowed: a path is absolute
    const known = require.cache[path];
    // Node would look for the file once more
    if (known !== undefined) return known.exports as unknown;
    const digest = digests.get(file);
    return digest !== undefined && isNode ? run(path, file, digest) : (require(id) as unknown);
  }, require);

  const { start } = load("./warm.js") as { start(stopKeeping: () => void): Promise<void> };
  return start(stopKeeping);
}
