import { said } from "../catalog/words/said.ts";
import { ModelForgeError } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { cleanKey } from "./clean-key.ts";
import { Secret } from "./secret.ts";

type FindingMachine = Pick<System, "environment"> & {
  files: Pick<System["files"], "info" | "target" | "follow">;
};

export type RunningMachine = FindingMachine & Pick<System, "process">;

const timeoutMs = 10_000;

/**
 * The program that a key command names, by its whole path: of the directories of PATH only those that nobody but the user
 * and root can have chosen. Throws `usage.bad-value`.
 */
export function findProgram(machine: FindingMachine, name: string): string {
  const { environment } = machine;
  if (name.startsWith("/")) {
    const why = doubtAbout(machine, name);
    if (why === undefined) return name;
    throw unfit(name, why);
  }
  if (name.includes("/")) throw unfit(name, "only its whole path or its name alone will do");
  const tried: string[] = [];
  for (const directory of (environment.get("PATH") ?? "").split(":")) {
    // the working directory is anybody's
    if (!directory.startsWith("/")) continue;
    const path = `${directory.replace(/\/+$/, "")}/${name}`;
    if (machine.files.target(path) === undefined) continue;
    const why = doubtAbout(machine, path);
    if (why === undefined) return path;
    tried.push(`${path}: ${why}`);
  }
  throw unfit(name, tried[0] ?? "there is no such program in PATH");
}

/** Why a program is not run for a key. */
function doubtAbout({ files, environment }: FindingMachine, path: string): string | undefined {
  const real = files.follow(path);
  if (real === undefined) return "there is no such program";
  const below = `${files.follow(environment.currentDirectory) ?? environment.currentDirectory}/`;
  for (const one of [path, real]) {
    if (one.startsWith(below)) return "it lies below the working directory";
    if (one.includes("/node_modules/")) return "it lies in node_modules";
  }
  const info = files.target(real);
  if (info?.kind !== "file") return "it is no file";
  if (info.owner === "another") return "it is another user's";
  return info.isOpen ? "other users may write it" : undefined;
}

/** The key that a command prints. Throws `credential.missing`, `usage.bad-value`. */
export async function keyOfCommand(
  machine: RunningMachine,
  provider: string,
  [program = "", ...words]: readonly string[],
): Promise<Secret> {
  // it may have become another's since it was set
  const path = findProgram(machine, program);
  const ended = await machine.process.read([path, ...words], {
    directory: machine.environment.home ?? "/",
    timeoutMs,
  });
  if (ended === undefined) throw failed(provider, path, "could not be started");
  if (ended.code === null)
    throw failed(provider, path, `was not done within ${timeoutMs / 1000} s`);
  if (ended.code !== 0) throw failed(provider, path, `ended with ${ended.code}`);
  return new Secret(cleanKey(ended.text).key);
}

function failed(provider: string, path: string, what: string): ModelForgeError {
  return new ModelForgeError("credential.missing", {
    message: `the key command of ${provider}, ${path}, ${what}`,
    hint: "run it by hand to see what it says",
    details: { provider, program: path },
  });
}

function unfit(name: string, why: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${said(name)} is not run for a key: ${why}`,
    hint: "name a program of yours or of the system by its whole path",
    details: { program: name },
  });
}
