import { type FailureCode, ModelForgeError } from "../../failure.ts";
import type { HttpRequest } from "../../system/ports.ts";
import type { Phase } from "../../system/real/http-error-codes.ts";
import { translateHttpError, unreadableAnswer } from "../../system/real/http-errors.ts";
import type { HttpFailure } from "./http-answer.ts";

/** What the system says of failures that have no other word for it. */
const words: Partial<Record<FailureCode, string>> = {
  "network.unreachable": "ECONNREFUSED",
  "network.timed-out": "ETIMEDOUT",
  "network.interrupted": "ECONNRESET",
  "network.garbled": "HPE_HEADER_OVERFLOW",
  "network.tls-failed": "EPROTO",
  "network.untrusted-certificate": "DEPTH_ZERO_SELF_SIGNED_CERT",
  "network.failed": "EFAILED",
  "catalog.broken": "Z_DATA_ERROR",
};

/** The failure that the real machine has for it, in its words. */
export function httpFailure(
  fails: HttpFailure,
  { url, limits }: HttpRequest,
  phase: Phase,
): ModelForgeError {
  if (fails instanceof ModelForgeError) return fails;
  const translate = (error: unknown, abortReason?: string): ModelForgeError =>
    translateHttpError(
      error,
      { url, proxy: undefined, lacksHttpsProxy: false, checksRefused: false },
      { limits, phase, abortReason },
    );
  if (fails === "cancelled") return translate(undefined, "cancelled");
  if (fails === overTime) return translate(undefined, "timed out");
  if (fails === "network.not-http") {
    return translate(unreadableAnswer(""));
  }
  const code = Object.hasOwn(words, fails) ? words[fails as FailureCode] : undefined;
  if (code === undefined && fails.includes(".")) {
    return new ModelForgeError(fails as FailureCode, {
      message: `the request to ${url.host} failed as it was told to`,
    });
  }
  return translate(Object.assign(new Error(fails), { code: code ?? fails }));
}

/** Everything together took too long. */
export const overTime = "OVERTIME";
