import { median } from "../count/statistics.ts";
import type { SelfTimes } from "./self-times.ts";

interface Part {
  name: string;
  ms: number;
}

const mostParts = 4;
const leastShownMs = 0.3;

/** Where a function belongs, more coarsely than a file: a room, the packages, Node, V8, or a script by its name. */
export function areaOf(group: string): string {
  const room = /^src\/[^/]+\/?/.exec(group)?.[0];
  if (room !== undefined) return room;
  if (group.startsWith("node:")) return "Node's own modules";
  if (group.startsWith("node_modules/")) return "node_modules/";
  return group.includes(".") ? group : "V8 and what is built in";
}

/** Medians of some runs less those of some others, by area and the largest parts of each, as one line. */
export function describeExcess(ours: readonly SelfTimes[], bare: readonly SelfTimes[]): string {
  const medianOf = (runs: readonly SelfTimes[], group: string) =>
    median(runs.map((times) => times.get(group) ?? 0));
  const areas = new Map<string, Part[]>();
  for (const name of new Set([...ours, ...bare].flatMap((times) => [...times.keys()]))) {
    const part = { name, ms: medianOf(ours, name) - medianOf(bare, name) };
    areas.set(areaOf(name), [...(areas.get(areaOf(name)) ?? []), part]);
  }
  const wholes = [...areas].map(([name, parts]) => ({ name, parts, ms: sumOf(parts) }));
  const shown = wholes.filter(({ ms }) => ms >= leastShownMs).sort(byMost);
  return [
    `${sumOf(wholes).toFixed(1)} ms`,
    ...shown.map((area) => `**${area.name}** ${area.ms.toFixed(1)}${describeParts(area)}`),
  ].join("; ");
}

const sumOf = (parts: readonly { ms: number }[]): number =>
  parts.reduce((sum, { ms }) => sum + ms, 0);

const byMost = (one: { ms: number }, other: { ms: number }): number => other.ms - one.ms;

function describeParts({ name, parts }: { name: string; parts: readonly Part[] }): string {
  const large = [...parts].sort(byMost).filter(({ ms }) => ms >= leastShownMs);
  if (large.length === 0 || large[0]?.name === name) return "";
  const shorter = (part: string) => part.replace(name, "").replace(/^node:/, "");
  const shown = large
    .slice(0, mostParts)
    .map((part) => `${shorter(part.name)} ${part.ms.toFixed(1)}`);
  return ` (${shown.join(", ")})`;
}
