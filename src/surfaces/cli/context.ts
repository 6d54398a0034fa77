import { ModelForgeError, type Warning } from "../../failure.ts";
import type { Configuration } from "../../config/configuration.ts";
import type { CatalogDoor } from "../../modelsdev/client.ts";
import type { Settings } from "../../modelsdev/settings.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import type { Operation, OperationOptions, Outcome } from "../../operations/operation.ts";
import type { System } from "../../system/ports.ts";
import type { CliMachine } from "./drawn-terminal.ts";
import { type Drawable, type Drawn, drawn, drawnJson } from "./render/drawn.ts";
import { fitNotice } from "./render/fit-lines.ts";
import { widthOf } from "./render/terminal-width.ts";
import { describeAge } from "./render/age.ts";
import { type Style, styleFor } from "./render/style.ts";

/** Flags every command has. */
export interface GlobalOptions {
  json?: boolean;
  offline?: boolean;
  refresh?: boolean;
  allowSnapshot?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  color?: boolean;
  config?: boolean;
}

/** Whether it says that another catalog answered than the one asked for. */
export function isAboutAnother({ code }: Warning): boolean {
  return code === "snapshot.other-source" || code === "cache.older-generation";
}

const troubled = ["cache", "network", "catalog", "file", "snapshot"];

export function labelOf({ code }: Warning, style: Style): Drawable {
  const isTrouble = troubled.includes(code.split(".", 1)[0] ?? "") && code !== "catalog.stale";
  return isTrouble ? style.yellow("warning:") : style.dim("note:");
}

/** What a command may ask for, assembled when it does. */
export interface CliForge {
  readonly settings: Settings;
  readonly access: CatalogDoor;
  readonly configuration: Configuration;
}

/** What a command works with: the machine, the catalog, and how to say things. */
export class CliContext {
  readonly machine: CliMachine;
  readonly options: GlobalOptions;
  readonly style: Style;
  /** Runs another command line as if it had been typed, and gives its exit code. */
  readonly runLine: (argv: readonly string[]) => Promise<number>;
  readonly #system: System;
  readonly #forge: CliForge;
  #access: CatalogDoor | undefined;
  #errorStyle: Style | undefined;
  /** Set where the answer was from a stale catalog. */
  stale: Outcome<unknown>["catalog"];

  constructor(
    system: System,
    machine: CliMachine,
    forge: CliForge,
    options: GlobalOptions,
    runLine: CliContext["runLine"],
  ) {
    this.#system = system;
    this.runLine = runLine;
    this.machine = machine;
    this.#forge = forge;
    this.options = options;
    const noColor = options.color === false;
    this.style = styleFor(machine.terminal.out, machine.environment, noColor);
  }

  /** The catalog of the source that the settings name; whatever is wrong with them fails what needs it. */
  get access(): CatalogDoor {
    this.#access ??= this.#forge.access;
    return this.#access;
  }

  get settings(): Settings {
    return this.#forge.settings;
  }

  /** What the files of the configuration say. */
  get configuration(): Configuration {
    return this.#forge.configuration;
  }

  /** How to draw on stderr. */
  get errorStyle(): Style {
    const { terminal, environment } = this.machine;
    this.#errorStyle ??= styleFor(terminal.err, environment, this.options.color === false);
    return this.#errorStyle;
  }

  /** Columns to fit a text into; undefined where nobody looks: a pipe gets full-width rows, whatever COLUMNS says. */
  get width(): number | undefined {
    const { terminal, environment } = this.machine;
    return widthOf(terminal.out, environment);
  }

  /** An operation is given the machine as it is: what it has to say, it gives back. */
  run<Input, Result>(
    operation: Operation<Input, Result>,
    input: Input,
    options: OperationOptions,
  ): Promise<Outcome<Result>> {
    const open = (): CatalogDoor => this.access;
    const context = {
      machine: this.#system,
      configuration: this.configuration,
      // a question about something else opens no catalog
      get access() {
        return open();
      },
    };
    return operation(context, input, options);
  }

  /** The result, and nothing else, goes here. */
  print(text: Drawn): void {
    this.machine.terminal.out.write(text);
  }

