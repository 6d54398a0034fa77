import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { LineWriter } from "./line-writer.ts";
import { decodeText } from "../words/utf8.ts";

const lengthOf = ({ length }: Uint8Array): number => length;

describe("JSON lines", () => {
  it("are found again where their places say, one line feed between them", () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: anyCharacter }),
      fc.constant("\ud800"),
    );
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const writer = new LineWriter(lengthOf);
        const places = values.map((one) => writer.add(one));
        const bytes = writer.bytes();
        let end = 0;
        places.forEach(([offset, length, sum], position) => {
          expect(offset).toBe(end);
          expect(sum).toBe(length);
          const line = bytes.subarray(offset, offset + length);
          expect(JSON.stringify(JSON.parse(decodeText(line)))).toBe(
            JSON.stringify(values[position]),
          );
          expect(bytes[offset + length]).toBe(10);
          end = offset + length + 1;
        });
        expect(bytes.length).toBe(end);
        expect(decodeText(bytes).split("\n")).toHaveLength(values.length + 1);
      }),
      { seed: 4320, numRuns: 200 },
    );
  });

  it("grow with what is written, also by one line longer than all room there was", () => {
    const writer = new LineWriter(lengthOf);
    const long = "€".repeat(200_000);
    const places = [writer.add("short"), writer.add(long), writer.add("end")];
    const read = places.map(
      ([offset, length]) =>
        JSON.parse(decodeText(writer.bytes().subarray(offset, offset + length))) as unknown,
    );
    expect(read).toEqual(["short", long, "end"]);
  });
});
