import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ModelForgeError } from "../failure.ts";
import type { Files } from "../system/ports.ts";
import { realFiles } from "../system/real/files.ts";
import { failureOf } from "../testing/failures.ts";
import { exactlyOneOf, type Layout } from "./layout.ts";
import { markerName, markerText } from "./marker.ts";
import { Place } from "./place.ts";
import { onlyLooking } from "./remove-ours.ts";
import { sizeOf } from "./size.ts";

const layout: Layout = {
  files: exactlyOneOf([markerName]),
  directories: [
    [/^ours$/, { files: /^part$/, directories: [[/^deep$/, { files: /^part$/ }]] }],
    [/^busy$/, { files: /^holder$/, isPassing: true }],
  ],
};
const homes = mkdtempSync(join(tmpdir(), "modelforge-place-"));
let made = 0;

afterAll(() => rmSync(homes, { recursive: true, force: true }));

/** A directory that was given, with files in it. */
function given(files: Readonly<Record<string, string>> = {}): string {
  made += 1;
  const root = join(homes, String(made));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const placeAt = (root: string, files: Files = realFiles): Place => new Place(root, layout, files);
const isMarked = (root: string): boolean => existsSync(join(root, markerName));

describe("a place", () => {
  it("marks a directory that it made, one that is empty, and one that holds nothing but names of the layout", () => {
    const root = given();
    placeAt(root).makeDirectory("ours");
    expect(readFileSync(join(root, markerName), "utf8")).toBe(markerText);
    const empty = given();
    mkdirSync(empty);
    for (const one of [empty, given({ "ours/part": "1", "ours/deep/part": "2" })]) {
      expect([placeAt(one).isOurs, isMarked(one)]).toEqual([true, true]);
    }
  });

  it.each([
    [{ "mine.txt": "mine" }],
    [{ "ours/part": "1", "ours/mine.txt": "mine" }],
    [{ "ours/deep/part": "1", "ours/deep/er/mine": "mine" }],
    [{ [markerName]: "my own note" }],
    [{ [`${markerName}/config.json`]: "{}" }],
    [{ ours: "a file where a directory should be" }],
  ])("never marks one with anything else in it: %j", (files) => {
    const root = given(files);
    const place = placeAt(root);
    expect(place.isOurs).toBe(false);
    place.remove(["ours"]);
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(root, name), "utf8")).toBe(text);
    }
  });

  it.each([[""], [markerText.slice(0, 20)], [markerText.replace("belongs", "bflongs")]])(
    "takes what may be left of a marker neither for one nor for somebody's: %j",
    (text) => {
      expect(placeAt(given({ [markerName]: text, "ours/part": "1" })).isOurs).toBe(true);
      expect(placeAt(given({ [markerName]: text, "mine.txt": "mine" })).isOurs).toBe(false);
    },
  );

  it("marks one that is made only after it was asked", () => {
    const root = given();
    const place = placeAt(root);
    expect([place.isOurs, existsSync(root)]).toEqual([false, false]);
    place.makeDirectory("ours", "deep");
    expect([place.isOurs, isMarked(root)]).toEqual([true, true]);
  });

  it("may be a link itself", () => {
    const root = given({ "ours/part": "1" });
    const link = given();
    symlinkSync(root, link);
    const place = placeAt(link);
    expect(place.isOurs).toBe(true);
    expect(place.remove(["ours"])).toEqual({ freedBytes: 1, foreign: [], refused: [] });
  });

  it("writes, moves and removes nothing behind a link", () => {
    const outside = given({ part: "theirs", "deep/part": "theirs" });
    const root = given({ "ours/part": "1" });
    const place = placeAt(root);
    expect(place.isOurs).toBe(true);
    rmSync(join(root, "ours"), { recursive: true });
    symlinkSync(outside, join(root, "ours"));
    expect(failureOf(() => place.makeDirectory("ours", "new")).code).toBe("file.unwritable");
    expect(failureOf(() => place.checkWay("ours", "deep")).code).toBe("file.unwritable");
    for (const names of [["ours"], ["ours", "deep"], ["ours", "deep", "part"], ["ours", "part"]]) {
      expect(place.remove(names)).toEqual({
        freedBytes: 0,
        foreign: [join(root, "ours")],
        refused: [],
      });
    }
    expect(readdirSync(outside).sort()).toEqual(["deep", "part"]);
  });

  it("removes names of the layout alone, and says what stayed and how much went", () => {
    const root = given({ "ours/part": "123", "ours/deep/part": "45" });
    const place = placeAt(root);
    expect(place.isOurs).toBe(true);
    writeFileSync(join(root, "ours/mine.txt"), "mine");
    linkSync(join(root, "ours/mine.txt"), join(root, "ours/deep/second"));
    const dry = place.remove(["ours"], onlyLooking(realFiles));
    expect(readdirSync(join(root, "ours")).sort()).toEqual(["deep", "mine.txt", "part"]);
    const foreign = ["ours/deep/second", "ours/mine.txt"].map((name) => join(root, name));
    expect(dry).toEqual({ freedBytes: 5, foreign, refused: [] });
    expect(place.remove(["ours"])).toEqual(dry);
    expect(readdirSync(join(root, "ours")).sort()).toEqual(["deep", "mine.txt"]);
    expect(place.remove(["nothing", "there"])).toEqual({ freedBytes: 0, foreign: [], refused: [] });
  });

  it("leaves a file alone that has a second name", () => {
    const root = given({ "ours/part": "1" });
    const place = placeAt(root);
    expect(place.isOurs).toBe(true);
    linkSync(join(root, "ours/part"), join(homes, `second-${made}`));
    expect(place.remove(["ours"]).foreign).toEqual([join(root, "ours/part")]);
  });

  it("notes what the system refuses, and goes on", () => {
    const root = given({ "ours/part": "1", "ours/deep/part": "2" });
    const refusing: Files = {
      ...realFiles,
      list: (path) => {
        if (!path.endsWith("deep")) return realFiles.list(path);
        throw new ModelForgeError("file.unreadable", { message: "EACCES" });
      },
    };
    writeFileSync(join(root, markerName), markerText);
    const removed = placeAt(root, refusing).remove(["ours"]);
    expect(removed).toMatchObject({ freedBytes: 1, refused: [{ path: join(root, "ours/deep") }] });
    expect(existsSync(join(root, "ours/deep/part"))).toBe(true);
  });
});

describe("sizeOf", () => {
  it("counts files of the layout, whatever else lies beside them", () => {
    const root = given({
      "ours/part": "123",
      "ours/deep/part": "45",
      "ours/mine.txt": "6789",
      "mine/part": "6789",
      "busy/holder": "6789",
    });
    symlinkSync(join(root, "mine"), join(root, "link"));
    expect(sizeOf(root, layout, realFiles)).toEqual({ bytes: 5, refused: [] });
    expect(sizeOf(join(root, "none"), layout, realFiles)).toEqual({ bytes: 0, refused: [] });
  });
});