  /** One document: indented for people, on one line for programs. */
  printJson(outcome: Outcome<unknown>): void {
    const { result, catalog, warnings } = outcome;
    const envelope = {
      schema: "modelforge/v1",
      ...(catalog === undefined ? {} : { catalog }),
      result,
      warnings: [...warnings, ...this.#ageNotes(outcome)],
    };
    const indent = this.machine.terminal.out.isTerminal ? 2 : undefined;
    this.print(drawn`${drawnJson(envelope, indent)}\n`);
  }

  /** What happened besides the result, on stderr. */
  report(outcome: Outcome<unknown>): void {
    const { catalog, warnings } = outcome;
    if (catalog?.stale === true) this.stale = catalog;
    this.warnAll([...warnings, ...this.#ageNotes(outcome)]);
    if (this.options.quiet === true) return;
    if (this.options.verbose === true && catalog !== undefined) {
      const { origin, source, digest, models, providers } = catalog;
      this.note(
        `${models} models of ${providers} providers from ${source} (${origin}, ${describeAge(catalog)}, ${digest.slice(0, 19)})`,
      );
    }
  }

  /** Says what there is to know; of it, `--quiet` keeps what another catalog answered. */
  warnAll(warnings: readonly Warning[]): void {
    const isQuiet = this.options.quiet === true;
    for (const warning of warnings) {
      if (!isQuiet || isAboutAnother(warning)) this.warn(warning);
    }
  }

  warn(warning: Warning): void {
    this.#tell(labelOf(warning, this.errorStyle), warning.message);
  }

  note(message: Drawable): void {
    if (this.options.quiet === true) return;
    this.#tell(this.errorStyle.dim("note:"), message);
  }

  /** A command line that is there to be pasted stays whole. */
  noteCommand(line: string): void {
    if (this.options.quiet === true) return;
    this.machine.terminal.err.write(drawn`${this.errorStyle.dim("note:")} ${line}\n`);
  }

  #tell(label: Drawable, message: Drawable): void {
    const { terminal, environment } = this.machine;
    const { err } = terminal;
    err.write(fitNotice(drawn`${label} ${message}\n`, widthOf(err, environment)));
  }

  /** Whether a process that outlives the command is to work out what answered. */
  get wantsPreparing(): boolean {
    return this.#access?.isUnprepared === true && this.settings.backgroundRefresh;
  }

  /** Whether a stale answer is to start a refresh that outlives the command. */
  wantsRefreshLater(catalog: CatalogStamp): boolean {
    return this.options.offline !== true && this.access.wantsBackgroundRefresh(catalog);
  }

  /** Adds to a failed question how old the catalog is that could not answer it. */
  noteAge(error: unknown): void {
    const catalog = this.#access?.unanswering;
    if (catalog === undefined || !(error instanceof ModelForgeError)) return;
    if (catalog.stale) this.stale = catalog;
    const { warnings } = error;
    warnings.push(...this.#ageNotes({ catalog, warnings }));
  }

  #ageNotes({ catalog, warnings }: Pick<Outcome<unknown>, "catalog" | "warnings">): Warning[] {
    if (catalog === undefined) return [];
    const age = describeAge(catalog);
    // why it is old has been said already
    if (warnings.some(({ code }) => code.startsWith("network."))) return [];
    if (catalog.origin === "snapshot") {
      const next = this.#afterFailure() ?? "modelforge refresh-cache gets today's catalog";
      const message = `answered from the snapshot that came with ModelForge, ${age}; ${next}`;
      return [{ code: "catalog.snapshot", message }];
    }
    if (!catalog.stale) return [];
    const next = this.wantsRefreshLater(catalog)
      ? "it is being refreshed in the background"
      : (this.#afterFailure() ?? "modelforge refresh-cache refreshes it");
    return [{ code: "catalog.stale", message: `the catalog is ${age}; ${next}` }];
  }

  /** Why nothing newer is asked for by itself, where the last try is the reason. */
  #afterFailure(): string | undefined {
    const { access, machine } = this;
    const failure = access.journal.failure(machine.clock.now());
    return failure === null
      ? undefined
      : `the last refresh failed: ${failure.message}; modelforge refresh-cache tries again`;
  }
}
