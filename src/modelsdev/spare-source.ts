import { ModelForgeError } from "../failure.ts";
import type { FileInfo, Files, System } from "../system/ports.ts";
import type { FileSource, Source } from "./source.ts";

/** A machine on which the catalog that is asked cannot be removed, moved or written over, whatever name it bears. */
export function sparing<Machine extends Pick<System, "files">>(
  machine: Machine,
  source: Source,
): Machine {
  if (source.kind === "url" || source.isStream) return machine;
  return { ...machine, files: filesSparing(source, machine.files) };
}

function filesSparing({ path: catalog, factsPath }: FileSource, files: Files): Files {
  const paths = [catalog, ...(factsPath === undefined ? [] : [factsPath])];
  let wasRead = false;

  /** By path, and by number: a link may lead to it. */
  function isSpared(path: string, info: FileInfo | undefined): boolean {
    if (paths.includes(path)) return true;
    if (info?.kind !== "file" || info.number === 0) return false;
    return paths.some((one) => {
      const known = targetOf(one);
      return known?.number === info.number && known.device === info.device;
    });
  }

  function targetOf(path: string): FileInfo | undefined {
    try {
      return files.target(path);
    } catch (error) {
      // what may not be looked at may not be removed either
      if (error instanceof ModelForgeError) return undefined;
      throw error;
    }
  }

  function holds(path: string): boolean {
    const info = files.info(path);
    if (info?.kind !== "directory") return isSpared(path, info);
    return (files.list(path) ?? []).some((name) => holds(`${path}/${name}`));
  }

  function spare(path: string): void {
    if (!holds(path)) return;
    throw new ModelForgeError("file.unwritable", {
      message: `${path} is or holds the catalog that MODELFORGE_URL names, which is never removed or written over`,
      hint: "set MODELFORGE_CACHE_DIR to a directory that does not hold it",
      details: { path, reason: "ESOURCE" },
    });
  }

  return {
    ...files,
    readGiven: (path, mostBytes) => {
      wasRead ||= path === catalog;
      return files.readGiven(path, mostBytes);
    },
    // for whoever asks what is ours, it is not
    info: (path) => {
      const info = files.info(path);
      return info?.kind === "file" && isSpared(path, info) ? { ...info, kind: "other" } : info;
    },
    append: (path, text) => {
      // what this would change is read again, and a warm answer need not look
      if (wasRead) spare(path);
      files.append(path, text);
    },
    replace: (path, bytes) => {
      spare(path);
      files.replace(path, bytes);
    },
    rename: (from, to) => {
      spare(from);
      spare(to);
      files.rename(from, to);
    },
    removeFile: (path) => {
      spare(path);
      files.removeFile(path);
    },
    lock: async (path) => {
      spare(`${path}.lock`);
      return files.lock(path);
    },
  };
}
