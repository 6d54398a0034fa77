import { whereItIs } from "../../config/configuration.ts";
import { projectFile, type Scope, userFile } from "../../config/places.ts";
import { type ConfigFile, readConfigFile } from "../../config/read-file.ts";
import { unreadable } from "../../config/unreadable.ts";
import { fileToWrite } from "../../config/which-file.ts";
import { checkBelieved } from "../../config/write.ts";
import type { ModelForgeError } from "../../failure.ts";
import { doubtAbout } from "../../places/doubt.ts";
import { saidDoubt } from "../../config/problem.ts";
import type { System } from "../../system/ports.ts";
import { isEmpty, isPythons } from "./python-config.ts";
import type { ConfigMigrateInput } from "./input.ts";

type LookingMachine = Pick<System, "environment" | "files" | "codec">;

/** A file of the Python ModelForge, and the one of ours that takes it over. */
export interface Source extends ConfigFile {
  target: string;
  /** It stands in the place of ours. */
  isInPlace: boolean;
}

export interface FoundSources {
  sources: Source[];
  /** Where it was looked for. */
  looked: string[];
  notes: string[];
}

/** Throws `config.unreadable` for what is not there, cannot be read, or was written by others. */
export function findSources(machine: LookingMachine, input: ConfigMigrateInput): FoundSources {
  const { from, project = false } = input;
  const scope = project ? "project" : "user";
  return from === undefined ? inUsualPlaces(machine, project) : named(machine, from, scope);
}

function named(machine: LookingMachine, from: string, scope: Scope): FoundSources {
  const { environment, files } = machine;
  const path = files.resolve(from);
  const project = projectFile(environment, files).path;
  const own = userFile(environment, files);
  const isOwn = own !== undefined && [own, whereItIs(own, files)].includes(path);
  const where = isOwn ? "user" : path === project ? "project" : scope;
  const target = fileToWrite(machine, where);
  // what ours leads to is ours
  const file = isOwn ? target : path;
  checkBelieved(file, files);
  const read = readConfigFile(file, where, machine);
  if (read === undefined) throw nothingThere(path);
  const isInPlace = file === target;
  if (!isPythons(read.said)) {
    if (!isInPlace && !isEmpty(read.said)) throw notPythons(path);
    return { sources: [], looked: [path], notes: [] };
  }
  return { sources: [{ ...read, target, isInPlace }], looked: [path], notes: [] };
}

function inUsualPlaces(machine: LookingMachine, isProjectAlone: boolean): FoundSources {
  const { environment, files } = machine;
  const found: FoundSources = { sources: [], looked: [], notes: [] };
  const take = (path: string, scope: Scope, check: () => boolean): void => {
    if (found.looked.includes(path)) return;
    found.looked.push(path);
    if (files.info(path) === undefined) return;
    const read = readConfigFile(path, scope, machine);
    if (read === undefined || !isPythons(read.said) || !check()) return;
    const target = fileToWrite(machine, scope);
    found.sources.push({ ...read, target, isInPlace: path === target });
  };
  for (const path of isProjectAlone ? [] : usersPlaces(machine)) {
    take(path, "user", () => {
      checkBelieved(path, files);
      return true;
    });
  }
  const { path, isThere } = projectFile(environment, files);
  if (path === undefined || !isThere) return found;
  const doubt = doubtAbout(path, files);
  if (doubt === undefined || isProjectAlone) {
    checkBelieved(path, files);
    take(path, "project", () => true);
    return found;
  }
  // whose it is need not be who works in it
  found.notes.push(`${path} is left as it is: ${saidDoubt(doubt.why)}`);
  return found;
}

/** The newest first: what they say goes before what older ones do. */
function usersPlaces({ environment, files }: LookingMachine): string[] {
  const own = userFile(environment, files);
  const { home } = environment;
  const beside = own === undefined ? [] : [own.replace(/[^/]*$/, "models.json")];
  const usual =
    home === undefined
      ? []
      : [
          ".config/model-forge/config.json",
          ".config/model-forge/models.json",
          ".config/modelforge/models.json",
          ".model-forge/config.json",
        ].map((one) => files.resolve(home, one));
  const where = own === undefined ? undefined : (whereItIs(own, files) ?? own);
  return [
    ...new Set([...(where === undefined ? [] : [where]), ...beside, ...usual]),
    // ours by its own name, where that is a link
  ].filter((path) => path !== own || path === where);
}

function nothingThere(path: string): ModelForgeError {
  return unreadable(path, "there is no such file", {
    hint: "name the file of the Python ModelForge; without --from the usual places are looked at",
  });
}

function notPythons(path: string): ModelForgeError {
  return unreadable(path, "it is no configuration of the Python ModelForge", {
    hint: "that has providers with llm_type, base_url or auth_strategy, or a current_model",
  });
}
