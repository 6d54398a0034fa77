import { LineWriter } from "./line-writer.ts";
import type { SumOf } from "./lines.ts";
import type { PreparedPart } from "./parts.ts";
import type { Ranked } from "./rankings.ts";

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
