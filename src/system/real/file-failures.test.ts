import { describe, expect, it } from "vitest";
import { aLink, linked, notAFile, systemError, tooLarge } from "./file-codes.ts";
import { unreadable, unwritable } from "./file-failures.ts";

const another = "set MODELFORGE_CACHE_DIR to a directory you can write to";
const hintOf = (code: string): string | undefined =>
  unwritable("/cache/current.json", systemError(code, "said by the system")).hint;

describe("the hint of a file that cannot be written", () => {
  it.each([
    ["ENOSPC", /^free some space, or /],
    ["EDQUOT", /^free some space, or /],
    ["EROFS", /^set /],
    ["ENOENT", /^set /],
    ["ENAMETOOLONG", /^set /],
    ["EACCES", /^check who owns it /],
    ["EPERM", /^check who owns it /],
    ["EEXIST", /^move away what stands there, or /],
    ["EISDIR", /^move away what stands there, or /],
    ["ENOTDIR", /^move away what stands there, or /],
    [notAFile, /^move away what stands there, or /],
    ["ELOOP", /^move it away, or /],
    [linked, /^move it away, or /],
    ["EBUSY", /^unmount it, or /],
    ["EIO", /^check the disk, or /],
    ["EMFILE", /ulimit -n, or /],
    ["ENFILE", /^close programs/],
    ["ESTALE", /^set /],
  ])("fits its cause: %s", (code, remedy) => {
    expect(hintOf(code)).toMatch(remedy);
    expect(hintOf(code)).toMatch(new RegExp(`${another}$`));
    // room helps against nothing but the lack of it
    expect(hintOf(code)?.includes("space")).toBe(code === "ENOSPC" || code === "EDQUOT");
  });
});

describe("the hint of a file that cannot be read", () => {
  it.each([
    ["EACCES", /who owns it/],
    ["EISDIR", /that it is a file$/],
    ["ELOOP", /links/],
    ["ENAMETOOLONG", /shorter/],
    ["EIO", /disk/],
    ["EMFILE", /ulimit -n/],
    [notAFile, /that it is a file$/],
    [aLink, /put the file itself in its place/],
    [tooLarge, /right file/],
    ["ESTALE", /that you may read it/],
  ])("fits its cause: %s", (code, remedy) => {
    expect(unreadable("/cache/current.json", systemError(code, "said")).hint).toMatch(remedy);
  });
});
