import { pick } from "./random-numbers.ts";

const encoder = new TextEncoder();

/** One to four changes as an editor, a disk or a merge makes them, with pieces put in. */
export function mutatedBytes(
  random: () => number,
  whole: readonly Uint8Array[],
  pieces: readonly string[],
): Uint8Array {
  let bytes = [...pick(random, whole)];
  const at = (): number => Math.floor(random() * (bytes.length + 1));
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change += 1) {
    const [from, to] = [at(), at()].sort((one, other) => one - other) as [number, number];
    const part = bytes.slice(from, to);
    bytes = pick(random, [
      () => bytes.with(Math.min(from, bytes.length - 1), Math.floor(random() * 256)),
      // cut short everywhere nothing else would be left to try
      () => (random() < 0.2 ? bytes.slice(0, to) : bytes),
      () => [...bytes.slice(0, from), ...bytes.slice(Math.min(to, from + 8))],
      () => [...bytes.slice(0, to), ...part, ...bytes.slice(to)],
      () => [
        ...bytes.slice(0, from),
        ...encoder.encode(pick(random, pieces)),
        ...bytes.slice(from),
      ],
    ])();
    if (bytes.length === 0) bytes = [0x20];
  }
  return Uint8Array.from(bytes);
}
