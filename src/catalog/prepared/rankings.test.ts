import { describe, expect, it } from "vitest";
import { realCodec } from "../../system/real/codec.ts";
import type { Place } from "./lines.ts";
import { memoryParts, type Part, type PreparedPart } from "./parts.ts";
import { encodeRankings } from "./encode-rankings.ts";
import { readRanking } from "./rankings.ts";

const partOf = (prepared: PreparedPart): Part =>
  memoryParts(new Map([["rankings.jsonl", prepared]]))("rankings.jsonl");

const coding = { candidates: 3, recommendations: ["a", { ref: "b\u202e" }, null], front: ["b"] };
const instead = [[["azure", 1]], [], [["groq", 3]]];
const prepared = encodeRankings(
  new Map<string, { answer: { recommendations: unknown[] }; offers: unknown[] }>([
    ["coding", { answer: coding, offers: instead }],
    ["__proto__", { answer: { recommendations: [] }, offers: [] }],
  ]),
  realCodec.checksum,
);

describe("kept rankings", () => {
  it("are given back as they were, in the order of their fields, with as many as are asked for", () => {
    const part = partOf(prepared);
    expect(JSON.stringify(readRanking(part, "coding", 9)?.answer)).toBe(JSON.stringify(coding));
    expect(readRanking(part, "coding", 2)?.answer).toEqual({
      ...coding,
      recommendations: coding.recommendations.slice(0, 2),
    });
    expect(readRanking(part, "coding", 0)?.answer.recommendations).toEqual([]);
    expect(readRanking(part, "__proto__", 1)?.answer).toEqual({ recommendations: [] });
  });

  it("give by recommendation what may be shown in its place", () => {
    const kept = readRanking(partOf(prepared), "coding", 3);
    expect([0, 1, 2].map((at) => kept?.offersOf(at))).toEqual(instead);
  });

  it("are undefined under a name that none has", () => {
    expect(readRanking(partOf(prepared), "cooking", 5)).toBeUndefined();
    expect(readRanking(partOf(prepared), "toString", 5)).toBeUndefined();
  });

  it("have a sum in every place that leads to what is read, and read nothing else", () => {
    const { bytes } = prepared;
    const read: Place[] = [];
    const part = partOf(prepared);
    const noting: Part = {
      ...part,
      read: (place) => {
        read.push(place);
        return part.read(place);
      },
      peek: () => expect.unreachable("nothing is read without a sum"),
      whole: () => expect.unreachable("nothing is read as a whole"),
    };
    readRanking(noting, "coding", 1);
    expect(read).toHaveLength(3);
    for (const [offset, length, sum] of read) {
      expect(realCodec.checksum(bytes.subarray(offset, offset + length))).toBe(sum);
    }
  });
});
