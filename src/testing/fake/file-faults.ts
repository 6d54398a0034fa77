import { kind, number, record, whole, word } from "../../operations/input-kinds.ts";
import type { Table } from "../../operations/read-input.ts";
import { systemError } from "../../system/real/file-codes.ts";
import { anyText, isA } from "./kinds.ts";

const operations = [
  "read",
  "readGiven",
  "open",
  "readPiece",
  "info",
  "target",
  "follow",
  "list",
  "makeDirectory",
  "write",
  "replace",
  "writeGiven",
  "append",
  "rename",
  "removeFile",
  "removeDirectory",
  "lock",
] as const;

/** What a program does with files. `replace` is besides a `write` beside the target and a `rename`. */
export type FileOperation = (typeof operations)[number];

const changes: ReadonlySet<FileOperation> = new Set([
  "makeDirectory",
  "write",
  "writeGiven",
  "append",
  "rename",
  "removeFile",
  "removeDirectory",
  "lock",
]);

/** Something that goes wrong. Without `kills` the operation fails with `code`. */
export interface FileFault {
  /** `change`: every step that others can see, one after the other. */
  operation: FileOperation | "change" | "any";
  /** A part of the path, or a pattern of it; any path where it is left out. */
  path?: string | RegExp;
  /** The how-manieth of these operations meets it first, from now on; 1, the next. */
  nth?: number;
  /** How many meet it; 1. */
  times?: number;
  /** The system's word for what goes wrong; `EIO`. */
  code?: string;
  /** The process ends as by SIGKILL, before or after the operation. */
  kills?: "before" | "after";
  /** Of what is written, so many bytes are on the disk all the same: it is torn. */
  afterBytes?: number;
}

const partOfPath = kind(
  "a part of a path, or a pattern",
  (value) => typeof value === "string" || isA("RegExp", value),
);

const faultFields: Table<FileFault> = {
  operation: word([...operations, "change", "any"]),
  path: partOfPath,
  nth: number("count"),
  times: kind(
    "a whole number, 1 or more, or Infinity",
    (value) => Number(value) >= 1 && (Number.isInteger(value) || value === Infinity),
  ),
  code: anyText,
  kills: word(["before", "after"]),
  afterBytes: whole,
};

const faultKind = record(faultFields, ["operation"]);

export interface ArmedFault {
  /** How many operations met it. */
  readonly met: number;
  disarm(): void;
}

/** What an operation of a process that was killed ends with. Nothing it does has an effect any more. */
export class ProcessKilled extends Error {
  constructor() {
    super("the process was killed");
    this.name = "ProcessKilled";
  }
}

/** What an operation meets. */
interface Met {
  /** Of what is written, so many bytes are kept. */
  mostBytes: number;
  /** Called when all that the operation does is done. Throws where it fails. */
  end(): void;
}

export interface FileFaults {
  arm(fault: FileFault): ArmedFault;
  /** Throws where the operation fails before it does anything. */
  meet(operation: FileOperation, path: string): Met;
}

const nothing: Met = { mostBytes: Number.POSITIVE_INFINITY, end: () => undefined };

export function createFileFaults(kill: () => void): FileFaults {
  const armed: { fault: FileFault; seen: number; met: number }[] = [];

  const die = (): never => {
    kill();
    throw new ProcessKilled();
  };

  return {
    arm: (given) => {
      const fault = faultKind.read(given, "fault") as FileFault;
      const one = { fault, seen: 0, met: 0 };
      armed.push(one);
      return {
        get met() {
          return one.met;
        },
        disarm: () => {
          const at = armed.indexOf(one);
          if (at >= 0) armed.splice(at, 1);
        },
      };
    },
    meet: (operation, path) => {
      let first: (typeof armed)[number] | undefined;
      for (const one of armed) {
        if (!concerns(one.fault, operation, path)) continue;
        const { nth = 1, times = 1 } = one.fault;
        one.seen += 1;
        if (one.seen >= nth && one.seen < nth + times) first ??= one;
      }
      if (first === undefined) return nothing;
      first.met += 1;
      const { code = "EIO", kills, afterBytes } = first.fault;
      const fail = (): never => {
        if (kills !== undefined) return die();
        throw systemError(code, "it was told to fail");
      };
      if (kills !== "after" && afterBytes === undefined) return fail();
      return { mostBytes: afterBytes ?? Number.POSITIVE_INFINITY, end: fail };
    },
  };
}

function concerns(fault: FileFault, operation: FileOperation, path: string): boolean {
  const { operation: wanted, path: part = "" } = fault;
  const isWanted =
    wanted === "any" || (wanted === "change" ? changes.has(operation) : wanted === operation);
  if (!isWanted) return false;
  return typeof part === "string" ? path.includes(part) : path.search(part) >= 0;
}
