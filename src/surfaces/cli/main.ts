import { isoTime } from "../../catalog/words/dates.ts";
import { failures, ModelForgeError } from "../../failure.ts";
import { Configuration } from "../../config/configuration.ts";
import { Forge } from "../../forge.ts";
import type { System } from "../../system/ports.ts";
import { shortageOf } from "../../system/shortages.ts";
import { loadCommand } from "./alone-on-terminal.ts";
import type { CliCommand, Parsed } from "./command.ts";
import { groups } from "./command-table.ts";
import { type CliContext, type CliForge, isAboutAnother, labelOf } from "./context.ts";
import { NotingContext } from "./noting-context.ts";
import { noteUnknownVariables } from "./unknown-variables.ts";
import { type CliMachine, withDrawnTerminal } from "./drawn-terminal.ts";
import { findCommand } from "./find-command.ts";
import { HelpAsked } from "./help-asked.ts";
import { isRedirected } from "./common-flags.ts";
import { parsePlain } from "./parse-plain.ts";
import { namingSource } from "./source-meant.ts";
import { ownPlaces, ownWords, sayAtOnce } from "./say-at-once.ts";
import { type Drawn, drawn, drawnJson, drawnLines } from "./render/drawn.ts";
import { fitHint } from "./render/fit-hint.ts";
import { fitNotice } from "./render/fit-lines.ts";
import { helpText } from "./render/help-text.ts";
import { widthOf } from "./render/terminal-width.ts";
import { hintOf } from "./value-meant.ts";
import { mayShowKeys } from "./may-show-keys.ts";
import { styleFor } from "./render/style.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** Runs one command line and gives its exit code. Never throws. */
export async function runCli(started: System, argv: readonly string[]): Promise<number> {
  const system = withoutSecrets(started);
  const machine = withDrawnTerminal(system);
  try {
    if (mayShowKeys(argv, started.environment)) {
      (await import("./keys-on-the-line.ts")).keepOutKeys(argv, started.environment);
    }
    return await run(system, machine, argv);
  } catch (error) {
    return reportFailure(machine, argv, error);
  }
}

