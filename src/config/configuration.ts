import type { System } from "../system/ports.ts";
import { joinLeaves, type Leaf, leavesOf, overruledIn } from "./layers.ts";
import { projectFile, type Scope, userFile } from "./places.ts";
import { overruled, type Problem, untrusted } from "./problem.ts";
import { type ConfigFile, readConfigFile } from "./read-file.ts";
import { doubtAbout } from "../places/doubt.ts";
import { absent } from "./unreadable.ts";

/** What reading a configuration takes of the machine. */
export type ConfigMachine = Pick<System, "environment" | "codec"> & {
  files: Pick<System["files"], "read" | "open" | "info" | "target" | "list" | "resolve" | "follow">;
};

/** Of the user's file: whoever keeps it elsewhere puts a link in its place. */
export function whereItIs(path: string, files: Pick<ConfigMachine["files"], "info" | "follow">) {
  const kind = files.info(path)?.kind;
  return kind === "link" ? files.follow(path) : kind && path;
}

/** Throws `config.unreadable` where something stands there all the same. */
function checkAbsent(path: string, files: Pick<ConfigMachine["files"], "info" | "target">): void {
  const above = files.target(path.slice(0, path.lastIndexOf("/")))?.kind ?? "directory";
  if (above !== "directory" || files.info(path) !== undefined) throw absent(path, above);
}

/** What the files say, joined: a project's go before the user's. Each file is read when something of it is first asked for. */
export class Configuration {
  readonly #machine: ConfigMachine;
  /** Whether the files are there to it. */
  readonly isRead: boolean;
  #read: { files: ConfigFile[]; leaves: Leaf[]; problems: Problem[] } | undefined;

  /** `isRead`: false where the files are to count as absent. */
  constructor(machine: ConfigMachine, { isRead = true }: { isRead?: boolean } = {}) {
    this.#machine = machine;
    this.isRead = isRead;
  }

  /** The files that were read, the user's first. Throws `config.unreadable`. */
  get files(): readonly ConfigFile[] {
    return this.#all.files;
  }

  /** All values that count. Throws `config.unreadable`. */
  get leaves(): readonly Leaf[] {
    return this.#all.leaves;
  }

  /** What of the files does not count. Throws `config.unreadable`. */
  get problems(): readonly Problem[] {
    return this.#all.problems;
  }

  /** What was found wrong so far: nothing where nothing has been read. */
  get problemsSoFar(): readonly Problem[] {
    return this.#read?.problems ?? [];
  }

  /** The value of a key, and where it is from. Throws `config.unreadable`. */
  find(...path: readonly string[]): Leaf | undefined {
    // by steps: a name for each of many leaves takes longer than all else
    const isIt = (leaf: Leaf): boolean =>
      leaf.path.length === path.length && path.every((step, at) => step === leaf.path[at]);
    return this.leaves.find(isIt);
  }

  get #all() {
    this.#read ??= this.isRead ? this.#readAll() : { files: [], leaves: [], problems: [] };
    return this.#read;
  }

  #readAll() {
    const { environment, files } = this.#machine;
    const problems: Problem[] = [];
    const read: ConfigFile[] = [];
    const of = new Map<Scope, Leaf[]>();
    const take = (path: string, scope: Scope): void => {
      const file = readConfigFile(path, scope, this.#machine);
      if (file === undefined) return;
      read.push(file);
      const found = leavesOf(file);
      of.set(scope, found.leaves);
      problems.push(...found.problems);
    };
    const own = userFile(environment, files);
    const there = own === undefined ? undefined : whereItIs(own, files);
    if (there !== undefined) take(there, "user");
    // what it would say is not known: another catalog may be meant
    else if (own !== undefined) checkAbsent(own, files);
    const { path: project, isThere } = projectFile(environment, files);
    // the directory of one's own may have been set to the project's
    if (project !== undefined && isThere && project !== there) {
      const doubt = doubtAbout(project, files);
      if (doubt === undefined) take(project, "project");
      else problems.push(untrusted(project, doubt.why));
    }
    const [ofUser, ofProject] = [of.get("user") ?? [], of.get("project") ?? []];
    problems.push(...overruledIn(ofUser, ofProject).map(overruled));
    return { files: read, leaves: joinLeaves(ofUser, ofProject), problems };
  }
}
