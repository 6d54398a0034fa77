#!/usr/bin/env node
import { join } from "node:path";
import { runScript } from "./system/real/code-cache.ts";

declare const __MODELFORGE_VERSION__: string;
declare const __dirname: string;
declare const require: NodeJS.Require;

/** Below the cache directory the environment names; the settings are read properly by the command itself. */
function cachePath(): string | undefined {
  const { MODELFORGE_CACHE_DIR: given, XDG_CACHE_HOME: base, HOME: home } = process.env;
  const inHome = home ? join(home, ".cache") : undefined;
  const root = given || join(base?.startsWith("/") ? base : (inHome ?? ""), "model-forge", "modelsdev");
  if (!given && !base && inHome === undefined) return undefined;
  return join(root, "code", `${__MODELFORGE_VERSION__}-${process.version}-${process.arch}.bin`);
}

const { exports, learn } = runScript(join(__dirname, "warm.js"), cachePath(), require);
const { start } = exports as { start(): Promise<void> };
void start().then(() => {
  // flags differ from run to run; what is compiled depends on the command's name
  learn(process.argv.slice(2).find((word) => /^[a-z-]+$/.test(word) && !word.startsWith("-")) ?? "");
});
