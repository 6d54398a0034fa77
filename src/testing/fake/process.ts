import type { Process, ProgramRead } from "../../system/ports.ts";

/** A program that was started and left alone. */
export interface StartedProcess {
  args: readonly string[];
  /** Variables besides those of the machine. */
  environment: Readonly<Record<string, string>>;
}

/** The process a program runs in. */
export interface FakeProcess extends Process {
  /** What was started; nothing of it runs. */
  readonly started: StartedProcess[];
  /** Programs that were run, with what they were told besides. */
  readonly ran: { command: readonly string[]; environment: Readonly<Record<string, string>> }[];
  /** Programs there are, and how each ends; any other is not there. */
  readonly programs: Map<string, number>;
  /** What programs print that are read, by the path of each; a number is the code it ends with, null one that never ends. */
  readonly printing: Map<string, string | number | null | Partial<ProgramRead>>;
  /** Addresses of the pages that were opened. */
  readonly opened: string[];
  /** Whether there is a browser; there is one unless told. */
  hasBrowser: boolean;
  /** Whether it was killed: what it does to files from then on ends with an error, and has no effect. */
  readonly isKilled: boolean;
  /** Ends it as SIGKILL does. */
  kill(): void;
  /** Presses Ctrl-C; whether anybody listened. */
  interrupt(): boolean;
}

/** `running` are the processes of the machine, by id. */
export function createFakeProcess(id: number, running: Set<number>): FakeProcess {
  const started: StartedProcess[] = [];
  // one may listen twice
  const listeners = new Set<() => void>();
  let names = 0;
  running.add(id);
  const opened: string[] = [];
  const ran: FakeProcess["ran"] = [];
  const programs = new Map<string, number>();
  const printing: FakeProcess["printing"] = new Map();
  return {
    id,
    started,
    opened,
    ran,
    programs,
    printing,
    read: async ([program = "", ...words], { directory }) => {
      const printed = printing.get(program);
      if (printed === undefined) return undefined;
      ran.push({ command: [program, ...words], environment: { directory } });
      const usual = { code: 0, text: "", errors: "", isTooLong: false };
      if (typeof printed === "string") return { ...usual, text: printed };
      if (typeof printed === "object" && printed !== null) return { ...usual, ...printed };
      return { ...usual, code: printed };
    },
    run: async ([program = "", ...words], more) => {
      const code = programs.get(program);
      if (code !== undefined) {
        ran.push({ command: [program, ...words], environment: { ...more } });
      }
      return code;
    },
    hasBrowser: true,
    async openPage(page) {
      if (this.hasBrowser) opened.push(page.href);
      return this.hasBrowser;
    },
    get isKilled() {
      return !running.has(id);
    },
    startDetached: (args, environment) => {
      started.push({ args: [...args], environment: { ...environment } });
    },
    once: (work) => work(),
    onInterrupt: (then) => {
      const listener = (): void => then();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    uniqueName: () => {
      names += 1;
      return `${id}-${names}-fake`;
    },
    kill: () => {
      running.delete(id);
    },
    interrupt: () => {
      const listening = [...listeners];
      for (const listener of listening) listener();
      return listening.length > 0;
    },
  };
}
