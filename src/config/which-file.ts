import { ModelForgeError } from "../failure.ts";
import type { Environment, ReadingFiles } from "../system/ports.ts";
import { whereItIs } from "./configuration.ts";
import { projectFile, type Scope, userFile } from "./places.ts";

interface Looking {
  environment: Environment;
  files: ReadingFiles;
}

/** Where a file is or would be, links left alone. Throws `file.not-found` where there is no place for one. */
export function fileOf({ environment, files }: Looking, scope: Scope): string {
  const path =
    scope === "user" ? userFile(environment, files) : projectFile(environment, files).path;
  if (path === undefined) throw scope === "user" ? noHome() : noProject();
  return path;
}

/** Behind a link the user's file is what it leads to. Throws `file.not-found`, `file.unwritable`. */
export function fileToWrite(machine: Looking, scope: Scope): string {
  const { files } = machine;
  const path = fileOf(machine, scope);
  const isLink = files.info(path)?.kind === "link";
  if (isLink && scope === "project") throw linkedProject(path);
  const there = whereItIs(path, files);
  if (there === undefined && isLink) throw leadsNowhere(path);
  return there ?? path;
}

function noProject(): ModelForgeError {
  return new ModelForgeError("file.not-found", {
    message:
      "there is no project here: this is the home directory, one above it, or one that was removed",
    hint: "run it in the project's directory, or without --project",
  });
}

function noHome(): ModelForgeError {
  return new ModelForgeError("file.not-found", {
    message: "there is no place for a configuration: no home directory is known",
    hint: "set MODELFORGE_CONFIG_DIR to a directory of yours",
  });
}

function leadsNowhere(path: string): ModelForgeError {
  return new ModelForgeError("file.unwritable", {
    message: `cannot write ${path}: it is a link that leads nowhere`,
    hint: "make the file it leads to, or remove the link",
    details: { path, reason: "ENOENT" },
  });
}

function linkedProject(path: string): ModelForgeError {
  return new ModelForgeError("file.unwritable", {
    message: `cannot write ${path}: it is a link, and a project's configuration stays in the project`,
    hint: "put the file itself there",
    details: { path, reason: "ELOOP" },
  });
}
