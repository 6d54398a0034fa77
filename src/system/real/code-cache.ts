import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { readCode } from "./kept-code/read.ts";

// `--liftoff-only`, set before the first request, changes two more
const flagsAtStart = "--no-liftoff-only --wasm-tier-up --wasm-dynamic-tiering";

// as Node's own loader wraps a CommonJS script
const head = "(function (exports, require, module, __filename, __dirname) { ";
const tail = "\n});";

interface Running {
  exports: unknown;
  script: string;
  /** Whether V8 took what was kept. */
  isFromKept: boolean;
  /** What V8 has compiled of it by now. */
  code(): Buffer;
}

/**
 * Runs a CommonJS script with the help of what V8 compiled of it before, so that later requires of it find the same
 * module: half of a warm command's time would go into compiling it again. Node 22 has this built in; Node 20 has not.
 */
export function runScript(
  path: string,
  keptAt: string | undefined,
  load: NodeJS.Require,
  Module: new (id: string) => NodeJS.Module,
): Running {
  // as Node's own loader reads scripts: no other way to a file has less to set up
  const source = readFileSync(path, "utf8");
  const cachedData = keptAt === undefined ? undefined : readCode(keptAt, source);
  const script = new Script(head + source + tail, {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = new Module(path);
  module.filename = path;
  // look-up allowed: a path is absolute
  load.cache[path] = module;
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run.call(module.exports, module.exports, load, module, path, dirname(path));
  module.loaded = true;
  return {
    exports: module.exports as unknown,
    script: source,
    isFromKept: cachedData !== undefined && script.cachedDataRejected !== true,
    code: () => {
      // V8 takes back only what was kept under the flags it starts with
      process.getBuiltinModule("node:v8").setFlagsFromString(flagsAtStart);
      return script.createCachedData();
    },
  };
}
