import { closeSync, fstatSync, openSync, readSync } from "node:fs";
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
  script: Buffer;
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
  const wrapped = readWrapped(path);
  const source = wrapped.subarray(head.length, -tail.length);
  const cachedData = keptAt === undefined ? undefined : readCode(keptAt, source);
  const script = new Script(wrapped.toString("latin1"), {
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

/** In one piece from the start: V8 would copy what is put together of several strings. */
function readWrapped(path: string): Buffer {
  const descriptor = openSync(path, "r");
  const { size } = fstatSync(descriptor);
  const wrapped = Buffer.allocUnsafeSlow(head.length + size + tail.length);
  const end = head.length + readSync(descriptor, wrapped, head.length, size, 0);
  closeSync(descriptor);
  wrapped.write(head, "latin1");
  return wrapped.subarray(0, end + wrapped.write(tail, end, "latin1"));
}
