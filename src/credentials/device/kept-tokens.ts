import { isRecord } from "../store/document.ts";

/** A key for a short time. */
export interface ShortKey {
  key: string;
  /** When it is over, and from when on another one is asked for; milliseconds since 1970. */
  expiresMs: number;
  renewMs: number;
}

/** What is kept of a sign-in: the token that keys are got with, and the last key. */
export interface KeptTokens {
  token: string;
  short: ShortKey | undefined;
}

/** As one text, so that the file, a passphrase and the keychain hold both as they hold any key. */
export function keptText({ token, short }: KeptTokens): string {
  return JSON.stringify({ token, ...short });
}

/** Undefined for what was written by somebody else. */
export function tokensIn(text: string): KeptTokens | undefined {
  if (!text.startsWith("{")) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // the error repeats what stands there
    return undefined;
  }
  if (!isRecord(read) || typeof read.token !== "string" || read.token === "") return undefined;
  const { token, key, expiresMs, renewMs } = read;
  const isShort =
    typeof key === "string" && typeof expiresMs === "number" && typeof renewMs === "number";
  return { token, short: isShort ? { key, expiresMs, renewMs } : undefined };
}

/** Everything secret in what is kept: no output shows the whole, and none a part. */
export function secretsIn(text: string): string[] {
  const tokens = tokensIn(text);
  if (tokens === undefined) return [text];
  return [tokens.token, ...(tokens.short === undefined ? [] : [tokens.short.key])];
}

/** What a header can carry. */
export function isToken(text: unknown): text is string {
  return typeof text === "string" && /^[\x21-\x7e]{1,8192}$/.test(text);
}
