import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { Script } from "node:vm";

/**
 * What V8 made of a script, kept for the next start: half of a warm command's time would go into compiling it again.
 * Node 22 has this built in; Node 20 has not. V8 believes what it is given and crashes on a damaged byte, so everything
 * is written twice: comparing two copies takes a fraction of the time of any checksum.
 *
 *     [u32 size of the script][f64 its time][V8's bytes], and the same again
 */
const headerBytes = 12;

// `--liftoff-only`, set before the first request, changes two more
const flagsAtStart = "--no-liftoff-only --wasm-tier-up --wasm-dynamic-tiering";

interface Look {
  size: number;
  time: number;
}

/**
 * Runs a CommonJS script with the help of what was kept of it, so that later requires of it find the same module.
 * `keep` keeps what has been compiled, where nothing was kept before; a file that cannot be read or written
 * changes nothing but the time.
 */
export function runScript(
  path: string,
  cachePath: string | undefined,
  load: NodeJS.Require,
  Module: new (id: string) => NodeJS.Module,
): { exports: unknown; keep(): void } {
  const descriptor = openSync(path, "r");
  const { size, mtimeMs } = fstatSync(descriptor);
  const source = readFileSync(descriptor, "latin1");
  closeSync(descriptor);
  const look = { size, time: mtimeMs };
  const cachedData = cachePath === undefined ? undefined : readKept(cachePath, look);
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
  const script = new Script(wrapped, {
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
  const isUsed = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports as unknown,
    keep: () => {
      if (cachePath === undefined || isUsed) return;
      // V8 takes back only what was kept under the flags it starts with
      process.getBuiltinModule("node:v8").setFlagsFromString(flagsAtStart);
      write(cachePath, look, script.createCachedData());
    },
  };
}

function readKept(path: string, look: Look): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    // not there yet, or not ours to read: it is compiled as usual
    return undefined;
  }
  const half = bytes.length / 2;
  const copy = bytes.subarray(0, Math.floor(half));
  if (copy.length < headerBytes || !copy.equals(bytes.subarray(Math.ceil(half)))) return undefined;
  const isSame = copy.readUInt32LE(0) === look.size && copy.readDoubleLE(4) === look.time;
  return isSame ? copy.subarray(headerBytes) : undefined;
}

function write(path: string, look: Look, code: Buffer): void {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(look.size, 0);
  header.writeDoubleLE(look.time, 4);
  const bytes = Buffer.concat([header, code, header, code]);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(beside, bytes, { mode: 0o600, flag: "wx" });
    renameSync(beside, path);
  } catch {
    // a read-only or full disk costs the next start its shortcut
    removeQuietly(beside);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // nothing was written where not even this is possible
  }
}