async function run(system: System, machine: CliMachine, argv: readonly string[]): Promise<number> {
  const { out, err } = machine.terminal;
  const own = ownPlaces(argv);
  const [first] = own.map((place) => argv[place]);
  if (first === "--version" || first === "-V" || first === "version") {
    const { version } = machine.installation;
    const answer = { schema: "modelforge/v1", result: { version }, warnings: [] };
    const isDocument = wantsJson(argv);
    const text = isDocument ? drawn`${drawnJson(answer)}\n` : drawn`${version}\n`;
    await sayAtOnce(machine, argv, text, isDocument);
    return 0;
  }
  if (first === undefined) return help(system, machine, argv, []);
  if (first === "help" || first === "--help" || first === "-h") {
    const others = argv.filter((_, place) => place !== own[0]);
    return help(system, machine, others, ownWords(others));
  }
  // with anything behind it it was typed, and is no command
  if (first === preparing && argv.slice(1).every((word) => word === withoutConfig)) {
    const configuration = new Configuration(system, { isRead: argv.length === 1 });
    await new Forge(system, { configuration }).access.prepare();
    return 0;
  }
  const found = findCommand(argv);
  if (found === undefined) return help(system, machine, argv, []);
  const { entry } = found;
  const [group = "", ...rest] = ownWords(argv);
  const asksGroup = rest.length === 1 && /^(-h|--help)$/.test(rest[0] ?? "");
  if (asksGroup && entry.path.startsWith(`${group} `)) {
    return help(system, machine, argv, [group]);
  }
  const definition = await loadCommand(entry, argv, machine);
  const { args, program } = split(found.args, definition);
  // most lines need no parser that explains what is wrong, nor the help
  const loadParser = async () => {
    const { buildCommand, ...more } = await import("./parse.ts");
    const width = out.isTerminal ? out.columns : undefined;
    return { command: buildCommand(entry, definition, width), ...more };
  };
  const parse = async (): Promise<Parsed> => {
    const { command, parseArguments } = await loadParser();
    return parseArguments(command, args);
  };
  try {
    const parsed = { ...(plainly(definition, argv, args) ?? (await parse())), ...program };
    const configuration = new Configuration(system, { isRead: parsed.options.config !== false });
    const onAsked = (): void => noteUnknownVariables(context);
    const forge = new Forge(system, { onAsked, configuration });
    const parts = assembled(forge, configuration);
    const redirected = isRedirected(parsed.options)
      ? (await import("./redirect.ts")).redirect(machine, parsed.options)
      : undefined;
    const own = redirected?.machine ?? machine;
    const context: NotingContext = new NotingContext(system, own, parts, parsed.options, (line) =>
      runCli(system, line),
    );
    const exitCode = await definition.run(context, parsed).catch(async (error: unknown) => {
      await context.noteConfiguration(error);
      context.noteAge(error);
      // a newer catalog may have the answer
      workLater(context);
      throw await placing(namingSource(error, configuration, machine.environment), system);
    });
    await context.noteConfiguration();
    await redirected?.finish();
    workLater(context);
    return exitCode ?? 0;
  } catch (error) {
    if (error instanceof HelpAsked) {
      await sayAtOnce(machine, argv, helpText(machine.environment, out, error.text));
      return 0;
    }
    if (definition.takesProgram === true && !found.args.includes("--")) {
      throw (await import("./program-meant.ts")).namingDashes(error, definition, found.args);
    }
    const lacksArgument =
      error instanceof ModelForgeError &&
      error.code === "usage.missing-argument" &&
      // what an address lacks is no word of the line
      error.details.missing === undefined;
    if (lacksArgument && !wantsJson(argv)) {
      const { command } = await loadParser();
      err.write(helpText(machine.environment, err, `${shortHelp(command.helpInformation())}\n\n`));
    }
    if (error instanceof ModelForgeError && error.code === "usage.bad-value") {
      const { withKnownProviders } = await import("./known-providers.ts");
      const configuration = new Configuration(system, { isRead: !argv.includes(withoutConfig) });
      throw await withKnownProviders(error, () => new Forge(system, { configuration }).access);
    }
    throw error;
  }
}

/** Of a configuration that cannot be read, where. */
async function placing(error: unknown, system: System): Promise<unknown> {
  if (!(error instanceof ModelForgeError) || error.code !== "config.unreadable") return error;
  const { withPlace } = await import("../../config/place-of-fault.ts");
  return withPlace(error, system);
}

/** What a command may ask for, each part when it does. */
function assembled(forge: Forge, configuration: Configuration): CliForge {
  return {
    configuration,
    get settings() {
      return forge.settings;
    },
    get access() {
      return forge.access;
    },
  };
}

/** The words of another program are no flags of ours. */
function split(words: readonly string[], { takesProgram }: CliCommand) {
  const end = takesProgram === true ? words.indexOf("--") : -1;
  return end < 0
    ? { args: words, program: {} }
    : { args: words.slice(0, end), program: { program: words.slice(end + 1) } };
}

/** A line that begins with its command and is well-formed beyond doubt. */
function plainly(
  definition: CliCommand,
  [first]: readonly string[],
  args: readonly string[],
): Parsed | undefined {
  if (first?.startsWith("-") === true) return undefined;
  try {
    return parsePlain(definition, args);
  } catch {
    // the other parser finds the same, and says what it is
    return undefined;
  }
}

async function help(
  system: System,
  machine: CliMachine,
  argv: readonly string[],
  topic: readonly string[],
): Promise<number> {
  const { renderGroupHelp, renderRootHelp } = await import("./root-help.ts");
  const { out } = machine.terminal;
  const [group] = topic;
  if (group !== undefined && topic.length === 1 && groups.has(group)) {
    await sayAtOnce(machine, argv, helpText(machine.environment, out, renderGroupHelp(group)));
    return 0;
  }
  if (group !== undefined) return run(system, machine, [...argv, "--help"]);
  await sayAtOnce(machine, argv, helpText(machine.environment, out, renderRootHelp()));
  return 0;
}

