import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Command, ended, type Ran, root } from "./command.ts";

const built = JSON.stringify(join(root, "dist/lib/index.mjs"));

/** Runs a module in which everything the built library exports is at hand, in the home of a command. */
export function runLibrary(
  { home, env }: Command,
  script: string,
  under: readonly string[] = [],
): Promise<Ran> {
  const module = `import { ModelsDevCache, ModelsDevClient, ModelForgeError } from ${built};\n${script}`;
  const words = [...under, process.execPath, "--input-type=module", "-e", module];
  const [program = "", ...args] = words;
  return ended(spawn(program, args, { env, cwd: home }));
}
