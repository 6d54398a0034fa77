import { describe, expect, it } from "vitest";
import { clean } from "../../../../catalog/words/clean.ts";
import { styleFor } from "../../render/style.ts";
import { widthOf } from "../width.ts";
import type { Asked } from "./contract.ts";
import { linesOf } from "./lines.ts";
import { type AskedState, optionsFound, pressAsked, startingAsked } from "./state.ts";

const plain = styleFor(
  { isTerminal: true },
  {
    get: (name: string) => (name === "NO_COLOR" ? "1" : undefined),
  } as never,
  false,
);
const pens = { style: plain, clean };

const asked: Asked = {
  heading: "modelforge config: what will be written",
  question: "Which of all these that have a name which is long, 模型 among them?",
  body: Array.from({ length: 30 }, (_, line) => ({
    text: `+ line ${line} 模型模型模型模型模型模型模型`,
    isExact: true,
  })),
  options: Array.from({ length: 9 }, (_, at) => ({
    label: `option-${at}-模型`,
    about: "它是 about this one",
  })),
  isSearchable: true,
};

describe("what a screen shows of a question", () => {
  it.each([
    [40, 10],
    [40, 24],
    [20, 8],
    [100, 30],
    [200, 60],
  ])("fits %d columns and %d rows, wide signs and all", (columns, rows) => {
    for (const one of [asked, { ...asked, isSearchable: false }, withoutList()]) {
      const { lines, cursor } = linesOf(one, startingAsked(one), { columns, rows }, pens);
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect([line, widthOf(line) <= columns]).toEqual([line, true]);
      if (cursor !== undefined) expect(cursor.line).toBeLessThan(rows);
    }
  });

  it("says how to read on where a text is longer than the screen, and scrolls to its end", () => {
    const size = { columns: 60, rows: 20 };
    const { options: _, ...typing } = { ...asked, isSearchable: false };
    let state: AskedState = startingAsked(typing);
    for (let time = 0; time < 9; time += 1) {
      const { lines, room } = linesOf(typing, state, size, pens);
      expect(lines.slice(-2).join(" ")).toContain("PgUp/PgDn read on");
      state = pressAsked(typing, state, { name: "page-down" }, room).state;
    }
    expect(linesOf(typing, state, size, pens).lines.join("\n")).toContain("line 29");
  });

  it("shows nothing of a line that is masked, not even how long it is", () => {
    const masked: Asked = { heading: "", question: "Key:", isMasked: true };
    const shown = ["sk", "sk-0123456789-0123456789"].map(
      (typed) =>
        linesOf(masked, { ...startingAsked(masked), typed }, { columns: 80, rows: 9 }, pens).lines,
    );
    expect(shown[0]).toEqual(shown[1]);
    expect(shown.join("\n")).not.toContain("sk");
  });

  it("takes a page that was pasted in no time, and says that it is too long", () => {
    const size = { columns: 40, rows: 12 };
    const { options: _, ...typing } = { ...asked, isSearchable: false };
    for (const one of [asked, typing]) {
      let state: AskedState = startingAsked(one);
      const start = performance.now();
      for (let at = 0; at < 600; at += 1) {
        const { room } = linesOf(one, state, size, pens);
        state = pressAsked(
          one,
          state,
          { text: at % 7 === 0 ? "\u6a21 " : "a".repeat(20) },
          room,
        ).state;
      }
      // minutes, where all of a text was measured for each sign that was cut off
      expect(performance.now() - start).toBeLessThan(20_000);
      expect(state).toMatchObject({ message: "too long" });
      const { lines } = linesOf(one, state, size, pens);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(40);
    }
  });

  it("finds options by all words that are typed, in any order and case", () => {
    expect(optionsFound(asked, "ABOUT option-3")).toEqual([3]);
    expect(optionsFound(asked, "")).toHaveLength(9);
    expect(optionsFound({ ...asked, isSearchable: false }, "nothing")).toHaveLength(9);
  });
});

function withoutList(): Asked {
  const { options: _, ...typing } = asked;
  return { ...typing, isSearchable: false, typed: "模型".repeat(40) };
}
