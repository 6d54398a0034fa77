/** Where something lies in its part, in bytes, and the sum that tells whether it is as it was written. */
export type Place = readonly [offset: number, length: number, sum: number];

/** Many places, one after the other. */
export type Places = Uint32Array;

/** Numbers in `Places` for each. */
export const numbersPerPlace = 3;

export function placeAt(places: Places, position: number): Place {
  const [offset = 0, length = 0, sum = 0] = places.subarray(position * numbersPerPlace);
  return [offset, length, sum];
}

/** How each stands in JSON: `[0,1874,2841093847]`. Many are written several times. */
export function placeTexts(places: Places): string[] {
  const texts: string[] = [];
  for (let at = 0; at < places.length; at += numbersPerPlace) {
    texts.push(`[${places[at]},${places[at + 1]},${places[at + 2]}]`);
  }
  return texts;
}

/** 32 bits that change where a byte does. */
export type SumOf = (bytes: Uint8Array) => number;
