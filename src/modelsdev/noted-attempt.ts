import { isRecord } from "../catalog/parse/values.ts";

/** The last attempt at a refresh. */
export interface RefreshAttempt {
  /** ISO 8601. */
  at: string;
  /** `started`: not ended yet, or killed before it could. */
  state: "started" | "done" | "failed";
  /** Null unless it failed. */
  error: { code: string; message: string } | null;
  /** Set where what came could not be kept. */
  lost?: true;
}

/** As it is written down. */
export interface NotedAttempt extends RefreshAttempt {
  /** Which question failed, sealed. */
  asked?: string;
  /** Which credentials were refused of late, the last ones last: several may be tried in turn. */
  refused?: readonly Refusal[];
}

export interface Refusal {
  at: string;
  error: NonNullable<RefreshAttempt["error"]>;
  /** The credentials, sealed. */
  asked?: string;
}

const refusals: readonly string[] = ["network.refused", "network.proxy-refused"];

export function isRecent(
  last: RefreshAttempt | undefined,
  state: RefreshAttempt["state"],
  now: number,
  withinMs: number,
): boolean {
  return last?.state === state && isWithin(last.at, now, withinMs);
}

export function isWithin(at: string, now: number, withinMs: number): boolean {
  const sinceMs = now - Date.parse(at);
  return sinceMs >= 0 && sinceMs < withinMs;
}

export function isRefusal({ code }: { code: string }): boolean {
  return refusals.includes(code);
}

export function attemptIn(text: string): NotedAttempt | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return isAttempt(value) ? value : undefined;
  } catch {
    // half-written or edited: as good as no note
    return undefined;
  }
}

function isAttempt(value: unknown): value is NotedAttempt {
  if (!isRecord(value) || typeof value.at !== "string") return false;
  const { error, state, asked, refused = [] } = value;
  if (!Array.isArray(refused) || !refused.every(isNotedRefusal)) return false;
  if (asked !== undefined && typeof asked !== "string") return false;
  if (state !== "started" && state !== "done" && state !== "failed") return false;
  return error === null || isError(error);
}

function isNotedRefusal(value: unknown): value is Refusal {
  if (!isRecord(value) || typeof value.at !== "string") return false;
  const { asked } = value;
  return isError(value.error) && (asked === undefined || typeof asked === "string");
}

function isError(value: unknown): boolean {
  return isRecord(value) && typeof value.code === "string";
}
