import { slipsBetween } from "./likeness.ts";

/**
 * The candidates closest to what was typed, best first: one that begins with it or holds it, or that is few slips away.
 * Empty where nothing is close enough to be what was meant.
 */
export function nearest(typed: string, candidates: Iterable<string>, most = 3): string[] {
  const word = typed.toLowerCase();
  const allowed = word.length <= 3 ? 1 : word.length <= 6 ? 2 : 3;
  const close: [candidate: string, distance: number][] = [];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = other === word ? 0 : distanceBetween(word, other, allowed);
    if (distance <= allowed) close.push([candidate, distance]);
  }
  return close
    .sort((a, b) => a[1] - b[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([candidate]) => candidate);
}

function distanceBetween(word: string, other: string, allowed: number): number {
  const slips = slipsBetween(word, other, allowed);
  if (slips < allowed) return slips;
  if (word.length >= 3 && other.startsWith(word)) return allowed - 0.5;
  // all of what was typed says more than as many slips as are forgiven
  return word.length >= 4 && other.includes(word) ? allowed - 0.25 : slips;
}
