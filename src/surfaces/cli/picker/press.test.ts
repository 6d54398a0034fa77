import { describe, expect, it } from "vitest";
import type { Facets, Question } from "./contract.ts";
import type { Key, KeyName } from "./keys.ts";
import { press } from "./press.ts";
import { type PickerState, type Pressed, startingState } from "./state.ts";

const facets: Facets = {
  provider: [],
  capability: [],
  price: undefined,
  minContext: undefined,
  status: undefined,
};
const question: Question = { query: "", facets, sort: "relevance", descending: false };
const rows = [10, 11, 12, 13, 14, 15];

/** Letters as they are typed, names in angle brackets: `gp<enter>`. */
function keysOf(text: string): Key[] {
  return [...text.matchAll(/<([a-z-]+)>|(.)/gs)].map(([, name, letter = ""]) =>
    name === undefined ? { text: letter } : { name: name as KeyName },
  );
}

function after(typed: string, found: readonly number[] = rows): Pressed {
  let pressed: Pressed = { state: startingState(question) };
  for (const key of keysOf(typed)) {
    const known = {
      providers: ["anthropic", "azure", "openai"],
      capabilities: ["reasoning", "tools", "vision"] as const,
      statuses: ["beta", "deprecated"],
      facets: pressed.state.question.facets,
      clean: (text: string) => text,
    };
    pressed = press(pressed.state, key, {
      found: { rows: found, hiddenDeprecated: 0, hiddenUnpriced: 0, hiddenPlanned: 0 },
      known,
      pageRows: 3,
      mostCompared: 3,
    });
  }
  return pressed;
}

const state = (typed: string, found?: readonly number[]): PickerState => after(typed, found).state;

describe("the search", () => {
  it("takes every letter, those of commands too", () => {
    expect(state("qwen v").question.query).toBe("qwen v");
  });

  it.each([
    ["gpt 5<backspace>", "gpt "],
    ["gpt 😀<backspace>", "gpt "],
    ["gpt five<word-back>", "gpt "],
    ["gpt<clear>", ""],
  ])("edits at the end: %s", (typed, query) => {
    expect(state(typed).question.query).toBe(query);
  });

  it("highlights the first row again once something else is asked", () => {
    expect(state("<down><down>").at).toBe(2);
    expect(state("<down><down>g").at).toBe(0);
  });

  it("is gone back to from the keys by slash, Tab or Backspace", () => {
    for (const typed of ["<tab>/", "<tab><tab>", "<tab><backspace>"]) {
      expect(state(typed).focus).toBe("search");
    }
  });
});

describe("the highlight", () => {
  it.each([
    ["<up>", 0],
    ["<down>", 1],
    ["<page-down>", 3],
    ["<page-down><page-down>", 5],
    ["<end>", 5],
    ["<end><page-up><home>", 0],
    ["<tab>jjk", 1],
  ])("after %s is at %i", (typed, at) => {
    expect(state(typed).at).toBe(at);
  });

  it("stays at the top of an empty list", () => {
    expect(state("<down><end>", []).at).toBe(0);
  });
});

describe("marks", () => {
  it("are kept in the order they were made, and taken back by the same key", () => {
    expect(state("<tab><down> <home> ").marked).toEqual([11, 10]);
    expect(state("<tab> <home> ").marked).toEqual([]);
  });

  it("outlive another question", () => {
    expect(state("<tab> /gpt").marked).toEqual([10]);
  });
});

