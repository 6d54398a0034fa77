import { readFileSync, readlinkSync } from "node:fs";
import { codeOf } from "./file-codes.ts";
import { uniqueName } from "./unique-name.ts";

/** Who holds a lock. */
export interface Holder {
  /** Of this one hold: no two are the same. */
  name: string;
  /** Process id. */
  id: number;
  /** When the process began, in the system's own count; null where the system does not tell. */
  started: string | null;
  /** Host, boot and namespaces: elsewhere the same id is another process. Null where the system does not tell. */
  machine: string | null;
}

export function describeHolder(): Holder {
  const { pid } = process;
  const found = lookAtProcess(pid);
  return {
    name: uniqueName(),
    id: pid,
    started: found?.started ?? null,
    machine: thisMachine(),
  };
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
    // it becomes part of a file's name
    typeof name === "string" &&
    /^\d{1,10}-\d{1,9}-[0-9a-z]{0,6}$/.test(name) &&
    Number.isSafeInteger(id) &&
    // 0 and what is below it are groups of processes
    (id as number) > 0 &&
    (started === null || typeof started === "string") &&
    (machine === null || typeof machine === "string");
  return isWhole ? (value as Holder) : undefined;
}

/** Whether the process has ended; undefined where that cannot be told from here. */
export function isGone({ id, started, machine }: Holder): boolean | undefined {
  if (machine === null || started === null || machine !== thisMachine()) return undefined;
  const found = lookAtProcess(id);
  if (found === undefined) return exists(id) ? undefined : true;
  return found.isDead || found.started !== started;
}

/** Linux: the 22nd field of /proc/<id>/stat; the second is a name in brackets that may hold anything. */
function lookAtProcess(id: number): { isDead: boolean; started: string } | undefined {
  const text = tryRead(() => readFileSync(`/proc/${id}/stat`, "latin1"));
  const [state, ...fields] = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? [];
  const started = fields[18];
  // Z: its parent has not asked yet how it ended
  return started === undefined ? undefined : { isDead: state === "Z" || state === "X", started };
}

/** Other users' processes may be hidden in /proc, and are there all the same. */
function exists(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

function thisMachine(): string | null {
  // /proc may be of another namespace than this process
  if (tryRead(() => readlinkSync("/proc/self")) !== String(process.pid)) return null;
  const host = tryRead(() => readFileSync("/proc/sys/kernel/hostname", "latin1").trim());
  const boot = tryRead(() => readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim());
  const processes = tryRead(() => readlinkSync("/proc/self/ns/pid"));
  // starts are counted from another moment in another of these, which older systems have not
  const time = tryRead(() => readlinkSync("/proc/self/ns/time")) ?? "";
  if (host === undefined || boot === undefined || processes === undefined) return null;
  return `${host} ${boot} ${processes} ${time}`;
}

function tryRead(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    // no /proc, or no such process
    return undefined;
  }
}
