import { describe, expect, it } from "vitest";
import { olderDays, readDay } from "../../bench/quality/days.ts";
import { missedOn, missedUnseen } from "../../bench/quality/gates.ts";
import { measureDay } from "../../bench/quality/measure.ts";
import { readPairs } from "../../bench/quality/pairs.ts";
import { judgeUnseen } from "../../bench/quality/splits.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";

const { directory } = openLargeCatalog();

/** The pairs may not be copied into the project: they are read where they lie. */
function open(name: string | undefined) {
  const day = readDay(directory, name);
  if (day === undefined) throw new Error(`there is no catalog of ${name}`);
  return { day, pairs: readPairs(directory, day) };
}

describe("quality, on pairs of models that independent measurements put in order", () => {
  it("is right of models whose pairs the fit has not seen", () => {
    const { day, pairs } = open(undefined);
    expect(pairs.length).toBe(480);
    expect(missedUnseen(judgeUnseen(day, pairs))).toEqual([]);
  });

  it.each([undefined, ...olderDays])("is right, and contradicts nothing, on day %s", (name) => {
    const { day, pairs } = open(name);
    const measured = measureDay(day, pairs);
    expect(measured.neighbours.pairs).toBeGreaterThan(40);
    expect(measured.dominances).toBeGreaterThan(100);
    expect(missedOn(day.name, measured)).toEqual([]);
  });
});
