import { describe, expect, it } from "vitest";
import { plainStyle } from "../../../testing/plain-style.ts";
import { type Point, renderScatter } from "./scatter.ts";

const points: Point[] = [
  { ref: "a/cheap", perRequest: 0.001, quality: 0 },
  { ref: "b/middle", perRequest: 0.01, quality: 0.5 },
  { ref: "c/best", perRequest: 0.1, quality: 1 },
];
const lines = (width?: number, some = points): string[] =>
  renderScatter(some, plainStyle, width)?.text.split("\n") ?? [];

describe("renderScatter", () => {
  it("draws the best at the top, the dearest on the right, equal ratios at equal distances", () => {
    const drawn = lines();
    const column = (letter: string): number =>
      drawn.find((line) => line.slice(8).trim() === letter)?.indexOf(letter) ?? -1;
    expect(drawn[1]).toMatch(/1\.00 \| +c$/);
    expect(drawn[12]).toMatch(/0\.00 \|a$/);
    expect(Math.abs(column("b") - (column("a") + column("c")) / 2)).toBeLessThanOrEqual(0.5);
  });

  it("names every letter, and the costs at both ends", () => {
    const drawn = lines();
    expect(drawn).toContain("       a  a/cheap");
    expect(drawn).toContain("       c  c/best");
    expect(drawn.find((line) => /^ +\$0\.001 +\$0\.10$/.test(line))).toBeDefined();
  });

  it("keeps its picture within the width", () => {
    for (const width of [40, 60, 80]) {
      for (const line of lines(width)) expect(line.length).toBeLessThanOrEqual(width);
    }
  });

  it("draws one model, and several at one cost", () => {
    expect(lines(60, points.slice(0, 1)).join("\n")).toMatch(/0\.00 \|a$/m);
    const same = points.map((point) => ({ ...point, perRequest: 1 }));
    expect(lines(60, same).join("\n")).toMatch(/1\.00 \|c$/m);
  });

  it("leaves out what is free, which no logarithm has, and draws nothing for nobody", () => {
    const free = { ref: "f/free", perRequest: 0, quality: 1 };
    expect(lines(60, [free, ...points]).join("\n")).not.toContain("f/free");
    expect(renderScatter([free], plainStyle, 60)).toBeUndefined();
    expect(renderScatter([], plainStyle, 60)).toBeUndefined();
  });

  it("strips what would move the cursor from names", () => {
    const nasty = { ref: "a/b\u001b]52;c;eA==\u0007\u202e", perRequest: 1, quality: 1 };
    expect(lines(60, [nasty]).join("\n")).toMatch(/a {2}a\/b$/m);
  });
});
