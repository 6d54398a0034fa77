import { shellWord } from "../catalog/words/shell-word.ts";
import { ModelForgeError } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { whereItIs } from "./configuration.ts";
import { described } from "./describe-problem.ts";
import { type Finding, finding } from "./finding.ts";
import { type Leaf, leavesOf, nameOf, overruledIn } from "./layers.ts";
import { withPlace } from "./place-of-fault.ts";
import { mayHoldSecret } from "./may-hold-secret.ts";
import { projectFile, type Scope, userFile } from "./places.ts";
import { lineOf } from "./positions.ts";
import { overruled, saidDoubt } from "./problem.ts";
import { type ConfigFile, readConfigFile } from "./read-file.ts";
import { type SecretInText, secretsInText } from "./secret-text.ts";
import { secretIn, shownName } from "./secrets.ts";
import { doubtAbout } from "../places/doubt.ts";

type Looking = Pick<System, "files" | "codec" | "environment">;

/** The files as far as they can be read, and what is wrong with each by itself. `known`: keys of whatever form. */
export function filesFound(
  machine: Looking,
  known: readonly string[],
): { files: ConfigFile[]; findings: Finding[] } {
  const files: ConfigFile[] = [];
  const findings: Finding[] = [];
  for (const { path, scope } of filesThere(machine)) {
    const doubt = scope === "project" ? doubtAbout(path, machine.files) : undefined;
    if (doubt !== undefined) {
      const message = `it is not read: ${saidDoubt(doubt.why)}`;
      findings.push(finding("config.untrusted", { file: path }, message));
      continue;
    }
    try {
      const file = readConfigFile(path, scope, machine);
      if (file === undefined) continue;
      files.push(file);
      findings.push(...problemsOf(file), ...secretsOf(file, known), ...rightsOf(file, machine));
    } catch (error) {
      findings.push(unreadable(path, withPlace(error, machine)));
    }
  }
  return { files, findings: [...findings, ...overruledFindings(files)] };
}

/** What a project says and the user's own file keeps to itself. */
function overruledFindings(files: readonly ConfigFile[]): Finding[] {
  const leaves = leavesFound(files);
  const of = (scope: Scope): Leaf[] => leaves.filter((leaf) => leaf.scope === scope);
  return overruledIn(of("user"), of("project")).map((leaf) => {
    const { message, line } = described(overruled(leaf), files);
    return finding("config.project-ignored", { file: leaf.file, line }, message);
  });
}

/** All values of the files that count, the project's behind the user's. */
export function leavesFound(files: readonly ConfigFile[]): Leaf[] {
  return files.flatMap((file) => leavesOf(file).leaves);
}

/** Where a value stands, as a finding says it. */
export function placeOf({ file, path }: Pick<Leaf, "file" | "path">, files: readonly ConfigFile[]) {
  const text = files.find((one) => one.path === file)?.text.replace(/^\ufeff/, "");
  return { file, line: (text === undefined ? undefined : lineOf(text, path)) ?? null };
}

function filesThere({ environment, files }: Looking): { path: string; scope: Scope }[] {
  const own = userFile(environment, files);
  const user = own === undefined ? undefined : (whereItIs(own, files) ?? own);
  const { path: project, isThere } = projectFile(environment, files);
  const isOther = project !== undefined && isThere && project !== user;
  return [
    ...(user === undefined ? [] : [{ path: user, scope: "user" as const }]),
    ...(isOther ? [{ path: project, scope: "project" as const }] : []),
  ];
}

function problemsOf(file: ConfigFile): Finding[] {
  return leavesOf(file).problems.map((problem) => {
    const { message, line } = described(problem, [file]);
    return finding(problem.code, { file: file.path, line }, message);
  });
}

/** By its form line by line, for a key can stand anywhere, and by where it stands. */
function secretsOf({ path: file, text }: ConfigFile, known: readonly string[]): Finding[] {
  const ofForm = text.split(/\r\n|\r|\n/).map((line) => {
    const isKnown = known.some((value) => line.includes(value));
    return isKnown ? "a key that is at hand here" : secretIn(line);
  });
  // once for each value
  const all = mayHoldSecret(text) ? secretsInText(text) : [];
  const placed = new Map(all.map((one) => [`${one.line} ${nameIn(one)}`, one]));
  const said = [...placed.values()].filter(
    ({ path, line }) => path !== undefined || ofForm[line - 1] === undefined,
  );
  return [
    ...ofForm.flatMap((what, at) => (what === undefined ? [] : [standsThere(file, at + 1, what)])),
    ...said.map((one) => {
      const { line } = one;
      if (one.path === undefined) return standsThere(file, line, "a key");
      const message = `${shownName(nameIn(one))} holds a key; a configuration holds none`;
      const fix = "take it out (modelforge auth login keeps it)";
      return finding("config.secret", { file, line }, message, fix);
    }),
  ];
}

/** A list has one name for all that is in it. */
function nameIn({ path = [] }: SecretInText): string {
  const index = path.findIndex((step) => /^\d+$/.test(step));
  return nameOf(index < 0 ? path : path.slice(0, index));
}

function standsThere(file: string, line: number, what: string): Finding {
  const message = `what stands there looks like ${what}; a configuration holds none`;
  const fix =
    "take it out (modelforge auth login keeps it), and make it invalid if others could read the file";
  return finding("config.secret", { file, line }, message, fix);
}

function rightsOf({ path }: ConfigFile, { files }: Looking): Finding[] {
  if (files.info(path)?.isOpen !== true) return [];
  return [
    finding(
      "config.open-file",
      { file: path },
      "other users may write it",
      `chmod o-w ${shellWord(path)}`,
    ),
  ];
}

function unreadable(file: string, error: unknown): Finding {
  if (!(error instanceof ModelForgeError)) throw error;
  const { line } = error.details;
  const at = { file, line: typeof line === "number" ? line : null };
  return finding("config.unreadable", at, error.message, error.hint ?? null);
}