/** The word by which a command starts the process that works out what it fetched; nobody types it. */
const preparing = "prepare-catalog";

const withoutConfig = "--no-config";

/** After the answer is out: a detached process brings a stale catalog up to date, or works out a new one. */
function workLater(context: CliContext): void {
  const { machine, stale, options } = context;
  // it is to find the same catalog
  const same = options.config === false ? [withoutConfig] : [];
  if (context.wantsPreparing) {
    machine.process.startDetached([preparing, ...same], notTheNext);
    return;
  }
  if (stale === undefined || !context.wantsRefreshLater(stale)) return;
  // noted before it starts, so that the next command does not start another
  const at = isoTime(machine.clock.now());
  context.access.journal.noteAttempt({ at, state: "started", error: null });
  machine.process.startDetached(["refresh-cache", "--if-stale", "--quiet", ...same], notTheNext);
}

/** It must not start the next one. */
const notTheNext = { MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0" };

/** Usage and examples: the first two paragraphs. */
function shortHelp(help: string): string {
  return help.split("\n\n").slice(0, 2).join("\n\n");
}

const forJson = new Set(["--json", "-j", "--jq", "--format=json"]);

function wantsJson(argv: readonly string[]): boolean {
  return argv.some(
    (word, at) =>
      forJson.has(word) ||
      word.startsWith("--jq=") ||
      (word === "json" && /^(?:--format|-f)$/.test(argv[at - 1] ?? "")),
  );
}

function reportFailure(machine: CliMachine, argv: readonly string[], error: unknown): number {
  const failure = error instanceof ModelForgeError ? error : bug(error);
  const { code, message, details } = failure;
  const hint = hintOf(failure, argv);
  const isQuiet = argv.includes("--quiet") || argv.includes("-q");
  const warnings = failure.warnings.filter((one) => !isQuiet || isAboutAnother(one));
  const { err } = machine.terminal;
  if (wantsJson(argv)) {
    const line = { schema: "modelforge/v1", error: { code, message, hint: hint ?? null, details } };
    if (warnings.length > 0) Object.assign(line.error, { warnings });
    err.write(drawn`${drawnJson(line)}\n`);
    return failures[code].exit;
  }
  const style = styleFor(err, machine.environment, argv.includes("--no-color"));
  const width = widthOf(err, machine.environment);
  const tell = (text: Drawn): void => err.write(fitNotice(text, width));
  for (const warning of warnings) tell(drawn`${labelOf(warning, style)} ${warning.message}\n`);
  if (code === "cancelled") tell(drawn`${message}\n`);
  else tell(drawn`${style.red("error:")} ${message}\n`);
  if (hint !== undefined) err.write(fitHint(drawn`${style.dim("hint:")} ${hint}\n`, width));
  if (code === "internal.bug" && error instanceof Error) err.write(drawnLines(placesOf(error)));
  return failures[code].exit;
}

/** Where it happened, without the message: that has been said, and may hold anything. */
function placesOf({ stack = "" }: Error): string {
  const places = stack.split("\n").filter((line) => /^ +at /.test(line));
  return places.map((line) => `${line}\n`).join("");
}

function bug(error: unknown): ModelForgeError {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  const shortage = shortageOf(code);
  if (shortage !== undefined) {
    // one of the command's own scripts: whatever else is read says so itself
    const [reason, hint] = shortage;
    return new ModelForgeError("file.unreadable", {
      message: `cannot read ${path ?? "a part of ModelForge"} (${reason}, ${code})`,
      hint,
      details: { ...(path === undefined ? {} : { path }), reason: code },
      cause: error,
    });
  }
  return new ModelForgeError("internal.bug", {
    message: `ModelForge has a defect: ${error instanceof Error ? error.message : String(error)}`,
    hint: "please report it with the command you ran",
    cause: error,
  });
}
