import { describe, expect, it } from "vitest";
import { exactly, exactlyOneOf, insideAt, insideOf, type Layout, temporary } from "./layout.ts";

const inner: Layout = { files: exactlyOneOf(["a.b", "c"]) };
const layout: Layout = {
  files: exactly(`note(?:${temporary})?`),
  directories: [[/^v\d$/, { directories: [[/^[a-f]+$/, inner]] }]],
};

describe("a layout", () => {
  it("knows its directories by name, level after level", () => {
    expect(insideAt(layout, ["v1", "abc"])).toBe(inner);
    expect(insideAt(layout, [])).toBe(layout);
    for (const names of [["v1", "xyz"], ["w1"], ["v1", "abc", "deeper"], ["..", "v1"], [""]]) {
      expect(insideAt(layout, names)).toBeUndefined();
    }
  });

  it("takes a directory in the place of a file for one in which nothing is ours", () => {
    expect(insideOf(layout, "note")).toEqual({});
    expect(insideOf(layout, "notes")).toBeUndefined();
  });

  it("takes names literally, and as a whole", () => {
    expect(inner.files?.test("a.b")).toBe(true);
    for (const name of ["axb", "a.bc", "xc", "", "a.b\n"]) {
      expect([name, inner.files?.test(name)]).toEqual([name, false]);
    }
  });

  it("knows what a killed replacement leaves, of this version and of 0.1.0", () => {
    for (const name of ["note.4711-1-x3k9q2.tmp", "note.4711-1.tmp", "note"]) {
      expect([name, layout.files?.test(name)]).toEqual([name, true]);
    }
    for (const name of ["note.tmp", "note.old.tmp", "note.1-1-x.tmp~", "my note.1-1-x.tmp"]) {
      expect([name, layout.files?.test(name)]).toEqual([name, false]);
    }
  });
});
