import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../failure.ts";
import type { Files } from "../system/ports.ts";
import { Journal, type RefreshAttempt } from "./journal.ts";

/** Files in memory, below directories that have to be made first. */
function memory(isWritable = true): { files: Files; contents: Map<string, string> } {
  const contents = new Map<string, string>();
  const directories = new Set<string>();
  const write = (path: string, text: string): void => {
    if (!isWritable || !directories.has(path.slice(0, path.lastIndexOf("/")))) {
      throw new ModelForgeError("file.unwritable", { message: `cannot write ${path}` });
    }
    contents.set(path, text);
  };
  const files: Partial<Files> = {
    read: (path) => {
      const text = contents.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    info: (path) =>
      directories.has(path) ? { kind: "directory", bytes: 0, modifiedMs: 0 } : undefined,
    makeDirectory: (path) => {
      if (!isWritable) throw new ModelForgeError("file.unwritable", { message: "read-only" });
      directories.add(path);
    },
    append: (path, text) => write(path, (contents.get(path) ?? "") + text),
    replace: (path, text) => write(path, String(text)),
    remove: (path) => {
      directories.delete(path);
      for (const name of contents.keys()) if (name.startsWith(path)) contents.delete(name);
    },
  };
  return { files: files as Files, contents };
}

const failed = (at: string): RefreshAttempt => ({
  at,
  state: "failed",
  error: { code: "network.timed-out", message: "m.example was not done within 10 s" },
});

describe("a journal", () => {
  it("counts how answers came about", () => {
    const { files } = memory();
    const journal = new Journal("/state", "models.dev-1", files);
    expect(journal.answers()).toEqual({ hits: 0, misses: 0, snapshot: 0 });
    for (const kind of ["H", "M", "H", "S", "H"] as const) journal.noteAnswer(kind);
    expect(journal.answers()).toEqual({ hits: 3, misses: 1, snapshot: 1 });
  });

  it("counts nothing it does not know", () => {
    const { files, contents } = memory();
    contents.set("/state/catalog/key/answers", "HxS\nH?");
    expect(new Journal("/state", "key", files).answers()).toEqual({
      hits: 2,
      misses: 0,
      snapshot: 1,
    });
  });

  it("keeps the sources apart", () => {
    const { files } = memory();
    new Journal("/state", "a", files).noteAnswer("H");
    expect(new Journal("/state", "b", files).answers().hits).toBe(0);
  });

  it("remembers the last attempt at a refresh", () => {
    const { files } = memory();
    const journal = new Journal("/state", "key", files);
    expect(journal.lastAttempt()).toBeUndefined();
    journal.noteAttempt(failed("2026-07-02T12:00:00.000Z"));
    expect(journal.lastAttempt()).toEqual(failed("2026-07-02T12:00:00.000Z"));
    const done: RefreshAttempt = { at: "2026-07-02T13:00:00.000Z", state: "done", error: null };
    journal.noteAttempt(done);
    expect(journal.lastAttempt()).toEqual(done);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '{"at":7}',
    '{"at":"x"}',
    '{"at":"x","state":"failed","error":7}',
  ])("takes %j for no note", (text) => {
    const { files, contents } = memory();
    contents.set("/state/catalog/key/last-refresh.json", text);
    expect(new Journal("/state", "key", files).lastAttempt()).toBeUndefined();
  });

  it("knows for some minutes that a refresh failed, and for one that another is at it", () => {
    const { files } = memory();
    const journal = new Journal("/state", "key", files);
    const at = "2026-07-02T12:00:00.000Z";
    const start = Date.parse(at);
    expect(journal.hasJustFailed(start)).toBe(false);
    journal.noteAttempt(failed(at));
    expect([0, 299_999, 300_000, -1].map((ms) => journal.hasJustFailed(start + ms))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(journal.isUnderWay(start)).toBe(false);
    journal.noteAttempt({ at, state: "started", error: null });
    expect([0, 59_999, 60_000].map((ms) => journal.isUnderWay(start + ms))).toEqual([
      true,
      true,
      false,
    ]);
    expect(journal.hasJustFailed(start)).toBe(false);
  });

  it("forgets all of it", () => {
    const { files } = memory();
    const journal = new Journal("/state", "key", files);
    journal.noteAnswer("H");
    journal.noteAttempt(failed("2026-07-02T12:00:00.000Z"));
    journal.forget();
    expect(journal.answers().hits).toBe(0);
    expect(journal.lastAttempt()).toBeUndefined();
  });

  it("costs nobody an answer where it cannot be written or has no place", () => {
    for (const journal of [
      new Journal("/state", "key", memory(false).files),
      new Journal(undefined, "key", memory().files),
    ]) {
      journal.noteAnswer("H");
      journal.noteAttempt(failed("2026-07-02T12:00:00.000Z"));
      journal.forget();
      expect(journal.answers()).toEqual({ hits: 0, misses: 0, snapshot: 0 });
      expect(journal.lastAttempt()).toBeUndefined();
    }
  });
});
