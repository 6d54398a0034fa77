import { readFileSync, readlinkSync } from "node:fs";
import { uniqueName } from "./unique-name.ts";

/** Who holds a lock. */
export interface Holder {
  /** Of this one hold: no two are the same. */
  name: string;
  /** Process id. */
  id: number;
  /** When the process began, in the system's own count; null where the system does not tell. */
  started: string | null;
  /** Host, boot and process namespace: elsewhere the same id is another process. Null where the system does not tell. */
  machine: string | null;
}

export function describeHolder(): Holder {
  const { pid } = process;
  return { name: uniqueName(), id: pid, started: startOf(pid), machine: thisMachine() };
}

/** Undefined where it is not a note of ours: whole, or cut off by a kill. */
export function readHolder(bytes: Uint8Array): Holder | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    // cut off: its age decides
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { name, id, started, machine } = value as Record<string, unknown>;
  const isWhole =
    typeof name === "string" &&
    Number.isSafeInteger(id) &&
    (started === null || typeof started === "string") &&
    (machine === null || typeof machine === "string");
  return isWhole ? (value as Holder) : undefined;
}

/** Whether the process has ended; undefined where that cannot be told from here. */
export function isGone({ id, started, machine }: Holder): boolean | undefined {
  if (machine === null || started === null || machine !== thisMachine()) return undefined;
  return startOf(id) !== started;
}

/** Linux: the 22nd field of /proc/<id>/stat; the second is a name in brackets that may hold anything. */
function startOf(id: number): string | null {
  const text = tryRead(() => readFileSync(`/proc/${id}/stat`, "latin1"));
  const [state, ...fields] = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? [];
  // dead, and its parent has not asked yet
  return state === "Z" || state === "X" ? null : (fields[18] ?? null);
}

function thisMachine(): string | null {
  const host = tryRead(() => readFileSync("/proc/sys/kernel/hostname", "latin1").trim());
  const boot = tryRead(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim());
  const namespace = tryRead(() => readlinkSync("/proc/self/ns/pid"));
  if (host === undefined || boot === undefined || namespace === undefined) return null;
  return `${host} ${boot} ${namespace}`;
}

function tryRead(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    // no /proc, or no such process
    return undefined;
  }
}
