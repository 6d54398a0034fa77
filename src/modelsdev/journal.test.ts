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
import { realFiles } from "../system/real/files.ts";
import { Journal, type RefreshAttempt } from "./journal.ts";

const homes = mkdtempSync(join(tmpdir(), "modelforge-journal-"));
let states = 0;

afterAll(() => rmSync(homes, { recursive: true, force: true }));

/** Notes in a state directory of their own. */
function journalOf(key = "models.dev-00000001", state = newState()): Journal {
  return new Journal(state, key, realFiles);
}

function newState(): string {
  states += 1;
  return join(homes, String(states));
}

function stateWith(name: string, text: string): string {
  const state = newState();
  const path = join(state, "catalog/models.dev-00000001", name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return state;
}

const failed = (at: string): RefreshAttempt => ({
  at,
  state: "failed",
  error: { code: "network.timed-out", message: "m.example was not done within 10 s" },
});

describe("a journal", () => {
  it("counts how answers came about", () => {
    const journal = journalOf();
    expect(journal.answers()).toEqual({ hits: 0, misses: 0, snapshot: 0 });
    for (const kind of ["H", "M", "H", "S", "H"] as const) journal.noteAnswer(kind);
    expect(journal.answers()).toEqual({ hits: 3, misses: 1, snapshot: 1 });
  });

  it("counts nothing it does not know", () => {
    expect(journalOf(undefined, stateWith("answers", "HxS\nH?")).answers()).toEqual({
      hits: 2,
      misses: 0,
      snapshot: 1,
    });
  });

  it("keeps the sources apart", () => {
    const state = newState();
    journalOf("a-00000001", state).noteAnswer("H");
    expect(journalOf("a-00000001", state).answers().hits).toBe(1);
    expect(journalOf("b-00000002", state).answers().hits).toBe(0);
  });

  it("remembers the last attempt at a refresh", () => {
    const journal = journalOf();
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
    '{"at":"x","state":"done","error":null,"refused":[{"at":7}]}',
  ])("takes %j for no note", (text) => {
    const state = stateWith("last-refresh.json", text);
    expect(journalOf(undefined, state).lastAttempt()).toBeUndefined();
  });

  it("knows for some minutes that a refresh failed, and for one that another is at it", () => {
    const journal = journalOf();
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

  it.each(["network.refused", "network.proxy-refused"])(
    "waits an hour after %s, as credentials that are sent too often lock an account",
    (code) => {
      const journal = journalOf();
      const at = "2026-07-02T12:00:00.000Z";
      journal.noteAttempt({ at, state: "failed", error: { code, message: "refused" } });
      const after = (minutes: number) => journal.hasJustFailed(Date.parse(at) + minutes * 60_000);
      expect([0, 59, 60].map(after)).toEqual([true, true, false]);
    },
  );

  it("remembers the last attempt by itself where nothing can be written down", () => {
    for (const journal of [
      // no directory can be made there
      journalOf(undefined, "/proc/modelforge"),
      new Journal(undefined, "models.dev-00000001", realFiles),
    ]) {
      journal.noteAttempt(failed("2026-07-02T12:00:00.000Z"));
      expect(journal.hasJustFailed(Date.parse("2026-07-02T12:01:00.000Z"))).toBe(true);
    }
  });

  it("knows for some minutes that what a refresh brought could not be kept", () => {
    const journal = journalOf();
    const at = "2026-07-02T12:00:00.000Z";
    const start = Date.parse(at);
    journal.noteAttempt({ at, state: "done", error: null });
    expect(journal.cameToNothing(start)).toBe(false);
    journal.noteAttempt({ at, state: "done", error: null, lost: true });
    const after = [0, 299_999, 300_000, -1].map((ms) => journal.cameToNothing(start + ms));
    expect(after).toEqual([true, true, false, false]);
    journal.noteAttempt(failed(at));
    expect(journal.cameToNothing(start)).toBe(false);
  });

  it("forgets all of it", () => {
    const journal = journalOf();
    journal.noteAnswer("H");
    journal.noteAttempt(failed("2026-07-02T12:00:00.000Z"));
    journal.forget();
    expect(journal.answers().hits).toBe(0);
    expect(journal.lastAttempt()).toBeUndefined();
  });

  it("writes through no link, be it a directory or a file", () => {
    const elsewhere = newState();
    mkdirSync(elsewhere);
    const state = newState();
    mkdirSync(state);
    symlinkSync(elsewhere, join(state, "catalog"));
    journalOf(undefined, state).noteAnswer("H");
    expect(readdirSync(elsewhere)).toEqual([]);

    const linked = stateWith("last-refresh.json", "{}");
    const diary = join(elsewhere, "diary");
    writeFileSync(diary, "dear diary");
    linkSync(diary, join(linked, "catalog/models.dev-00000001/answers"));
    journalOf(undefined, linked).noteAnswer("H");
    expect(readFileSync(diary, "utf8")).toBe("dear diary");
  });

  it("forgets nothing that is not its own", () => {
    const state = stateWith("mine.txt", "mine");
    const journal = journalOf(undefined, state);
    journal.noteAnswer("H");
    journal.forget();
    expect(existsSync(join(state, "catalog/models.dev-00000001/mine.txt"))).toBe(true);
  });

  it("costs nobody an answer where it cannot be written or has no place", () => {
    for (const journal of [
      // no directory can be made there
      journalOf(undefined, "/proc/modelforge"),
      new Journal(undefined, "models.dev-00000001", realFiles),
    ]) {
      journal.noteAnswer("H");
      journal.noteAttempt(failed("2026-07-02T12:00:00.000Z"));
      journal.forget();
      expect(journal.answers()).toEqual({ hits: 0, misses: 0, snapshot: 0 });
      expect(journal.lastAttempt()).toBeUndefined();
    }
  });
});
