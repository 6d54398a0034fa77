import { ModelForgeError } from "../failure.ts";

const shortages: ReadonlySet<unknown> = new Set(["EMFILE", "ENFILE", "ENOMEM", "EAGAIN"]);

/** Whether this process is short of something: it says nothing of what it failed at, and to go on would only hide it. */
export function isShortage(error: unknown): boolean {
  return error instanceof ModelForgeError && shortages.has(error.details.reason);
}
