import { closeSync } from "node:fs";
import type { OpenFile } from "../ports.ts";
import { reading } from "./file-errors.ts";
import { fillFrom, openPlain } from "./plain-file.ts";

/** Closes what nobody closed before it was collected; a process that only forgets must not run out of descriptors. */
const forgotten = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

export function openFile(path: string): OpenFile {
  const { descriptor, stats } = openPlain(path);
  let isOpen = true;
  const readInto = (bytes: Uint8Array, offset: number): number =>
    reading(path, () => fillFrom(descriptor, bytes, offset));
  const file: OpenFile = {
    size: stats.size,
    readInto,
    read: (offset, length) => {
      // memory of its own, so that typed arrays over it are aligned
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readInto(bytes, offset));
    },
    close: () => {
      // a descriptor closed twice may be somebody else's by then
      if (!isOpen) return;
      isOpen = false;
      forgotten.unregister(file);
      closeSync(descriptor);
    },
  };
  forgotten.register(file, descriptor, file);
  return file;
}
