/** What V8 writes with `--cpu-prof`, as far as it is read here. */
export interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number };
  }[];
  samples: number[];
  /** Microseconds from each sample to the one before. */
  timeDeltas: number[];
}

export type CallFrame = CpuProfile["nodes"][number]["callFrame"];

/** Milliseconds by group: what was running itself, not what it had called. */
export type SelfTimes = ReadonlyMap<string, number>;

/** Self time by the group of each function; undefined is what does not count. */
export function selfTimes(
  { nodes, samples, timeDeltas }: CpuProfile,
  groupOf: (frame: CallFrame) => string | undefined,
): SelfTimes {
  const groups = new Map(nodes.map(({ id, callFrame }) => [id, groupOf(callFrame)]));
  const times = new Map<string, number>();
  samples.forEach((id, at) => {
    const group = groups.get(id);
    // a sample stands for the time until the next one
    const ms = (timeDeltas[at + 1] ?? 0) / 1000;
    if (group !== undefined) times.set(group, (times.get(group) ?? 0) + ms);
  });
  return times;
}

/** The group of a function whose source is not known: what V8 calls it, a module of Node, or a script. */
export function plainGroup({ functionName, url }: CallFrame): string | undefined {
  if (functionName === "(idle)") return undefined;
  if (url === "" || url.startsWith("wasm:")) return functionName || "(built in)";
  return url.startsWith("node:") ? url : url.slice(url.lastIndexOf("/") + 1);
}
