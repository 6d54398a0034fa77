import { cpus, loadavg, totalmem, type } from "node:os";
import type { NodeAtHand } from "../nodes/node.ts";

/** What the figures depend on besides the code. */
export function describeMachine(nodes: readonly NodeAtHand[]): string[] {
  const processors = cpus();
  const gibibytes = totalmem() / 1024 ** 3;
  // more than the cores can do makes every figure of a whole process worse
  const load = loadavg().map((average) => average.toFixed(1));
  return [
    `- CPU: ${processors[0]?.model.trim() ?? "unknown"}, ${processors.length} cores`,
    `- memory: ${gibibytes.toFixed(0)} GiB`,
    `- system: ${type()}`,
    `- Node: ${nodes.map(({ version }) => version).join(", ")}`,
    `- load at the end, over 1, 5 and 15 minutes: ${load.join(", ")}`,
  ];
}
