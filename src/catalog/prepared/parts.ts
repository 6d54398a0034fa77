/** The prepared files of a generation, each read by one kind of question. */
export const partNames = [
  "models.jsonl",
  "wire.jsonl",
  "providers.jsonl",
  "facts.jsonl",
  "groups.jsonl",
  "refs.json",
  "ids.json",
  "lookup.bin",
  "columns.bin",
  "search.bin",
] as const;

export type PartName = (typeof partNames)[number];

/** Verified bytes of one part, read piece by piece. Throws where they are missing or damaged. */
export interface Part {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

/** Gives the parts of one generation. */
export type Parts = (name: PartName) => Part;

/** Raised when the layout of any part changes: older generations are then prepared anew from their stored body. */
export const preparedVersion = 3;

export function readWhole(part: Part): Uint8Array {
  return part.read(0, part.size);
}

/** Parts that live in memory, where they could not be written. */
export function memoryParts(prepared: ReadonlyMap<PartName, Uint8Array>): Parts {
  return (name) => {
    const bytes = prepared.get(name) ?? new Uint8Array();
    return {
      size: bytes.length,
      read: (offset, length) => bytes.subarray(offset, offset + length),
    };
  };
}
