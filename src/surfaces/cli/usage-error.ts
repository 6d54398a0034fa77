import type { Argument, Command, CommanderError, Option } from "commander";
import { findCapability } from "../../catalog/words/capability.ts";
import { nearest } from "../../catalog/words/nearest.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import { type FailureCode, ModelForgeError } from "../../failure.ts";
import { argumentMeant } from "./argument-meant.ts";
import { otherFlags } from "./other-words.ts";
import { insteadOfTooMany } from "./too-many-words.ts";

const codes: Readonly<Record<string, FailureCode>> = {
  "commander.unknownOption": "usage.unknown-option",
  "commander.missingArgument": "usage.missing-argument",
  "commander.optionMissingArgument": "usage.missing-argument",
  "commander.excessArguments": "usage.bad-value",
};

/** What commander found wrong with a line, in our words, and what to type instead. */
export function usageError(
  command: Command,
  error: CommanderError,
  args: readonly string[],
): ModelForgeError {
  const code = ownEntry(codes, error.code) ?? "usage.bad-value";
  const message = error.message.replace(/^error: /, "");
  const help = `${command.name()} --help`;
  if (code === "usage.unknown-option") {
    return valueOfNone(command, args) ?? unknownFlag(command, message, args);
  }
  if (error.code === "commander.excessArguments") {
    const [argument] = command.registeredArguments;
    const taken = command.args.filter((word) => isTaken(argument, word));
    const instead = insteadOfTooMany(command.name(), taken);
    return new ModelForgeError(code, {
      message,
      hint: `did you mean ${instead.join(", ")}?`,
      details: { words: command.args, nearest: instead },
    });
  }
  const usage = `usage: ${command.name()} ${command.usage()}`;
  const [, flag = ""] = /'(?:-\w, )?(--[\w-]+) <.*' argument missing$/.exec(message) ?? [];
  const meant = capabilityMeant(flag, knownTo(command)).map((one) => `did you mean ${one}? `);
  return new ModelForgeError(code, {
    message,
    hint: `${meant.join("")}${usage}; ${help} shows examples`,
  });
}

/** Whether a word can stand there by itself. */
function isTaken(argument: Argument | undefined, word: string): boolean {
  try {
    argument?.parseArg?.(word, undefined);
    return true;
  } catch {
    return false;
  }
}

const no = /^(?:false|no|off|0|)$/i;

/** `--json=false`: a flag that takes no value. */
function valueOfNone(command: Command, args: readonly string[]): ModelForgeError | undefined {
  for (const arg of args) {
    const equals = arg.indexOf("=");
    const name = arg.slice(0, Math.max(equals, 0));
    const flag = command.options.find((option) => isCalled(option, name));
    if (flag === undefined || flag.required) continue;
    return new ModelForgeError("usage.bad-value", {
      message: `${name} takes no value: it is given or not`,
      hint: no.test(arg.slice(equals + 1)) ? `leave ${name} out` : `did you mean ${name}?`,
      details: { flag: name, value: arg.slice(equals + 1) },
    });
  }
  return undefined;
}

function unknownFlag(command: Command, message: string, args: readonly string[]): ModelForgeError {
  const known = knownTo(command);
  const names = args.map((arg) => arg.replace(/=.*$/s, ""));
  // commander names it, but for one among several letters
  const [, named = ""] = /'(.*)'$/s.exec(message) ?? [];
  const flag = names.find((name) => name === named) ?? names.find((arg) => isUnknown(arg, command));
  const argument = flag === undefined ? [] : argumentMeant(command, flag, args);
  const close =
    flag === undefined || argument.length > 0
      ? argument
      : flagsMeant(flag, known, isNumberBehind(flag, args));
  return new ModelForgeError("usage.unknown-option", {
    message: flag === undefined ? message : `${command.name()} has no flag ${flag}`,
    hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : `${command.name()} --help`,
    details: { flag, nearest: close },
  });
}

/**
 * What was meant by a flag there is not: its word as a value, what it is called here, a longer flag that it is a part of,
 * or one with a slip in it.
 */
function flagsMeant(flag: string, known: readonly string[], hasNumber: boolean): string[] {
  const word = flag.replace(/^-+/, "").toLowerCase();
  const capability = capabilityMeant(flag, known);
  if (capability.length > 0) return capability;
  const others = (ownEntry(otherFlags, word) ?? []).map((one) => `--${one}`);
  const here = others.filter((one) => known.includes(one.replace(/ .*/, "")));
  if (here.length > 0) return here;
  // what is off or on takes no number
  const fitting = known.filter((one) => !hasNumber || !one.startsWith("--no-"));
  const longer = fitting.filter((one) => piecesOf(one).includes(word));
  if (longer.length > 0) return longer;
  const rest = fitting.filter((one) => !areOpposite(bare(one), word));
  // the dashes are right, and say nothing
  const meant = nearest(word, rest.map(bare)).map((one) => `--${one}`);
  const [piece] = meant.length > 0 ? [] : nearest(word, new Set(rest.flatMap(piecesOf)));
  const withPiece = rest.filter((one) => piece !== undefined && piecesOf(one).includes(piece));
  return [...meant, ...withPiece].map((one) =>
    hasNumber ? one : (capabilityMeant(one, known)[0] ?? one),
  );
}

/** `--max-context` is no slip in `--min-context`. */
function areOpposite(one: string, other: string): boolean {
  const [a, b] = [one.slice(0, 4), other.slice(0, 4)];
  return (a === "min-" && b === "max-") || (a === "max-" && b === "min-");
}

function isNumberBehind(flag: string, args: readonly string[]): boolean {
  const at = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
  return /^(?:.*=)?\d/s.test(args[at] === flag ? (args[at + 1] ?? "") : (args[at] ?? ""));
}

/** `--vision`, and `--reasoning` where the number of its tokens is missing. */
function capabilityMeant(flag: string, known: readonly string[]): string[] {
  const word = flag.replace(/^-+/, "").toLowerCase();
  const isOne = findCapability(word) !== undefined && known.includes("--capability");
  return isOne ? [`--capability ${word}`] : [];
}

function knownTo(command: Command): string[] {
  return command.options.flatMap(({ long }) => (long == null ? [] : [long]));
}

function bare(flag: string): string {
  return flag.slice("--".length);
}

function piecesOf(flag: string): string[] {
  return bare(flag).split("-");
}

function isUnknown(arg: string, command: Command): boolean {
  if (!/^-./.test(arg) || arg === "--") return false;
  return !command.options.some((option) => isCalled(option, arg));
}

function isCalled({ long, short }: Option, name: string): boolean {
  return name !== "" && (long === name || short === name);
}
