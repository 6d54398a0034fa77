import { clean } from "../catalog/words/clean.ts";
import { keyPatterns } from "../catalog/words/key-forms.ts";
import { keepOut } from "../catalog/words/kept-out.ts";
import { beginningOf, said } from "../catalog/words/said.ts";
import { ModelForgeError } from "../failure.ts";
import type { ProgramRead, System } from "../system/ports.ts";
import { cleanKey } from "./clean-key.ts";
import { Secret } from "./secret.ts";
import { withoutPrinted } from "./without-printed.ts";

type FindingMachine = Pick<System, "environment"> & {
  files: Pick<System["files"], "info" | "target" | "follow" | "resolve">;
};

export type RunningMachine = FindingMachine & Pick<System, "process">;

const timeoutMs = 10_000;

// a key is one
const mostWords = 20;

// shorter ones are parts of words
const shortest = 8;

/**
 * The program that somebody names for a key command now, by its whole path: of the directories of PATH only those that
 * nobody but the user and root can have chosen. Throws `usage.bad-value`.
 */
export function findProgram(machine: FindingMachine, name: string): string {
  const { environment, files } = machine;
  if (name.includes("/")) {
    const path = files.resolve(environment.currentDirectory, name);
    const why = doubtAboutChosen(machine, path);
    if (why === undefined) return path;
    throw unfit(name, why);
  }
  const tried: string[] = [];
  for (const directory of (environment.get("PATH") ?? "").split(":")) {
    // the working directory is anybody's
    if (!directory.startsWith("/")) continue;
    const path = `${directory.replace(/\/+$/, "")}/${name}`;
    if (machine.files.target(path) === undefined) continue;
    const why = doubtAboutChosen(machine, path);
    if (why === undefined) return path;
    tried.push(`${path}: ${why}`);
  }
  throw unfit(name, tried[0] ?? "there is no such program in PATH");
}

/** Why a program is not taken: where somebody happens to be when it is run later says nothing of it. */
function doubtAboutChosen(machine: FindingMachine, path: string): string | undefined {
  const { files, environment } = machine;
  const here = files.follow(environment.currentDirectory) ?? environment.currentDirectory;
  const below = `${here.replace(/\/$/, "")}/`;
  const isBelow =
    here !== "/" && [path, files.follow(path) ?? ""].some((one) => one.startsWith(below));
  return isBelow ? "it lies below the working directory" : doubtAbout(machine, path);
}

/** Why a program is not run for a key: somebody else may have put it there, or may do so. */
function doubtAbout({ files }: FindingMachine, path: string): string | undefined {
  const real = files.follow(path);
  if (real === undefined) return "there is no such program";
  if ([path, real].some((one) => one.includes("/node_modules/"))) return "it lies in node_modules";
  const info = files.target(real);
  if (info?.kind !== "file") return "it is no file";
  // whoever may write a directory may put another program in its place
  for (const one of [real, directoryOf(real), directoryOf(path)]) {
    const rights = one === real ? info : files.target(one);
    const what = one === real ? "it" : `its directory ${one}`;
    if (rights?.owner === "another") return `${what} is another user's`;
    if (rights?.isOpen === true) return `other users may write ${what}`;
  }
  return undefined;
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

/** The key that a command prints. Throws `credential.missing`, with what the program said of it first. */
export async function keyOfCommand(
  machine: RunningMachine,
  provider: string,
  [program = "", ...words]: readonly string[],
): Promise<Secret> {
  const path = program;
  // it may have become another's since it was set
  const why = path.startsWith("/") ? doubtAbout(machine, path) : "only its whole path will do";
  if (why !== undefined) throw failed(provider, path, `is not run: ${why}`);
  const ended = await machine.process.read([path, ...words], {
    directory: machine.environment.home ?? "/",
    timeoutMs,
  });
  if (ended === undefined) throw failed(provider, path, "could not be started");
  const what = faultOf(ended);
  if (what !== undefined) throw failed(provider, path, what, complaintOf(ended));
  return new Secret(keyIn(provider, ended.text, `what the key command of ${provider} printed`));
}

function faultOf({ code, text, isTooLong }: ProgramRead): string | undefined {
  if (isTooLong) return "printed more than a key";
  if (code === null) return `was not done within ${timeoutMs / 1000} s`;
  if (code !== 0) return `ended with ${code}`;
  return text.trim() === "" ? "printed nothing" : undefined;
}

/** A key as it is kept elsewhere: what is wrong with it is no mistake of whoever asks for it now. */
export function keyIn(provider: string, text: string, source: string): string {
  try {
    return cleanKey(text, source).key;
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { message, hint } = error;
    const details = { provider };
    throw new ModelForgeError("credential.missing", { message, ...(hint && { hint }), details });
  }
}

/** The first line of what a program said of its failure, without any part of a key. */
function complaintOf({ text, errors }: ProgramRead): string | undefined {
  // it may say what it printed already, in base64 too
  const words = text.split(/[^\x21-\x7e]+|["'`=,;:{}]+/).filter((word) => word.length >= shortest);
  for (const word of words.slice(0, mostWords)) keepOut(word);
  const lines = errors.split(/[\r\n]+/).map((line) => clean(line).trim());
  const first = lines.find((line) => line !== "");
  if (first === undefined) return undefined;
  const others = keyPatterns.reduce((left, { pattern }) => left.replaceAll(pattern, "…"), first);
  const covered = withoutPrinted(others, text);
  return beginningOf(covered, 200);
}

function failed(provider: string, path: string, what: string, complaint?: string): ModelForgeError {
  return new ModelForgeError("credential.missing", {
    message: `the key command of ${provider}, ${path}, ${what}${complaint === undefined ? "" : `: ${complaint}`}`,
    hint: "run it by hand to see what it says",
    details: { provider, program: path, said: complaint ?? null },
  });
}

function unfit(name: string, why: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${said(name)} is not run for a key: ${why}`,
    hint: "name a program of yours or of the system, in a directory that only you or root can write",
    details: { program: name },
  });
}
