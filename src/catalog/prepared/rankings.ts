import type { Place } from "./lines.ts";
import { type Part, readLine } from "./parts.ts";

/** An answer with its best first, of which whoever asks wants a few. */
export interface Ranked {
  recommendations: readonly unknown[];
}

/** An answer with the first `most` of its recommendations; undefined where none has this name. */
export function readRanking(
  part: Part,
  name: string,
  most: number,
): { answer: Ranked; offersOf(at: number): unknown } | undefined {
  const places = readLine<Record<string, Place>>(part, part.root as unknown as Place);
  const place = Object.hasOwn(places, name) ? places[name] : undefined;
  if (place === undefined) return undefined;
  const { answer, offers } = readLine<{ answer: { recommendations: Place[] }; offers: Place[] }>(
    part,
    place,
  );
  const best = answer.recommendations.slice(0, most);
  return {
    answer: { ...answer, recommendations: best.map((one) => readLine(part, one)) },
    offersOf: (at) => readLine(part, offers[at] as Place),
  };
}
