import type { Files, Output, System } from "../system/ports.ts";
import { realClock } from "../system/real/clock.ts";
import { realCodec } from "../system/real/codec.ts";
import { realEnvironment } from "../system/real/environment.ts";
import { readingFiles } from "../system/real/reading-files.ts";
import { outputOf } from "../system/real/output.ts";
import { giveUp } from "./give-up.ts";

declare const __MODELFORGE_VERSION__: string;

/** This machine for a warm answer: it reads, notes one letter, and holds back what is said until all of it is known. */
export interface HotMachine {
  system: System;
  /** Writes what was said, in the order in which it was said. */
  flush(): void;
}

export function hotMachine(): HotMachine {
  const said: [output: Output, text: string | Uint8Array][] = [];
  const held = (output: Output): Output => ({
    get isTerminal() {
      return output.isTerminal;
    },
    get columns() {
      return output.columns;
    },
    get rows() {
      return output.rows;
    },
    write: (text) => {
      said.push([output, text]);
      return true;
    },
  });
  const system: System = {
    clock: realClock,
    codec: realCodec,
    environment: realEnvironment,
    files: { ...readingFiles, ...unwritable },
    http: { get: giveUp, post: giveUp, proxyFor: giveUp, close: giveUp },
    installation: { version: __MODELFORGE_VERSION__, readSnapshot: giveUp },
    keychain: { absence: giveUp, get: giveUp, set: giveUp, remove: giveUp },
    keptCode: { look: giveUp, clear: giveUp },
    process: {
      get id() {
        return giveUp();
      },
      startDetached: giveUp,
      run: giveUp,
      read: giveUp,
      openPage: giveUp,
      once: giveUp,
      onInterrupt: giveUp,
      uniqueName: giveUp,
    },
    sealing: { keyOf: giveUp },
    terminal: {
      out: held(outputOf(1)),
      err: held(outputOf(2)),
      canPrompt: false,
      canTakeOver: false,
      prompt: giveUp,
      page: giveUp,
      takeOver: giveUp,
    },
  };
  return {
    system,
    flush: () => {
      for (const [output, text] of joined(said)) output.write(text);
    },
  };
}

const unwritable: Pick<
  Files,
  | "readGiven"
  | "makeDirectory"
  | "write"
  | "replace"
  | "checkGiven"
  | "writeGiven"
  | "rename"
  | "removeFile"
  | "removeDirectory"
  | "lock"
  | "isLocked"
> = {
  readGiven: giveUp,
  makeDirectory: giveUp,
  write: giveUp,
  replace: giveUp,
  checkGiven: giveUp,
  writeGiven: giveUp,
  rename: giveUp,
  removeFile: giveUp,
  removeDirectory: giveUp,
  lock: giveUp,
  isLocked: giveUp,
};

/** What goes to the same place one after the other goes there at once. */
function joined(said: readonly [Output, string | Uint8Array][]): [Output, string | Uint8Array][] {
  const together: [Output, string | Uint8Array][] = [];
  for (const [output, text] of said) {
    const last = together.at(-1);
    if (last?.[0] === output && typeof last[1] === "string" && typeof text === "string") {
      last[1] += text;
    } else together.push([output, text]);
  }
  return together;
}
