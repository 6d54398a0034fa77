import { runCli } from "../../../src/surfaces/cli/main.ts";
import type { Http, System } from "../../../src/system/ports.ts";
import { createSystem } from "../../../src/system/real/system.ts";

export interface Captured {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Setting {
  environment: Readonly<Record<string, string>>;
  isTerminal: boolean;
  /** What a person answers, one after the other. */
  answers?: readonly string[];
  http?: Http;
}

/** Runs a command line in this process: real files and catalog, a terminal that only remembers. */
export async function capture(argv: readonly string[], setting: Setting): Promise<Captured> {
  const written = { stdout: "", stderr: "" };
  const code = await runCli(machineOf(setting, written), argv);
  return { code, ...written };
}

function machineOf(
  { environment, isTerminal, answers = [], http }: Setting,
  written: { stdout: string; stderr: string },
): System {
  const system = createSystem();
  const left = [...answers];
  const outputTo = (name: "stdout" | "stderr") => ({
    isTerminal,
    columns: isTerminal ? 80 : undefined,
    // low enough for the pager
    rows: isTerminal ? 3 : undefined,
    write: (text: string | Uint8Array) => {
      written[name] += typeof text === "string" ? text : new TextDecoder().decode(text);
      return true;
    },
  });
  const get = (name: string): string | undefined => environment[name];
  return {
    ...system,
    ...(http === undefined ? {} : { http }),
    clock: {
      ...system.clock,
      // long enough for a line of progress, which is drawn at once
      wait: (_, signal) => system.clock.wait(5, signal),
      after: (_, then) => system.clock.after(1, then),
    },
    environment: {
      get,
      home: get("HOME"),
      names: () => [],
      currentDirectory: "/",
      platform: "linux",
    },
    process: { ...system.process, startDetached: () => undefined },
    terminal: {
      out: outputTo("stdout"),
      err: outputTo("stderr"),
      canPrompt: isTerminal,
      canTakeOver: isTerminal,
      prompt: (question) => {
        written.stderr += question;
        return Promise.resolve(left.shift());
      },
      page: (text) => {
        written.stdout += text;
        return Promise.resolve(true);
      },
      takeOver: () => Promise.reject(new Error("there is no screen")),
    },
  };
}
