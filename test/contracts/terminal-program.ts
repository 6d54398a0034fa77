import { connect } from "node:net";
import { createInterface } from "node:readline";
import type { PromptKind, TakenOver } from "../../src/system/ports.ts";
import { realTerminal } from "../../src/system/real/terminal.ts";

/** Does with this machine's terminal what it is told to over a socket: JSON in, JSON out, a line each. */

interface Told {
  id: number;
  act: string;
  args: string[];
}

const { out, err } = realTerminal;
let taken: TakenOver | undefined;
const seen = ({ isTerminal, columns, rows }: typeof out) => ({ isTerminal, columns, rows });

const acts: Record<string, (...args: string[]) => unknown> = {
  look: () => ({
    out: seen(out),
    err: seen(err),
    canPrompt: realTerminal.canPrompt,
    canTakeOver: realTerminal.canTakeOver,
  }),
  write: (to = "", text = "") => (to === "out" ? out : err).write(text),
  prompt: (question = "", how) => realTerminal.prompt(question, how as PromptKind | undefined),
  page: (text = "", command = "") => realTerminal.page(text, command),
  takeOver: async () => {
    taken = await realTerminal.takeOver({
      onInput: (keys) => tell({ keys }),
      onResize: () => tell({ resized: true }),
    });
  },
  release: () => taken?.release(),
};

const socket = connect(process.argv[2] ?? "");
const tell = (message: object): void => void socket.write(`${JSON.stringify(message)}\n`);
createInterface({ input: socket }).on("line", (line) => {
  const { id, act, args } = JSON.parse(line) as Told;
  const run = async (): Promise<unknown> => acts[act]?.(...args);
  void run().then(
    (result) => tell({ id, result }),
    (error: { code?: unknown }) => tell({ id, result: error.code }),
  );
});
