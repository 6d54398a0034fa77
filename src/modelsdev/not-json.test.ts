import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { notJson } from "./not-json.ts";

it.each([
  ["gzip", gzipSync('{"a":{}}'), "it is compressed with gzip", "unpack it with gunzip"],
  ["a zip", Buffer.from("PK\u0003\u0004rest"), "it is a zip archive", "unpack it"],
  [
    "SQLite",
    Buffer.from("SQLite format 3\0"),
    "it is a database of SQLite",
    "check MODELFORGE_URL",
  ],
  ["HTML", Buffer.from("<!doctype html>"), "it looks like HTML or XML", "check MODELFORGE_URL"],
  ["YAML", Buffer.from("acme:\n  id: acme"), "it looks like YAML", "write it as JSON"],
  ["TOML", Buffer.from("id = 'acme'"), "it looks like TOML", "write it as JSON"],
  ["JavaScript", Buffer.from("export default {}"), "it looks like JavaScript", "check"],
  ["comments", Buffer.from("// ours\n{}"), "JSON with comments", "take the comments out"],
  [
    "a pointer of Git LFS",
    Buffer.from("version https://git-lfs.github.com/spec/v1\n"),
    "it looks like a pointer of Git LFS",
    "run git lfs pull",
  ],
  ["NaN", Buffer.from('{"a":\n NaN}'), 'line 2, column 2: "NaN"', "correct it there"],
  ["what is cut short", Buffer.from('{"a":'), "line 1, column 6: it ends", "cut short on its way"],
  ["nothing", Buffer.from(" \n"), "it is empty", "cut short"],
])("says of %s what it is, and what to do", (_, bytes, what, hint) => {
  const failure = notJson(bytes);
  expect(failure.code).toBe("catalog.broken");
  expect(failure.message).toMatch(/^the catalog is no JSON: /);
  expect(failure.message).toContain(what);
  expect(failure.hint).toContain(hint);
});

it("says of bytes nobody knows that they are no text", () => {
  const bytes = brotliCompressSync(Buffer.from('{"a":{"b":"something long enough"}}'.repeat(9)));
  expect(notJson(bytes).message).toMatch(/^the catalog is no JSON: it is no text: /);
});
