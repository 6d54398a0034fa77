import { describe, expect, it } from "vitest";
import { isOlder, newestFirst } from "./order.ts";

describe("the order of generations", () => {
  it("is that of their numbers, whatever the clock said when they were fetched", () => {
    const ahead = { sequence: 1, fetchedAt: "2036-11-23T00:00:00.000Z" };
    const usual = { sequence: 2, fetchedAt: "2026-11-26T00:00:00.000Z" };
    const behind = { sequence: 3, fetchedAt: "2001-01-01T00:00:00.000Z" };
    expect([usual, behind, ahead].sort(newestFirst)).toEqual([behind, usual, ahead]);
    expect([isOlder(ahead, usual), isOlder(behind, usual), isOlder(usual, usual)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("puts those of version 0.1.0, which have no number, behind the others and by their dates", () => {
    const first = { fetchedAt: "2026-11-20T00:00:00.000Z" };
    const second = { fetchedAt: "2026-11-21T00:00:00.000Z" };
    const numbered = { sequence: 1, fetchedAt: "2001-01-01T00:00:00.000Z" };
    expect([first, numbered, second].sort(newestFirst)).toEqual([numbered, second, first]);
    expect(newestFirst(first, { ...first })).toBe(0);
  });
});
