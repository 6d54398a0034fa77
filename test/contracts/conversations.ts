import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "tsdown";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { Screen } from "../terminal/screen.ts";
import type { Conversation } from "./terminal.ts";

interface Message {
  id?: number;
  result?: unknown;
  keys?: string;
  resized?: boolean;
}

/** The program that uses this machine's terminal, made anew from the sources. */
export async function buildProgram(): Promise<{ program: string; remove(): void }> {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-terminal-"));
  await build({
    config: false,
    entry: { program: join(import.meta.dirname, "terminal-program.ts") },
    outDir: directory,
    format: "esm",
    platform: "node",
    dts: false,
    logLevel: "silent",
  });
  const remove = (): void => rmSync(directory, { recursive: true });
  return { program: join(directory, "program.mjs"), remove };
}

/** A program of its own, in a pseudo-terminal or between pipes. */
export async function realConversation(
  program: string,
  at: "a terminal" | "pipes",
): Promise<Conversation> {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-conversation-"));
  const address = join(directory, "socket");
  const server = createServer();
  server.listen(address);
  await once(server, "listening");
  const screen = at === "a terminal" ? startInTerminal(program, address) : undefined;
  const child = at === "pipes" ? spawn(process.execPath, [program, address]) : undefined;
  const piped = child === undefined ? undefined : reading(child);
  const [socket] = (await once(server, "connection")) as [Socket];
  const { ask, until } = speaking(socket);
  return {
    look: () => ask("look"),
    write: (to, text) => ask("write", to, text),
    prompt: (question, how = "" as never) => ask("prompt", question, how),
    page: (text, command) => ask("page", text, command),
    takeOver: () => ask("takeOver"),
    release: () => ask("release"),
    hears: (keys) => until(({ heard }) => heard === keys),
    feelsResize: () => until(({ resizes }) => resizes > 0),
    type: (keys) => screen?.type(keys),
    resize: (columns, rows) => screen?.resize(columns, rows),
    shows: async (text) => {
      await screen?.shows(text);
      await piped?.(text);
    },
    stopReading: async () => {
      child?.stdout?.destroy();
      if (child?.stdout?.closed === false) await once(child.stdout, "close");
    },
    close: async () => {
      socket.destroy();
      server.close();
      await screen?.close();
      child?.kill("SIGKILL");
      rmSync(directory, { recursive: true });
    },
  };
}

function startInTerminal(program: string, address: string): Screen {
  const options = { columns: 100, rows: 30, program: [process.execPath, program] } as const;
  return new Screen([address], options);
}

/** Resolves once the text was read from either of the pipes. */
function reading({ stdout, stderr }: ChildProcess): (text: string) => Promise<void> {
  const read = ["", ""];
  const more = new EventEmitter();
  [stdout, stderr].forEach((pipe, at) => {
    pipe?.setEncoding("utf8").on("data", (text: string) => {
      read[at] += text;
      more.emit("read");
    });
  });
  return async (text) => {
    while (!read.some((one) => one.includes(text))) await once(more, "read");
  };
}

interface Told {
  heard: string;
  resizes: number;
}

function speaking(socket: Socket) {
  const told: Told = { heard: "", resizes: 0 };
  const answers = new EventEmitter();
  let asked = 0;
  createInterface({ input: socket }).on("line", (line) => {
    const { id, result, keys, resized } = JSON.parse(line) as Message;
    if (id !== undefined) answers.emit(`answer ${id}`, result);
    if (resized === true) told.resizes += 1;
    told.heard += keys ?? "";
    answers.emit("told");
  });
  return {
    ask: async <T>(act: string, ...args: string[]): Promise<T> => {
      asked += 1;
      const answer = once(answers, `answer ${asked}`);
      socket.write(`${JSON.stringify({ id: asked, act, args })}\n`);
      return ((await answer) as [T])[0];
    },
    until: async (holds: (told: Told) => boolean): Promise<void> => {
      while (!holds(told)) await once(answers, "told");
    },
  };
}

export async function fakeConversation(at: "a terminal" | "pipes"): Promise<Conversation> {
  const { terminal } = createFakeSystem({
    terminal: { isTerminal: at === "a terminal", columns: 100, rows: 30, pagers: ["cat"] },
  });
  let heard = "";
  let resizes = 0;
  let release = (): void => undefined;
  const seen = ({ isTerminal, columns, rows }: typeof terminal.out) => ({
    isTerminal,
    columns,
    rows,
  });
  const check = (holds: boolean): void => {
    if (!holds) throw new Error("it is not so");
  };
  return {
    look: async () => ({
      out: seen(terminal.out),
      err: seen(terminal.err),
      canPrompt: terminal.canPrompt,
      canTakeOver: terminal.canTakeOver,
    }),
    write: async (to, text) => terminal[to].write(text),
    prompt: (question, how) => terminal.prompt(question, how),
    page: (text, command) => terminal.page(text, command),
    takeOver: async () => {
      ({ release } = await terminal.takeOver({
        onInput: (keys) => (heard += keys),
        onResize: () => (resizes += 1),
      }));
    },
    release: async () => release(),
    hears: async (keys) => check(heard === keys),
    feelsResize: async () => check(resizes > 0),
    type: terminal.type,
    resize: terminal.resize,
    shows: async (text) => {
      const { out, err, pages } = terminal;
      check([out, err, ...pages].some((one) => one.text.includes(text)));
    },
    stopReading: async () => terminal.out.close(),
    close: async () => undefined,
  };
}
