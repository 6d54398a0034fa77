#!/usr/bin/env node
import { existsSync, readFileSync, writeSync } from "node:fs";
import { sep } from "node:path";
import type { Start } from "./hot/answer.ts";
import { shortageOf } from "./system/shortages.ts";
import { compile } from "./system/real/code-cache.ts";
import type { Compiled, keepCode } from "./system/real/kept-code/keep.ts";
import { nameOf } from "./system/real/kept-code/names.ts";
import { cachesOf, switchedOffBy } from "./system/real/kept-code/place.ts";
import { directoryToRead } from "./system/real/kept-code/read.ts";
import type { startWhole } from "./whole.ts";

declare const __MODELFORGE_VERSION__: string;
/** The scripts of the short way, with the beginning of their digests: `[["hot-info.js", "9f86d081884c7d65"]]`. */
declare const __MODELFORGE_HOT_SCRIPTS__: readonly (readonly [file: string, digest: string])[];
declare const __dirname: string;
declare const require: NodeJS.Require;

/** Of a script that lies beside this one, and that the bundler is to leave there. */
const load = require;

// Node compiles this file anew at every start, and each function of its own that is called here
const [first = "help", ...others] = process.argv.slice(2);
/** Of these groups commands have a short way that need no catalog. */
const isConfig = first === "config";
const isOwn = isConfig || first === "auth";
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
  const asksHelp = first === "--help" || first === "-h" || first === "help";
  if (others.length > 0 || !(asksHelp || first === "--version")) return false;
  try {
    const text = asksHelp
      ? readFileSync(`${__dirname}${sep}help.txt`)
      : Buffer.from(`${__MODELFORGE_VERSION__}\n`);
    return writeSync(1, text) === text.length;
  } catch {
    // a full disk, a pipe that is full or that nobody reads
    return false;
  }
}

async function start(): Promise<void> {
  const digests = new Map(__MODELFORGE_HOT_SCRIPTS__);
  const directory = directoryToRead(process.env);
  const compiled: Compiled[] = [];
  // the second word tells commands of a group apart; without one a configuration shows what it has
  const [second = "-", ...behind] = others;
  const isAlone = second.startsWith("-");
  const command = isOwn ? `${first}-${isAlone ? "show" : second}` : first;
  const words = isOwn && !isAlone ? behind : others;
  // what flags ask for may take much more than what a command is asked all the time; nobody types its name
  const more = `hot-${command}-conditions.js`;
  const hasMore = digests.has(more) && others.some((one) => one.startsWith("-"));
  const file = hasMore ? more : `hot-${command}.js`;
  const digest = first.includes("-") ? undefined : digests.get(file);
  // who compiles nothing to keep it pays more for the short way than for looking whether there is a catalog
  const isTried = isOwn || first === "complete" || directory !== undefined || hasCache();
  const isHot =
    digest !== undefined && isTried && !isSurelyForWhole() && !(isConfig && isAlone && isAsking());
  const outcome = isHot ? await startHot(file, digest, directory, compiled, words) : "left";
  let isKeeping = switchedOffBy(process.env) === undefined;
  if (outcome !== "answered") {
    // half of it has not run, so that V8 has not compiled it
    compiled.length = 0;
    // the notes have been said: what remains to be said is why the answer could not be written
    if (outcome === "unwritten") process.argv.push("--quiet");
    const whole = load("./whole.js") as { startWhole: typeof startWhole };
    await whole.startWhole([first, ...others], directory, compiled, () => {
      isKeeping = false;
    });
  }
  // 2: what was typed is no command
  if (isKeeping && compiled.length > 0 && process.exitCode !== 2) keep(compiled);
  // all is written: waiting for V8 to optimise what has run takes up to 100 ms after a request
  process.exit();
}

function keep(compiled: readonly Compiled[]): void {
  try {
    const keeping = load("./keep.js") as { keepCode: typeof keepCode };
    keeping.keepCode(process.env, compiled);
  } catch (error) {
    // the answer is out, and the next start compiles again
    if (!isShort(error)) throw error;
  }
}

function isShort(error: unknown): error is NodeJS.ErrnoException {
  return shortageOf((error as NodeJS.ErrnoException).code) !== undefined;
}

/** No file can be opened, so neither can the script that says what is wrong. */
function reportShortage(error: unknown): void {
  if (!isShort(error)) throw error;
  const { code, path = __dirname } = error;
  const [reason, hint] = shortageOf(code) ?? [];
  const message = `cannot read ${path} (${reason}, ${code})`;
  const isJson = others.some((one) => /^(-j|--json|--jq(=.*)?|--format=json)$/.test(one));
  const details = { path, reason: code };
  const failure = {
    schema: "modelforge/v1",
    error: { code: "file.unreadable", message, hint, details },
  };
  const text = isJson ? JSON.stringify(failure) : `error: ${message}\nhint: ${hint}`;
  process.exitCode = 7;
  writeSync(2, `${text}\n`);
}

/** The short way; it leaves what it is not made for to the whole command. */
function startHot(
  file: string,
  digest: string,
  directory: string | undefined,
  compiled: Compiled[],
  words: readonly string[],
): ReturnType<Start> {
  const name = nameOf(first, file, digest, __dirname);
  const keptAt = directory === undefined ? undefined : `${directory}${sep}${name}`;
  // the file holds the function that its script is: nothing large is put together for V8
  const { script, facts, isFromKept } = compile(`${__dirname}${sep}${file}`, keptAt);
  if (!isFromKept) compiled.push({ name, script, facts });
  const exported: { start?: Start } = {};
  const run = script.runInThisContext() as (
    exports: object,
    require: NodeJS.Require,
    directory: string,
  ) => void;
  run(exported, require, __dirname);
  return (exported.start as Start)(words);
}

/** What the short way would only find out after its script is loaded. */
function isSurelyForWhole(): boolean {
  if (first === "complete") return false;
  const source = process.env.MODELFORGE_URL?.trim();
  const isFile = !isOwn && source !== undefined && source !== "" && !source.startsWith("http");
  return isFile || others.some((one) => one === "--help" || one === "-h" || one === "--refresh");
}

/** Whether the word of a group alone may begin a conversation. */
function isAsking(): boolean {
  const { isatty } = process.getBuiltinModule("node:tty");
  return isatty(0) && isatty(1);
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
} else if (!isAnsweredAtOnce()) void start().catch(reportShortage);
