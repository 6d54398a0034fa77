import { hidden } from "../../catalog/words/hidden.ts";
import type { Output, System } from "../../system/ports.ts";

/**
 * The machine as a command has it: whatever it says goes without the credentials that were read, in whatever form they
 * stand there. What has a short way reads none.
 */
export function withoutSecrets(system: System): System {
  const { terminal } = system;
  return {
    ...system,
    terminal: {
      out: guarded(terminal.out),
      err: guarded(terminal.err),
      get canPrompt() {
        return terminal.canPrompt;
      },
      get canTakeOver() {
        return terminal.canTakeOver;
      },
      takeOver: async (listener) => {
        const taken = await terminal.takeOver(listener);
        return { ...taken, screen: guarded(taken.screen) };
      },
      prompt: (question, how) => terminal.prompt(withoutSecretsIn(question), how),
      page: (text, command) => terminal.page(withoutSecretsIn(text), command),
    },
  };
}

function guarded(output: Output): Output {
  return {
    get isTerminal() {
      return output.isTerminal;
    },
    get columns() {
      return output.columns;
    },
    get rows() {
      return output.rows;
    },
    write: (text) => output.write(hidden.in === undefined ? text : withoutSecretsIn(textOf(text))),
  };
}

export function withoutSecretsIn(text: string): string {
  return hidden.in === undefined ? text : hidden.in(text);
}

function textOf(text: string | Uint8Array): string {
  return typeof text === "string" ? text : new TextDecoder().decode(text);
}

/** The one exception: what is written meanwhile is written as it is. */
export function inTheOpen(write: () => void): void {
  const before = hidden.in;
  hidden.in = undefined;
  try {
    write();
  } finally {
    hidden.in = before;
  }
}
