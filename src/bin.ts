#!/usr/bin/env node
import { basename, join } from "node:path";
import { runScript } from "./system/real/code-cache.ts";

declare const __MODELFORGE_VERSION__: string;
declare const __dirname: string;
declare const require: NodeJS.Require;
declare const module: NodeJS.Module;

// each command keeps what it needs itself: reading what another compiled would cost it time
const word = process.argv
  .slice(2)
  .find((one) => /^[a-z-]{2,20}$/.test(one) && !one.startsWith("-"));

/** Where V8's form of a script is kept: below the environment names. The settings are read properly by the command itself. */
function cachePath(script: string): string | undefined {
  const { MODELFORGE_CACHE_DIR: given, XDG_CACHE_HOME: base, HOME: home } = process.env;
  const inHome = home ? join(home, ".cache") : undefined;
  const caches = base?.startsWith("/") === true ? base : inHome;
  const root =
    given || (caches === undefined ? undefined : join(caches, "model-forge", "modelsdev"));
  if (root === undefined) return undefined;
  const name = `${__MODELFORGE_VERSION__}-${process.version}-${process.arch}-${script}.bin`;
  return join(root, "code", name);
}

// the class of this very module: node:module need not be loaded for it
const Module = module.constructor as new (id: string) => NodeJS.Module;
const kept: (() => void)[] = [];

/** What only some commands need, loaded like the first script. */
const large: readonly string[] = ["./choosing.js", "./network.js", "./prepare.js"];
const load = Object.assign((id: string): unknown => {
  const path = large.includes(id) ? join(__dirname, id) : undefined;
  // look-up allowed: a path is absolute
  if (path === undefined || path in require.cache) return require(id) as unknown;
  return run(path, `${word ?? "help"}-${basename(path)}`);
}, require);

function run(path: string, name: string): unknown {
  const { exports, keep } = runScript(path, cachePath(name), load, Module);
  kept.push(keep);
  return exports;
}

// what a shell asks at every Tab is in a smaller script
const script = process.argv[2] === "complete" ? "complete.js" : "warm.js";
const { start } = run(join(__dirname, script), word ?? "help") as {
  start(): void | Promise<void>;
};
void Promise.resolve(start()).then(() => {
  // 2: what was typed is no command
  if (process.exitCode !== 2) for (const keep of kept) keep();
  // all is written: waiting for V8 to optimise what has run takes up to 100 ms after a request
  process.exit();
});
