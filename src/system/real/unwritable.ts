import { ModelForgeError } from "../../failure.ts";

const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ["ENOSPC", "no space is left there"],
  ["EDQUOT", "your disk quota is used up"],
  ["EFBIG", "the file may not become larger"],
  ["EBADF", "it is not open for writing"],
  ["EIO", "the device failed"],
]);

/** What is said where standard output cannot take an answer. */
export function unwritable(cause: unknown): ModelForgeError {
  const { code } = cause as NodeJS.ErrnoException;
  const reason = reasons.get(code) ?? code ?? String(cause);
  return new ModelForgeError("file.unwritable", {
    message: `cannot write to standard output: ${reason}`,
    hint: "the answer is not there, or not all of it: make room, or write it to another place",
    details: { reason: code },
    cause,
  });
}
