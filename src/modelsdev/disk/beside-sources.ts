import { insideAt, insideOf } from "../../places/layout.ts";
import { lookAtMarker } from "../../places/marker.ts";
import { isOurFile, listed, lookedAt, nothingRemoved } from "../../places/remove-ours.ts";
import type { Files } from "../../system/ports.ts";
import type { Settings } from "../settings.ts";
import { ourLayout } from "./layout.ts";
import { storeVersion } from "./names.ts";

/**
 * What is somebody's above and beside the caches and notes of sources. What else of ModelForge's lies there is none: its
 * other directories, and `others`.
 */
export function besideSources(
  { cacheDirectory, stateDirectory }: Pick<Settings, "cacheDirectory" | "stateDirectory">,
  files: Files,
  others: readonly string[],
): string[] {
  const ours = [cacheDirectory, stateDirectory, ...others].filter((path) => path !== undefined);
  const found = [
    ...strangersIn(cacheDirectory, [], files),
    ...strangersIn(cacheDirectory, [storeVersion], files),
    ...strangersIn(stateDirectory, [], files),
    ...strangersIn(stateDirectory, ["catalog"], files),
  ];
  return found.filter((path) => {
    const isWayToOurs = ours.some((one) => `${one}/`.startsWith(`${path}/`));
    return !isWayToOurs && lookAtMarker(path, files) !== "whole";
  });
}

function strangersIn(root: string | undefined, names: readonly string[], files: Files): string[] {
  const layout = insideAt(ourLayout, names);
  if (root === undefined || layout === undefined) return [];
  const directory = [root, ...names].join("/");
  const unseen = nothingRemoved();
  // the directory that was given may be a link to one
  const look = names.length === 0 ? { info: files.target } : files;
  if (lookedAt(directory, look, unseen)?.kind !== "directory") return [];
  return listed(directory, files, unseen).flatMap((name) => {
    const path = `${directory}/${name}`;
    const info = lookedAt(path, files, unseen);
    if (info === undefined) return [];
    const isOurs =
      info.kind === "directory"
        ? insideOf(layout, name) !== undefined
        : isOurFile(name, info, layout);
    return isOurs ? [] : [path];
  });
}
