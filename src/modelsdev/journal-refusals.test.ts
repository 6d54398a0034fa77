import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Environment } from "../system/ports.ts";
import { realCodec } from "../system/real/codec.ts";
import { realFiles } from "../system/real/files.ts";
import { proxyFor } from "../system/real/http-proxy.ts";
import { Journal, type RefreshAttempt } from "./journal.ts";
import { Question } from "./question.ts";
import { parseSource } from "./source.ts";

const homes = mkdtempSync(join(tmpdir(), "modelforge-refusals-"));
let states = 0;

afterAll(() => rmSync(homes, { recursive: true, force: true }));

function newState(): string {
  states += 1;
  return join(homes, String(states));
}

describe("a journal of one question", () => {
  const at = "2026-07-02T12:00:00.000Z";
  const now = Date.parse(at) + 60_000;
  // two of a few thousand sums are the same: these are not
  const codec = { ...realCodec, randomHex: (bytes: number) => "07".repeat(bytes) };
  const asked = (url: string, variables: Record<string, string> = {}) => {
    const environment = { get: (name: string) => variables[name] } as Environment;
    const http = { proxyFor: (to: URL) => proxyFor(to, variables) };
    return new Question(parseSource(url, { files: realFiles, codec }), {
      environment,
      codec,
      http,
    });
  };
  const proxy = { HTTPS_PROXY: "http://me:first@p.example:1" };
  const noted = (state: string, question: Question | undefined) =>
    new Journal(state, "models.dev-00000001", realFiles, question);

  it.each(["network.refused", "network.proxy-refused", "network.unreachable"])(
    "holds until it is asked with others' credentials or by another way: %s",
    (code) => {
      const url = "https://me:first@m.example";
      const state = newState();
      const error = { code, message: "no" };
      noted(state, asked(url, proxy)).noteAttempt({ at, state: "failed", error });
      const waits = (question: Question | undefined) => noted(state, question).hasJustFailed(now);
      expect(waits(asked(url, proxy))).toBe(true);
      expect(waits(undefined)).toBe(true);
      for (const other of [
        asked("https://me:second@m.example", proxy),
        asked("https://you:first@m.example", proxy),
        asked("https://m.example", proxy),
        asked(url),
        asked(url, { HTTPS_PROXY: "http://me:second@p.example:1" }),
        asked(url, { ...proxy, https_proxy: "http://p.example:2" }),
        asked(url, { ...proxy, NO_PROXY: "m.example" }),
      ]) {
        expect(waits(other)).toBe(false);
        expect(noted(state, other).refusal(now)).toBeNull();
      }
    },
  );

  const named = proxy.HTTPS_PROXY;
  const sameWay: Record<string, string>[] = [
    { https_proxy: named },
    { ALL_PROXY: named },
    { all_proxy: named.replace("http://", "") },
    { ...proxy, all_proxy: "http://other.example:2", http_proxy: "http://other.example:3" },
    { ...proxy, NO_PROXY: "x.example" },
  ];
  it.each(sameWay)("holds where the same way is named by other variables: %j", (variables) => {
    const url = "https://me:first@m.example";
    for (const code of ["network.refused", "network.proxy-refused", "network.unreachable"]) {
      const state = newState();
      const error = { code, message: "no" };
      noted(state, asked(url, proxy)).noteAttempt({ at, state: "failed", error });
      expect(noted(state, asked(url, variables)).hasJustFailed(now)).toBe(true);
    }
  });

  it("ends with other trust, but not where credentials were refused", () => {
    for (const code of ["network.refused", "network.proxy-refused", "network.unreachable"]) {
      const state = newState();
      const error = { code, message: "no" };
      noted(state, asked("https://me:first@m.example")).noteAttempt({
        at,
        state: "failed",
        error,
      });
      const trusting = asked("https://me:first@m.example", { SSL_CERT_FILE: "/company.pem" });
      expect(noted(state, trusting).hasJustFailed(now)).toBe(code !== "network.unreachable");
    }
  });

  const as = (password: string) => asked(`https://me:${password}@m.example`);
  const error = { code: "network.refused", message: "no" };
  const minutes = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString();
  const tried = (state: string, password: string, after: number): void =>
    noted(state, as(password)).noteAttempt({ at: minutes(after), state: "failed", error });
  const isRefused = (state: string, password: string, after: number): boolean =>
    noted(state, as(password)).refusal(Date.parse(minutes(after))) !== null;

  it("remembers the last eight credentials that were refused, each for its hour", () => {
    const state = newState();
    const passwords = Array.from({ length: 9 }, (_, index) => `wrong-${index}`);
    passwords.forEach((password, index) => tried(state, password, index));
    // those of a shell do not make room for those of a cron job
    tried(state, "wrong-8", 9);
    expect(passwords.map((one) => isRefused(state, one, 10))).toEqual([
      false,
      ...Array.from({ length: 8 }, () => true),
    ]);
    expect(isRefused(state, "right", 10)).toBe(false);
    expect([60, 61, 62].map((after) => isRefused(state, "wrong-1", after))).toEqual([
      true,
      false,
      false,
    ]);
    expect(isRefused(state, "wrong-2", 61)).toBe(true);
  });

  it("remembers them whatever comes of others, until they are let in", () => {
    const state = newState();
    tried(state, "wrong", 0);
    for (const [attempt, password] of [
      ["started", "right"],
      ["done", "right"],
      ["failed", "right"],
    ] as const) {
      const why = attempt === "failed" ? { code: "network.timed-out", message: "m" } : null;
      noted(state, as(password)).noteAttempt({ at: minutes(1), state: attempt, error: why });
      expect(isRefused(state, "wrong", 2)).toBe(true);
    }
    expect(isRefused(state, "right", 2)).toBe(false);
    noted(state, as("wrong")).noteAttempt({ at: minutes(3), state: "done", error: null });
    expect(isRefused(state, "wrong", 4)).toBe(false);
  });

  it("is written down without a secret, and told without its seal", () => {
    const state = newState();
    const journal = noted(state, asked("https://me:s3cret@m.example", proxy));
    const attempt = { at, state: "failed", error: { code: "network.refused", message: "no" } };
    journal.noteAttempt(attempt as RefreshAttempt);
    expect(journal.lastAttempt()).toEqual(attempt);
    const path = join(state, "catalog/models.dev-00000001/last-refresh.json");
    const text = readFileSync(path, "utf8");
    const note = JSON.parse(text) as { asked: string; refused: { asked: string }[] };
    // 16 bits of a sum: far too few to find a password out by
    for (const seal of [note.asked, note.refused[0]?.asked]) expect(seal).toMatch(/^[0-9a-f]{20}$/);
    expect(text).not.toMatch(/s3cret|first/);
  });
});
