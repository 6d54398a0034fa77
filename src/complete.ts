import type { Start } from "./hot/answer.ts";
import { complete } from "./surfaces/cli/completion/complete.ts";
import { type CompletionTable, completionTableFile } from "./surfaces/cli/completion/table.ts";
import type { Drawn } from "./surfaces/cli/render/drawn.ts";
import { realCodec } from "./system/real/codec.ts";
import { realEnvironment } from "./system/real/environment.ts";
import { readGivenFile } from "./system/real/given-file.ts";
import { outputOf } from "./system/real/output.ts";
import { readingFiles } from "./system/real/reading-files.ts";

declare const __dirname: string;

const largestFile = 16 * 1024 ** 2;

/** Answers a shell that completes a command line: a script of its own, for it runs with every Tab. */
export const start: Start = (words) => {
  try {
    outputOf(1).write(answer(words).text);
  } catch {
    // whoever presses Tab wants no message: the command itself will tell what is wrong
  }
  return Promise.resolve("answered");
};

function answer(args: readonly string[]): Drawn {
  const table = JSON.parse(realCodec.text(shipped(completionTableFile))) as CompletionTable;
  const machine = {
    codec: realCodec,
    environment: realEnvironment,
    files: readingFiles,
    installation: { readSnapshot: (name: string) => shipped(`snapshot/${name}`) },
  };
  return complete(machine, args, table);
}

function shipped(name: string): Uint8Array {
  // package managers put links in place of files
  return readGivenFile(`${__dirname}/${name}`, largestFile);
}
