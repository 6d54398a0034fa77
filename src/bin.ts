#!/usr/bin/env node
import { join } from "node:path";
import { runScript } from "./system/real/code-cache.ts";

declare const __MODELFORGE_VERSION__: string;
declare const __dirname: string;
declare const require: NodeJS.Require;
declare const module: NodeJS.Module;

// each command keeps what it needs itself: reading what another compiled would cost it time
const word = process.argv
  .slice(2)
  .find((one) => /^[a-z-]{2,20}$/.test(one) && !one.startsWith("-"));

/** Below the cache directory the environment names; the settings are read properly by the command itself. */
function cachePath(): string | undefined {
  const { MODELFORGE_CACHE_DIR: given, XDG_CACHE_HOME: base, HOME: home } = process.env;
  const inHome = home ? join(home, ".cache") : undefined;
  const caches = base?.startsWith("/") === true ? base : inHome;
  const root =
    given || (caches === undefined ? undefined : join(caches, "model-forge", "modelsdev"));
  if (root === undefined) return undefined;
  const name = `${__MODELFORGE_VERSION__}-${process.version}-${process.arch}-${word ?? "help"}.bin`;
  return join(root, "code", name);
}

// the class of this very module: node:module need not be loaded for it
const Module = module.constructor as new (id: string) => NodeJS.Module;
const { exports, keep } = runScript(join(__dirname, "warm.js"), cachePath(), require, Module);
const { start } = exports as { start(): Promise<void> };
void start().then(() => {
  // 2: what was typed is no command
  if (process.exitCode !== 2) keep();
  // all is written: waiting for V8 to optimise what has run takes up to 100 ms after a request
  process.exit();
});
