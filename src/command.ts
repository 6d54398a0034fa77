import { runCli } from "./surfaces/cli/main.ts";
import { createSystem } from "./system/real/system.ts";
import { withoutOptimising } from "./system/real/without-optimising.ts";

/** Runs the command line this process was started with. */
export async function start(stopKeeping: () => void): Promise<void> {
  const machine = createSystem({ onProxied, once: withoutOptimising, stopKeeping });
  process.exitCode = await runCli(machine, process.argv.slice(2));
}

/**
 * undici parses HTTP in WebAssembly; optimising that takes V8 longer than the few requests of a command.
 * Called once that is loaded: what was compiled under other flags V8 does not take back.
 */
function onProxied(): void {
  process.getBuiltinModule("node:v8").setFlagsFromString("--liftoff-only");
}
