import { closeSync, openSync } from "node:fs";
import type { PromptKind, Terminal } from "../ports.ts";
import { isTerminal, outputOf } from "./output.ts";

async function page(text: string, command: string): Promise<boolean> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ["pipe", "inherit", "inherit"],
      // quit if it fits, keep colours, leave the text on the screen
      env: { LESS: "FRX", LV: "-c", ...process.env },
    });
    // Ctrl-C belongs to the pager while it runs
    const ignore = (): void => undefined;
    process.on("SIGINT", ignore);
    child.on("error", () => resolve(false));
    child.on("close", (code) => {
      process.off("SIGINT", ignore);
      // 126, 127: the shell did not find it
      resolve(code !== 126 && code !== 127);
    });
    child.stdin.on("error", ignore);
    child.stdin.end(text);
  });
}

async function prompt(question: string, how?: PromptKind): Promise<string | undefined> {
  if (how === "masked") return (await import("./masked-prompt.ts")).maskedPrompt(question);
  const { createInterface } = process.getBuiltinModule("node:readline");
  const { stdin, stderr } = process;
  const plain = how === "plain" ? { terminal: false } : {};
  const lines = createInterface({ input: stdin, output: stderr, ...plain });
  return new Promise((resolve) => {
    const end = (): void => lines.close();
    const hear = (_: unknown, key: { name?: string; meta?: boolean }): void => {
      // Enter right behind it is taken for one key with it
      const isEscape = key.name === "escape" || (key.name === "return" && key.meta === true);
      if (isEscape) end();
    };
    if (how === "choice") stdin.on("keypress", hear);
    // without editing of its own, readline leaves Ctrl-C to the process
    if (how === "plain") process.on("SIGINT", end);
    lines.on("close", () => {
      process.off("SIGINT", end);
      stdin.off("keypress", hear);
      resolve(undefined);
    });
    lines.on("SIGINT", end);
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}

/** Whether there is a terminal to draw on besides the standard streams. */
function hasOwnTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "w"));
    return true;
  } catch {
    return false;
  }
}

export const realTerminal: Terminal = {
  out: outputOf(1),
  err: outputOf(2),
  page,
  prompt,
  takeOver: async (listener) => (await import("./take-over.ts")).takeOver(listener),
  get canPrompt() {
    return isTerminal(0) && isTerminal(2);
  },
  get canTakeOver() {
    return isTerminal(0) && (isTerminal(1) || hasOwnTerminal());
  },
};
