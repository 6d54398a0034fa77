import { ModelForgeError } from "../../failure.ts";
import { handedOver } from "../../system/handed-over.ts";
import type { CliMachine, DrawnTerminal } from "./drawn-terminal.ts";
import type { FormatOptions } from "./format-flag.ts";
import type { Redirection } from "./common-flags.ts";
import { type Drawn, drawn } from "./render/drawn.ts";
import { withoutSecretsIn } from "./without-secrets.ts";
import { fitNotice } from "./render/fit-lines.ts";
import { widthOf } from "./render/terminal-width.ts";

/** Standard output by each of its names; opened anew, a file behind it would be written from its beginning. */
function isOwnOutput(path: string): boolean {
  return path === "-" || handedOver(path) === 1;
}

export interface Redirected {
  /** The machine with a standard output that keeps what it is given. */
  machine: CliMachine;
  /** Sends the result where it is wanted, once all of it is there. */
  finish(): Promise<void>;
}

/**
 * A result that goes through a filter, into a file, or both. JSON is what a filter is given.
 *
 * Throws `usage.bad-value` for flags that do not go together, `file.unwritable` for what is known from the start; `finish`
 * besides `file.unwritable`.
 */
export function redirect(
  machine: CliMachine,
  options: Redirection & FormatOptions & { quiet?: boolean },
): Redirected {
  const { jq, outputFile, force } = options;
  if (outputFile === undefined && force === true) {
    throw apart("--force has no file to replace", "name it with --output-file");
  }
  if (jq !== undefined) {
    const { format = "json" } = options;
    if (format !== "json") {
      throw apart(`--jq filters JSON, and --format ${format} asks for another`, "leave one out");
    }
    options.json = true;
  }
  if (outputFile !== undefined) machine.files.checkGiven(outputFile);
  const pieces: Uint8Array[] = [];
  const { terminal } = machine;
  const finish = async (): Promise<void> => {
    const given = together(pieces);
    const document = (): string => new TextDecoder().decode(given);
    const text = jq === undefined ? undefined : await filter(document(), jq);
    if (outputFile === undefined || isOwnOutput(outputFile)) {
      if (text !== undefined) terminal.out.write(text);
      else terminal.out.writeJsonLines(given);
      return;
    }
    const note = (what: string): void => {
      const width = widthOf(terminal.err, machine.environment);
      const text = drawn`note: ${what} ${outputFile}\n`;
      if (options.quiet !== true) terminal.err.write(fitNotice(text, width));
    };
    machine.files.writeGiven(outputFile, text?.text ?? given, force === true, () =>
      note("waiting for a reader of"),
    );
    note("written to");
  };
  return { machine: withOutput(machine, pieces), finish };
}

async function filter(document: string, jq: string): Promise<Drawn> {
  const { filtered } = await import("./jq.ts");
  return filtered(document, jq);
}

function apart(message: string, hint: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", { message, hint });
}

/** Nobody looks at what goes into a file or a filter: it is as in a pipe. */
function withOutput(machine: CliMachine, pieces: Uint8Array[]): CliMachine {
  const { terminal } = machine;
  const out: DrawnTerminal["out"] = {
    isTerminal: false,
    columns: undefined,
    rows: undefined,
    write: (text) => void pieces.push(encoder.encode(withoutSecretsIn(text.text))),
    writeJsonLines: (lines) => void pieces.push(lines),
    writePath: (path) => void pieces.push(encoder.encode(`${path}\n`)),
  };
  const { canPrompt, canTakeOver } = terminal;
  return { ...machine, terminal: { ...terminal, canPrompt, canTakeOver, out } };
}

const encoder = new TextEncoder();

function together(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
