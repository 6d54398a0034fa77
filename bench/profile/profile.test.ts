import { describe, expect, it } from "vitest";
import { areaOf, describeExcess } from "./excess.ts";
import { plainGroup, selfTimes } from "./self-times.ts";
import { nameOfSource, sourcesOf } from "./sources.ts";

const frame = (functionName: string, url: string) => ({
  functionName,
  url,
  lineNumber: 0,
  columnNumber: 0,
});

describe("self times", () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame("(idle)", "") },
      { id: 2, callFrame: frame("readSync", "") },
      { id: 3, callFrame: frame("a", "file:///dist/warm.js") },
      { id: 4, callFrame: frame("b", "file:///dist/warm.js") },
    ],
    samples: [1, 2, 3, 4, 3],
    timeDeltas: [0, 5000, 1000, 2000, 4000],
  };

  it("are what ran until the next sample, by group, without idle time", () => {
    expect(Object.fromEntries(selfTimes(profile, plainGroup))).toEqual({
      readSync: 1,
      "warm.js": 6,
    });
  });
});

describe("an excess over a bare Node", () => {
  const times = (entries: Record<string, number>) => new Map(Object.entries(entries));

  it("is the difference of medians, by area, the largest first", () => {
    const ours = [
      times({ "node:fs": 2, "src/hot/answer.ts": 5, "(program)": 9 }),
      times({ "node:fs": 3, "src/hot/answer.ts": 5, "src/hot/output.ts": 1, "(program)": 8 }),
      times({ "node:fs": 9, "src/hot/answer.ts": 50, "src/hot/output.ts": 1, "(program)": 8 }),
    ];
    expect(describeExcess(ours, [times({ "node:fs": 1, "(program)": 9 })])).toBe(
      "7.0 ms; **src/hot/** 6.0 (answer.ts 5.0, output.ts 1.0); **Node's own modules** 2.0 (fs 2.0)",
    );
  });

  it("names rooms, Node, V8, packages and scripts", () => {
    expect(["src/catalog/query/filter.ts", "src/bin.ts", "node:fs"].map(areaOf)).toEqual([
      "src/catalog/",
      "src/bin.ts",
      "Node's own modules",
    ]);
    expect(
      ["node_modules/undici", "(garbage collector)", "readSync", "warm.js"].map(areaOf),
    ).toEqual(["node_modules/", "V8 and what is built in", "V8 and what is built in", "warm.js"]);
  });
});

describe("the source of a place in a script", () => {
  // one segment for column 0, one for column 4 of the first line
  const payload = {
    file: "a.js",
    version: 3,
    sources: ["../../project/src/one.ts", "../../project/src/two.ts"],
    sourcesContent: [],
    names: [],
    mappings: "AAAA,ICAA",
    sourceRoot: "",
  };

  it("is found by its map", () => {
    const sourceOf = sourcesOf("abcdefgh", payload);
    expect([sourceOf(0, 1), sourceOf(0, 5)]).toEqual(["src/one.ts", "src/two.ts"]);
  });

  it("is found behind an escape that the map does not know of", () => {
    const sourceOf = sourcesOf("'\\u2013' abc", payload);
    // without the escape this is column 3
    expect([sourceOf(0, 8), sourceOf(0, 9)]).toEqual(["src/one.ts", "src/two.ts"]);
  });

  it("is a path from the project's folder, or a package", () => {
    expect(nameOfSource("../../src/x/src/catalog/view.ts")).toBe("src/x/src/catalog/view.ts");
    expect(nameOfSource("../tmp/project/src/bin.ts")).toBe("src/bin.ts");
    expect(nameOfSource("../node_modules/commander/lib/option.js")).toBe("node_modules/commander");
    expect(nameOfSource("../node_modules/a/node_modules/@b/c/d.js")).toBe("node_modules/@b/c");
  });
});
