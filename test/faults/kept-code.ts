import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { asKept } from "../../src/system/real/kept-code/format.ts";
import { type Command, createCommand, root } from "../cli/command.ts";

export const version = (
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }
).version;

/** What the planted code prints in the place of the version. */
export const plantedVersion = version.replaceAll(/\d/g, "6");

export interface Keeping {
  command: Command;
  /** `~/.cache` of that command's home. */
  caches: string;
  /** Where its compiled code is kept. */
  directory: string;
  names(): string[];
}

/** The command in a home of its own, where it may keep compiled code. */
export function createKeeping(environment: Record<string, string> = {}): Keeping {
  const command = createCommand({ MODELFORGE_OFFLINE: "1", ...environment });
  const caches = join(command.home, ".cache");
  const directory = join(caches, "model-forge", "code");
  return {
    command,
    caches,
    directory,
    names: () => (existsSync(directory) ? readdirSync(directory).sort() : []),
  };
}

/** A second start keeps what it compiled; the first one only notes that there was one. */
export function runTwice(
  { command }: Pick<Keeping, "command">,
  args: readonly string[] = ["-V"],
  environment: Record<string, string> = {},
): void {
  for (let use = 0; use < 2; use += 1) command.run(args, environment);
}

/** The same, after two starts have kept what was compiled; gives the file's path. */
export function createKept(): Keeping & { kept: string } {
  const keeping = createKeeping();
  runTwice(keeping);
  const [name = "nothing was kept"] = keeping.names();
  return { ...keeping, kept: join(keeping.directory, name) };
}

/** A file in perfect form, with a program of somebody else's that calls itself by another version. */
export function plantedCode(): Uint8Array {
  const path = join(root, "dist", "warm.js");
  const script = readFileSync(path, "utf8");
  const source = script.replaceAll(`\`${version}\``, `\`${plantedVersion}\``);
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${source}\n});`;
  return asKept(new Script(wrapped, { filename: path }).createCachedData(), statSync(path));
}

export const megabyte = 1_000_000;
export const hour = 3600;

/** `info_warm_0000000000000001_v20.0.0-linux-x64_00000000.bin`: as a command of another version would keep it. */
export function otherName(number: number): string {
  return `info_warm_${String(number).padStart(16, "0")}_v20.0.0-linux-x64_00000000.bin`;
}

export function writeAged(path: string, bytes: number, ageSeconds: number): void {
  writeFileSync(path, Buffer.alloc(bytes), { mode: 0o600 });
  const then = Date.now() / 1000 - ageSeconds;
  utimesSync(path, then, then);
}
