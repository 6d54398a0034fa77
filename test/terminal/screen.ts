import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pty from "@lydell/node-pty";
import { Terminal } from "@xterm/headless";
import { removeTree } from "../remove-tree.ts";

const root = join(import.meta.dirname, "..", "..");

export interface ScreenOptions {
  columns?: number;
  rows?: number;
  environment?: Record<string, string>;
  /** What is started; the built command where nothing is said. */
  program?: readonly [string, ...string[]];
  /** Where it is started. */
  directory?: string;
}

const builtCommand = [process.execPath, join(root, "dist", "bin.js")] as const;

const frameEnd = "\u001b[?2026l";

/** The command in a real pseudo-terminal, and what a person would see of it. */
export class Screen {
  readonly #terminal: Terminal;
  readonly #process: pty.IPty;
  readonly #directory: string;
  readonly #watchers = new Set<() => void>();
  #raw = "";
  #exit: number | undefined;
  #endedBy: number | undefined;

  constructor(args: readonly string[], options: ScreenOptions) {
    const { columns = 80, rows = 24, environment, program = builtCommand, directory } = options;
    this.#directory = mkdtempSync(join(tmpdir(), "modelforge-screen-"));
    this.#terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#process = pty.spawn(program[0], [...program.slice(1), ...args], {
      name: environment?.TERM ?? "xterm-256color",
      cols: columns,
      rows,
      ...(directory === undefined ? {} : { cwd: directory }),
      env: {
        PATH: process.env.PATH ?? "",
        HOME: this.#directory,
        MODELFORGE_CACHE_DIR: join(this.#directory, "cache"),
        MODELFORGE_STATE_DIR: join(this.#directory, "state"),
        ...environment,
      },
    });
    this.#process.onData((data) => {
      this.#raw += data;
      this.#terminal.write(data, () => this.#changed());
    });
    this.#process.onExit(({ exitCode, signal }) => {
      this.#exit = exitCode;
      this.#endedBy = signal;
      this.#changed();
    });
  }

  /** Lines as they stand on the screen, without trailing blanks. */
  get lines(): string[] {
    const { active } = this.#terminal.buffer;
    const lines: string[] = [];
    for (let at = 0; at < active.length; at += 1) {
      lines.push(active.getLine(at)?.translateToString(true) ?? "");
    }
    return lines;
  }

  /** Every byte the command wrote, escape sequences and all. */
  get raw(): string {
    return this.#raw;
  }

  /** Whether the command has a screen of its own. */
  get isAlternate(): boolean {
    return this.#terminal.buffer.active.type === "alternate";
  }

  /** Line and column of the cursor, from 0. */
  get cursor(): [line: number, column: number] {
    const { active } = this.#terminal.buffer;
    return [active.cursorY, active.cursorX];
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
    this.#process.resize(columns, rows);
  }

  /** Sends the command a signal. */
  signal(name: "SIGTERM" | "SIGHUP"): void {
    this.#process.kill(name);
  }

  /** Takes the terminal away; resolves with the number of the signal that ended the command, 0 for none. */
  async hangUp(): Promise<number> {
    // node-pty's types leave out what ends the other side
    (this.#process as pty.IPty & { destroy(): void }).destroy();
    await this.ended();
    return this.#endedBy ?? 0;
  }

  type(keys: string): void {
    this.#process.write(keys);
  }

  /** Resolves once the screen shows it. */
  async shows(text: string | RegExp): Promise<void> {
    await this.#until(() => {
      const all = this.lines.join("\n");
      return typeof text === "string" ? all.includes(text) : text.test(all);
    });
  }

  /** Resolves once the last of what the command wrote is that. */
  async showsLast(text: RegExp): Promise<void> {
    await this.#until(() => text.test(this.#raw));
  }

  /** Resolves once that is on the screen and no frame is half drawn: every one ends with the same sign. */
  async showsFrame(text: string | RegExp): Promise<void> {
    await this.shows(text);
    await this.#until(() => this.#raw.endsWith(frameEnd));
    await new Promise<void>((resolve) => this.#terminal.write("", resolve));
  }

  /** Resolves with the exit code. */
  async ended(): Promise<number> {
    await this.#until(() => this.#exit !== undefined);
    // what it wrote last may not be on the screen yet
    await new Promise<void>((resolve) => this.#terminal.write("", resolve));
    return this.#exit ?? -1;
  }

  async close(): Promise<void> {
    if (this.#exit === undefined) this.#process.kill("SIGKILL");
    await this.#until(() => this.#exit !== undefined);
    this.#terminal.dispose();
    removeTree(this.#directory);
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  async #until(isTrue: () => boolean): Promise<void> {
    if (isTrue()) return;
    await new Promise<void>((resolve) => {
      const watch = (): void => {
        if (!isTrue()) return;
        this.#watchers.delete(watch);
        resolve();
      };
      this.#watchers.add(watch);
    });
  }
}
