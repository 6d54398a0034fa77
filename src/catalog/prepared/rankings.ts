import { LineWriter, type Place, type SumOf } from "./lines.ts";
import { type Part, type PreparedPart, readLine } from "./parts.ts";

/** An answer with its best first, of which whoever asks wants a few. */
export interface Ranked {
  recommendations: readonly unknown[];
}

/** What is kept of one: beside the answer, by recommendation, what may be shown in its place. */
interface Kept {
  answer: Ranked;
  offers: readonly unknown[];
}

/**
 * Answers by name, as they were given: a line for each recommendation and one for what may be shown in its place, a line
 * for the rest of the answer, in which their places stand for them, and last a line that leads to the answers. The root
 * is its place.
 *
 *     {"model":{"ref":"openai/gpt-5",…},"band":1,…}
 *     [["azure",17,[30211,612,1029384756]],…]
 *     {"answer":{"candidates":312,"recommendations":[[0,1874,2841093847]],…},"offers":[[1875,204,1734092211]]}
 *     {"coding":[2080,204,1734092211]}
 */
export function encodeRankings(rankings: ReadonlyMap<string, Kept>, sumOf: SumOf): PreparedPart {
  const lines = new LineWriter(sumOf);
  const places = [...rankings].map(([name, { answer, offers }]) => {
    const recommendations = answer.recommendations.map((one) => lines.add(one));
    const places = offers.map((one) => lines.add(one));
    return [name, lines.add({ answer: { ...answer, recommendations }, offers: places })] as const;
  });
  const root = lines.add(Object.fromEntries(places));
  return { bytes: lines.bytes(), root };
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
