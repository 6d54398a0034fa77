#!/usr/bin/env node
import { existsSync, readFileSync, writeSync } from "node:fs";
import { sep } from "node:path";
import type { Start } from "./hot/answer.ts";
import { runScript } from "./system/real/code-cache.ts";
import type { Compiled, keepCode } from "./system/real/kept-code/keep.ts";
import { nameOf } from "./system/real/kept-code/names.ts";
import { cachesOf, switchedOffBy } from "./system/real/kept-code/place.ts";
import { directoryToRead } from "./system/real/kept-code/read.ts";

declare const __MODELFORGE_VERSION__: string;
/** The scripts whose compiled form is kept, with the beginning of their digests: `{ "warm.js": "9f86d081884c7d65" }`. */
declare const __MODELFORGE_SCRIPTS__: Readonly<Record<string, string>>;
declare const __dirname: string;
declare const require: NodeJS.Require;
declare const module: NodeJS.Module;

const digests = new Map(Object.entries(__MODELFORGE_SCRIPTS__));
// the class of this very module: node:module need not be loaded for it
const Module = module.constructor as new (id: string) => NodeJS.Module;
const [first = "help", ...others] = process.argv.slice(2);
// Bun and Deno have no kept code, and their modules are not made as Node's
const isNode = !("bun" in process.versions) && !("deno" in process.versions);
/** What package.json asks for, which nobody has to heed. */
const oldestNode = [20, 18, 1];

/** On an older Node all else would end with a stack. */
function isTooOld(): boolean {
  const version = process.versions.node.split(".").map(Number);
  const at = oldestNode.findIndex((wanted, place) => version[place] !== wanted);
  return at >= 0 && !((version[at] ?? 0) > (oldestNode[at] ?? 0));
}

/** A text that the build made needs no script; where it cannot be written, the command itself says why. */
function isAnsweredAtOnce(): boolean {
  if (others.length > 0) return false;
  try {
    const text = textAtOnce();
    return text !== undefined && writeSync(1, text) === text.length;
  } catch {
    // a full disk, a pipe that is full or that nobody reads
    return false;
  }
}

function textAtOnce(): Buffer | undefined {
  if (first === "--version") return Buffer.from(`${__MODELFORGE_VERSION__}\n`);
  const asksHelp = first === "--help" || first === "-h" || first === "help";
  return asksHelp ? readFileSync(`${__dirname}${sep}help.txt`) : undefined;
}

function startCommand(): void {
  // each command keeps what it needs itself: reading what another compiled would cost it time
  const isHot = digests.has(`hot-${first}.js`);
  const word = isHot
    ? first
    : ([first, ...others].find((one) => /^[a-z][a-z-]{1,19}$/.test(one)) ?? "help");
  const directory = directoryToRead(process.env);
  const compiled: Compiled[] = [];
  let isKeeping = switchedOffBy(process.env) === undefined;

  const run = (file: string, digest: string): unknown => {
    const name = nameOf(word, file, digest, __dirname);
    const keptAt = directory === undefined ? undefined : `${directory}${sep}${name}`;
    const running = runScript(`${__dirname}${sep}${file}`, keptAt, load, Module);
    if (!running.isFromKept) compiled.push({ name, script: running.script, code: running.code });
    return running.exports;
  };
  /** What only some commands need is loaded like the first script. */
  const load = Object.assign((id: string): unknown => {
    const file = id.slice("./".length);
    // look-up allowed: a path is absolute
    const known = require.cache[`${__dirname}${sep}${file}`];
    // Node would look for the file once more
    if (known !== undefined) return known.exports as unknown;
    const digest = digests.get(file);
    return digest !== undefined && isNode ? run(file, digest) : (require(id) as unknown);
  }, require);

  const stopKeeping = (): void => {
    isKeeping = false;
  };
  /** The whole command; what a shell asks at every Tab is in a smaller script. */
  const runWhole = (): unknown => {
    const { start } = load(first === "complete" ? "./complete.js" : "./warm.js") as {
      /** `stopKeeping` is called where what is kept is removed: nothing is to lie there again a moment later. */
      start(stopKeeping: () => void): void | Promise<void>;
    };
    return start(stopKeeping);
  };
  /** The short way, where the command has one; false where it leaves the line to the whole command. */
  const runHot = async (): Promise<boolean> => {
    // who compiles nothing to keep it pays more for the short way than for looking whether there is a catalog
    if (!isHot || isSurelyForWhole() || (directory === undefined && !hasCache())) return false;
    // what flags ask for may take much more than what a command is asked all the time
    const more = `hot-${first}-conditions.js`;
    const isMore = digests.has(more) && others.some((one) => one.startsWith("-"));
    const { start } = load(isMore ? `./${more}` : `./hot-${first}.js`) as { start: Start };
    const outcome = await start(others);
    if (outcome === "answered") return true;
    // half of it has not run, so that V8 has not compiled it
    compiled.length = 0;
    // the notes have been said: what remains to be said is why the answer could not be written
    if (outcome === "unwritten") process.argv.push("--quiet");
    return false;
  };
  void runHot()
    .then((isAnswered) => (isAnswered ? undefined : runWhole()))
    .then(() => {
      // 2: what was typed is no command
      if (isKeeping && compiled.length > 0 && process.exitCode !== 2) {
        const keeping = load("./keep.js") as { keepCode: typeof keepCode };
        keeping.keepCode(process.env, compiled);
      }
      // all is written: waiting for V8 to optimise what has run takes up to 100 ms after a request
      process.exit();
    });
}

/** What the short way would only find out after its script is loaded. */
function isSurelyForWhole(): boolean {
  const source = process.env.MODELFORGE_URL?.trim();
  const isFile = source !== undefined && source !== "" && !source.startsWith("http");
  return isFile || others.some((one) => one === "--help" || one === "-h" || one === "--refresh");
}

/** False where the caches of all sources, in the usual place or the given one, are surely still to be made. */
function hasCache(): boolean {
  const { MODELFORGE_CACHE_DIR: given } = process.env;
  const caches = cachesOf(process.env);
  const usual = caches === undefined ? undefined : `${caches}${sep}model-forge${sep}modelsdev`;
  const directory = given?.trim() ? given : usual;
  return directory === undefined || existsSync(directory);
}

if (isTooOld()) {
  const wanted = oldestNode.join(".");
  writeSync(
    2,
    `error: ModelForge needs Node ${wanted} or newer; this is ${process.versions.node}\n`,
  );
  process.exitCode = 2;
} else if (!isAnsweredAtOnce()) startCommand();
