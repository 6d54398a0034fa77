import { runCli } from "./surfaces/cli/main.ts";
import { createSystem } from "./system/real/system.ts";

/** Runs the command line this process was started with. */
export async function start(): Promise<void> {
  process.exitCode = await runCli(createSystem(), process.argv.slice(2));
}
