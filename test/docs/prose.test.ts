import { describe, expect, it } from "vitest";
import { allPages, handwrittenPages, readPage } from "./markdown.ts";

const ofOneMachine = /\/work\/|\/tmp\/|\/root\/|\.\.\/shared|\/home\/(?!you\b)\w+/g;

describe("the prose", () => {
  it.each(allPages())("of %s names no path of the machine it was written on", (page) => {
    expect(readPage(page).match(ofOneMachine) ?? []).toEqual([]);
  });

  it.each(handwrittenPages())("of %s uses no em dashes", (page) => {
    const lines = readPage(page).split("\n");
    expect(lines.filter((line) => line.includes("\u2014"))).toEqual([]);
  });
});
