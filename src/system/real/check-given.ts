import { fstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { ModelForgeError } from "../../failure.ts";
import { handedOver } from "../handed-over.ts";

// standard output and its like are always there
const firstOther = 3;

/** Throws `file.unwritable` for a descriptor that nobody handed over: none, or one by which Node wakes its own threads. */
export function checkGiven(path: string): void {
  const number = process.platform === "win32" ? undefined : handedOver(path);
  if (number === undefined || (isOpen(number) && (number < firstOther || !isNodes(number)))) return;
  throw new ModelForgeError("file.unwritable", {
    message: `cannot write ${path}: nothing was opened under the number ${number}`,
    hint: `open it, as in ${number}>models.csv, or name a file`,
    details: { path, reason: "EBADF" },
  });
}

function isOpen(descriptor: number): boolean {
  try {
    fstatSync(descriptor);
    return true;
  } catch {
    return false;
  }
}

const own = "/proc/self/fd";

/** What is no file of any directory, and a pipe whose other end is in this process as well. Without /proc nothing tells. */
function isNodes(descriptor: number): boolean {
  const leadsTo = targetOf(descriptor);
  if (leadsTo?.startsWith("anon_inode:") === true) return true;
  if (leadsTo?.startsWith("pipe:") !== true) return false;
  const isReading = isForReading(descriptor);
  return readdirSync(own)
    .map(Number)
    .some((other) => targetOf(other) === leadsTo && isForReading(other) !== isReading);
}

function targetOf(descriptor: number): string | undefined {
  try {
    return readlinkSync(`${own}/${descriptor}`);
  } catch {
    return undefined;
  }
}

const accessModes = 0o3;

function isForReading(descriptor: number): boolean {
  try {
    const about = readFileSync(`/proc/self/fdinfo/${descriptor}`, "latin1");
    const [, flags = "1"] = /^flags:\s*([0-7]+)/m.exec(about) ?? [];
    return (Number.parseInt(flags, 8) & accessModes) === 0;
  } catch {
    return false;
  }
}
