/** Every failure ModelForge reports, with what a caller does about it. Shells see `exit`, HTTP callers `httpStatus`. */
export const failures = {
  "internal.bug": { exit: 1, httpStatus: 500, retryable: false },
  "usage.unknown-command": { exit: 2, httpStatus: 400, retryable: false },
  "usage.unknown-option": { exit: 2, httpStatus: 400, retryable: false },
  "usage.missing-argument": { exit: 2, httpStatus: 400, retryable: false },
  "usage.bad-value": { exit: 2, httpStatus: 400, retryable: false },
  "usage.confirmation-needed": { exit: 2, httpStatus: 400, retryable: false },
  "usage.needs-terminal": { exit: 2, httpStatus: 400, retryable: false },
  "model.not-found": { exit: 3, httpStatus: 404, retryable: false },
  "model.ambiguous": { exit: 3, httpStatus: 409, retryable: false },
  "provider.not-found": { exit: 3, httpStatus: 404, retryable: false },
  "generation.not-found": { exit: 3, httpStatus: 404, retryable: false },
  "credential.missing": { exit: 4, httpStatus: 401, retryable: false },
  "credential.locked": { exit: 4, httpStatus: 401, retryable: true },
  "credential.no-application": { exit: 4, httpStatus: 401, retryable: false },
  "credential.refused": { exit: 4, httpStatus: 401, retryable: false },
  "credential.expired": { exit: 4, httpStatus: 401, retryable: true },
  "credential.keychain-unusable": { exit: 4, httpStatus: 401, retryable: true },
  "credential.store-unusable": { exit: 7, httpStatus: 500, retryable: false },
  "credential.host-untrusted": { exit: 4, httpStatus: 403, retryable: false },
  "network.offline": { exit: 5, httpStatus: 503, retryable: false },
  "network.unreachable": { exit: 5, httpStatus: 502, retryable: true },
  "network.timed-out": { exit: 5, httpStatus: 504, retryable: true },
  "network.interrupted": { exit: 5, httpStatus: 502, retryable: true },
  "network.garbled": { exit: 5, httpStatus: 502, retryable: true },
  "network.not-http": { exit: 5, httpStatus: 502, retryable: false },
  "network.tls-failed": { exit: 5, httpStatus: 502, retryable: false },
  "network.untrusted-certificate": { exit: 5, httpStatus: 502, retryable: false },
  "network.proxy-refused": { exit: 5, httpStatus: 502, retryable: false },
  "network.failed": { exit: 5, httpStatus: 502, retryable: true },
  "network.rate-limited": { exit: 5, httpStatus: 503, retryable: true },
  "network.refused": { exit: 5, httpStatus: 502, retryable: false },
  "network.server-failed": { exit: 5, httpStatus: 502, retryable: true },
  "network.redirected": { exit: 5, httpStatus: 502, retryable: false },
  "network.insecure": { exit: 2, httpStatus: 400, retryable: false },
  "network.bad-setting": { exit: 2, httpStatus: 500, retryable: false },
  "catalog.not-json": { exit: 6, httpStatus: 502, retryable: false },
  "catalog.broken": { exit: 6, httpStatus: 502, retryable: false },
  "catalog.too-large": { exit: 6, httpStatus: 502, retryable: false },
  "catalog.shrunken": { exit: 6, httpStatus: 502, retryable: false },
  "catalog.off": { exit: 2, httpStatus: 400, retryable: false },
  "catalog.unavailable": { exit: 5, httpStatus: 503, retryable: true },
  "file.not-found": { exit: 7, httpStatus: 500, retryable: false },
  "file.unreadable": { exit: 7, httpStatus: 500, retryable: false },
  "file.too-large": { exit: 7, httpStatus: 500, retryable: false },
  "file.unwritable": { exit: 7, httpStatus: 500, retryable: false },
  "file.busy": { exit: 7, httpStatus: 503, retryable: true },
  "config.unreadable": { exit: 7, httpStatus: 500, retryable: false },
  "config.not-set": { exit: 3, httpStatus: 404, retryable: false },
  "cache.busy": { exit: 5, httpStatus: 503, retryable: true },
  "cache.damaged": { exit: 7, httpStatus: 500, retryable: true },
  cancelled: { exit: 130, httpStatus: 499, retryable: false },
} as const;

/** The code of a failure, for example `model.not-found`. */
export type FailureCode = keyof typeof failures;

/** What `ModelForgeError` is made from. */
export interface Failure {
  /** What happened, with the thing in it. */
  message: string;
  /** What to do next, often a command. */
  hint?: string;
  /** Plain JSON for programs: candidates, limits, addresses. */
  details?: Record<string, unknown>;
  cause?: unknown;
}

// by a name, not by the class: import and require bring a class each
const brand = Symbol.for("modelforge.error");

/** The one error class of ModelForge. Decide by `code`, never by the text of the message. */
export class ModelForgeError extends Error {
  readonly code: FailureCode;
  readonly hint: string | undefined;
  readonly details: Record<string, unknown>;
  /** What the caller should know besides, which catalog was asked above all. */
  readonly warnings: Warning[] = [];

  /** Also of an error that another copy of ModelForge made. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== ModelForgeError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === "object" && value !== null && brand in value;
  }

  static {
    Object.defineProperty(ModelForgeError.prototype, brand, { value: true });
  }

  constructor(code: FailureCode, failure: Failure) {
    super(failure.message, failure.cause === undefined ? undefined : { cause: failure.cause });
    this.name = "ModelForgeError";
    this.code = code;
    this.hint = failure.hint;
    this.details = failure.details ?? {};
  }

  get exitCode(): number {
    return failures[this.code].exit;
  }
}

/** The same failure in other words; what the caller should know besides goes along. */
export function retold(
  error: ModelForgeError,
  other: Partial<Pick<Failure, "message" | "hint" | "details">>,
): ModelForgeError {
  const { code, message, hint, details } = error;
  const known = { message, details, ...(hint === undefined ? {} : { hint }) };
  const told = new ModelForgeError(code, { ...known, ...other, cause: error });
  told.warnings.push(...error.warnings);
  return told;
}

/** Something the caller should know although the question was answered. */
export interface Warning {
  code: string;
  message: string;
  /** Plain JSON for programs: what to take instead. */
  details?: Record<string, unknown>;
}