describe("leaving", () => {
  it.each([
    ["<enter>", { kind: "chosen", rows: [10] }],
    ["<tab> <down> <enter>", { kind: "chosen", rows: [10, 12] }],
    ["<tab><down>o", { kind: "offers", rows: [11] }],
    ["<tab>a", { kind: "add", rows: [10] }],
    ["<tab>u", { kind: "use", rows: [10] }],
    ["<tab>  v", { kind: "compare", rows: [10, 11] }],
    ["<tab>q", { kind: "left", copied: [] }],
    ["<escape>", { kind: "left", copied: [] }],
    ["<tab>yjyq", { kind: "left", copied: [10, 11] }],
    ["<interrupt>", { kind: "cancelled" }],
    ["<tab>p<interrupt>", { kind: "cancelled" }],
  ])("%s", (typed, leave) => {
    expect(after(typed).leave).toEqual(leave);
  });

  it.each([
    ["<tab> v", rows, "at least two"],
    ["<tab>    v", rows, "4 are marked, 3 fit"],
    ["<enter>", [], "nothing to choose"],
    ["<tab>a", [], "nothing to add"],
  ])("stays and says why: %s", (typed, found, message) => {
    const pressed = after(typed, found);
    expect(pressed.leave).toBeUndefined();
    expect(pressed.state.message).toContain(message);
    expect(state(`${typed}<down>`, found).message).toBe("");
  });
});

describe("the order", () => {
  it("goes round, each from its interesting end, and is turned by r", () => {
    expect(state("<tab>sss").question).toMatchObject({ sort: "price", descending: false });
    expect(state("<tab>sssss").question).toMatchObject({ sort: "context", descending: true });
    expect(state("<tab>sssssr").question).toMatchObject({ sort: "context", descending: false });
    expect(state("<tab>sssssssss").question.sort).toBe("makers");
    expect(state("gpt<tab>s").question.sort).toBe("makers");
    expect(state("gpt<tab>ssssssssss").question.sort).toBe("relevance");
  });
});

describe("a facet", () => {
  it.each([
    ["<tab>p<down> <down> ", { provider: ["anthropic", "azure"] }],
    ["<tab>pa <down> <home> ", { provider: ["azure"] }],
    ["<tab>ctoo<enter>", { capability: ["tools"] }],
    ["<tab>ctoo <enter>", { capability: ["tools"] }],
    ["<tab>ctoo <clear><home> ", { capability: [] }],
    ["<tab>m<down><enter>", { price: "free" }],
    ["<tab>m$1<enter>", { price: 1 }],
    ["<tab>x200<enter>", { minContext: 200_000 }],
    ["<tab>tall<enter>", { status: ["all"] }],
    ["<tab>tall<enter>t<enter>", { status: undefined }],
  ])("%s", (typed, expected) => {
    const { facets, query } = state(typed).question;
    expect(facets).toMatchObject(expected);
    expect(query).toBe("");
  });

  it("is left as it was by Escape, and the picker goes on", () => {
    const pressed = after("<tab>pope<escape>");
    expect(pressed.leave).toBeUndefined();
    expect(pressed.state.menu).toBeUndefined();
    expect(pressed.state.question.facets.provider).toEqual([]);
  });
});

describe("half a page", () => {
  const at = (typed: string): number => state(typed, [1, 2, 3, 4, 5, 6, 7]).at;

  it("is gone by Ctrl-D and Ctrl-U, from the search as from the keys", () => {
    expect(at("<half-down><half-down>")).toBe(2);
    expect(at("<tab><half-down><half-down><clear>")).toBe(1);
    expect(at("<half-down><half-down><clear>")).toBe(1);
  });

  it("gives way to clearing where something is typed into the search", () => {
    const cleared = state("gpt<half-down><clear>");
    expect([cleared.question.query, cleared.at]).toEqual(["", 0]);
  });
});

describe("the page of all keys", () => {
  it("is opened by ? from the keys, and from a search for nothing", () => {
    expect(state("?").isHelping).toBe(true);
    expect(state("<tab>?").isHelping).toBe(true);
    expect(state("gpt?").isHelping).toBe(false);
    expect(state("gpt?").question.query).toBe("gpt?");
  });

  it("is left by any key, which does nothing else", () => {
    expect(state("?q")).toMatchObject({ isHelping: false, question: { query: "" } });
    expect(after("<tab>?<escape>").leave).toBeUndefined();
    expect(after("?<interrupt>").leave).toEqual({ kind: "cancelled" });
  });
});

describe("g and G", () => {
  it("go to the first and the last, and are letters of the search", () => {
    expect(state("<tab>G").at).toBe(rows.length - 1);
    expect(state("<tab>Gg").at).toBe(0);
    expect(state("gG").question.query).toBe("gG");
  });
});
