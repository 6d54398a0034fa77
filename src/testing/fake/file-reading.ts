import type { OpenFile } from "../../system/ports.ts";
import { aLink, notAFile, systemError, tooLarge } from "../../system/real/file-codes.ts";
import { reading } from "../../system/real/file-errors.ts";
import {
  alreadyRead,
  handedOver,
  tooLarge as givenTooLarge,
} from "../../system/real/given-file.ts";
import type { Disk, Entry } from "./disk.ts";
import type { Step } from "./files.ts";

/** What a test does about files that are open, or were handed over. */
export interface OpenHands {
  /** How many files are open. */
  readonly openFiles: number;
  /** Hands over bytes as a shell does: 0, standard input, or another descriptor. They can be read once. */
  handOver(content: string | Uint8Array, descriptor?: number): void;
}

interface Reading {
  hands: OpenHands;
  read(full: string, mostBytes?: number): Uint8Array;
  readGiven(path: string, full: string, mostBytes: number): Uint8Array;
  open(path: string, full: string): OpenFile;
}

// of manifests, pointers and notes
const largestNote = 16 * 1024 ** 2;

export function createFileReading(
  disk: Disk,
  step: Step,
  unlessKilled: <T>(act: () => T) => T,
): Reading {
  const pipes = new Map<number, { bytes: Uint8Array; isRead: boolean }>();
  let openFiles = 0;

  const plain = (full: string): Entry => {
    const entry = disk.get(full, false);
    if (entry.kind === "link") throw systemError(aLink, "it is a link");
    return refuseOther(entry);
  };
  const readPipe = (path: string, descriptor: number, mostBytes: number): Uint8Array => {
    const pipe = pipes.get(descriptor);
    if (pipe === undefined) throw systemError(notAFile, "nothing was handed over");
    if (pipe.isRead) throw alreadyRead(path, descriptor);
    if (pipe.bytes.length > mostBytes) throw givenTooLarge(path, mostBytes);
    pipe.isRead = true;
    return pipe.bytes.slice();
  };

  return {
    hands: {
      get openFiles() {
        return openFiles;
      },
      handOver: (content, descriptor = 0) => {
        const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
        pipes.set(descriptor, { bytes, isRead: false });
      },
    },
    read: (full, mostBytes = largestNote) => {
      const { bytes } = plain(full);
      if (bytes.length > mostBytes) throw systemError(tooLarge, "it is too large");
      return bytes.slice();
    },
    readGiven: (path, full, mostBytes) => {
      const handed = handedOver.exec(path);
      if (handed !== null) return readPipe(path, Number(handed[1] ?? handed[2] ?? 0), mostBytes);
      const { bytes } = refuseOther(disk.get(full, true));
      if (bytes.length > mostBytes) throw givenTooLarge(path, mostBytes);
      return bytes.slice();
    },
    open: (path, full) => {
      // what is removed or replaced meanwhile stays what it was
      const entry = plain(full);
      let isOpen = true;
      openFiles += 1;
      const readInto = (into: Uint8Array, offset: number): number =>
        unlessKilled(() =>
          reading(path, () =>
            step("readPiece", path, () => {
              if (!isOpen) throw systemError("EBADF", "it is closed");
              const piece = entry.bytes.subarray(offset, offset + into.length);
              into.set(piece);
              return piece.length;
            }),
          ),
        );
      return {
        size: entry.bytes.length,
        readInto,
        read: (offset, length) => {
          const bytes = new Uint8Array(length);
          return bytes.subarray(0, readInto(bytes, offset));
        },
        close: () => {
          if (isOpen) openFiles -= 1;
          isOpen = false;
        },
      };
    },
  };
}

function refuseOther(entry: Entry): Entry {
  if (entry.kind === "directory") throw systemError("EISDIR", "it is a directory");
  if (entry.kind === "other") throw systemError(notAFile, "it is no file");
  return entry;
}
