import { LineWriter, type Place, type SumOf } from "./lines.ts";
import { type Part, type PreparedPart, readLine } from "./parts.ts";

/** An answer with its best first, of which whoever asks wants a few. */
export interface Ranked {
  recommendations: readonly unknown[];
}

/**
 * Answers by name, as they were given: a line for each recommendation, a line for the rest of the answer, in which the
 * places of its recommendations stand for them, and last a line that leads to the answers. The root is its place.
 *
 *     {"model":{"ref":"openai/gpt-5",…},"score":0.81,…}
 *     {"candidates":312,"recommendations":[[0,1874,2841093847]],…}
 *     {"coding":[1875,204,1734092211]}
 */
export function encodeRankings(rankings: ReadonlyMap<string, Ranked>, sumOf: SumOf): PreparedPart {
  const lines = new LineWriter(sumOf);
  const places = [...rankings].map(([name, ranking]) => {
    const recommendations = ranking.recommendations.map((one) => lines.add(one));
    return [name, lines.add({ ...ranking, recommendations })] as const;
  });
  const root = lines.add(Object.fromEntries(places));
  return { bytes: lines.bytes(), root };
}

/** An answer with the first `most` of its recommendations; undefined where none has this name. */
export function readRanking(part: Part, name: string, most: number): Ranked | undefined {
  const places = readLine<Record<string, Place>>(part, part.root as unknown as Place);
  const place = Object.hasOwn(places, name) ? places[name] : undefined;
  if (place === undefined) return undefined;
  const ranking = readLine<{ recommendations: Place[] }>(part, place);
  const best = ranking.recommendations.slice(0, most);
  return { ...ranking, recommendations: best.map((one) => readLine(part, one)) };
}
