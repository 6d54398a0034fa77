import { ModelForgeError, type Warning } from "../../failure.ts";
import { markerName } from "../../places/marker.ts";
import { listed, nothingRemoved } from "../../places/remove-ours.ts";
import { nounOf, strangerAt, strangerSaid, type Wanted } from "../../places/stranger.ts";
import { isNoteName, longestNote, mayBeNote } from "../../system/lock-note.ts";
import type { FileInfo, Files } from "../../system/ports.ts";
import type { CatalogDoor } from "../client.ts";
import { seen } from "./left-out.ts";
import type { StoreReader } from "./store-reader.ts";
import { isGenerationName, type Room, storeVersion } from "./names.ts";
import { foreignWarning, type Unlike } from "./unlike-ours.ts";

type Eyes = Pick<Files, "info" | "list" | "read" | "target">;

/** With what names another directory. */
export type Stranger = Unlike & { variable: "MODELFORGE_CACHE_DIR" | "MODELFORGE_STATE_DIR" };

/** Something of ours, by its path below the directory that was given, and what does not happen while somebody else's stands there. */
type Needed = readonly [names: readonly string[], wanted: Wanted, without: string];

const marker: Needed = [
  [markerName],
  "read",
  "while it is there nothing is taken for ModelForge's",
];

const unkept = "while it is there nothing can be kept or cleared";

function neededForCache(root: string, key: string, files: Eyes): Needed[] {
  const source = [storeVersion, key];
  const inSource = (name: string): string[] => [...source, name];
  return [
    marker,
    [[storeVersion], "directory", unkept],
    [source, "directory", unkept],
    [
      inSource("refresh.lock"),
      "directory",
      // a refresh goes without it: what it writes is put in place whole
      "while it is there nothing can be cleared, pruned or restored",
    ],
    [inSource("generations"), "directory", "while it is there nothing new can be kept"],
    [inSource("prepared"), "directory", "while it is there nothing worked out can be kept"],
    [inSource("quarantine"), "directory", "while it is there damage cannot be set aside"],
    [inSource("refused"), "directory", "while it is there a catalog that shrank cannot be kept"],
    ...["generations" as const, "prepared" as const].flatMap((room) =>
      neededInRoom(root, [...source, room], room, files),
    ),
  ];
}

/** Each generation, and what was worked out of each. */
function neededInRoom(
  root: string,
  above: readonly string[],
  room: Room,
  files: Eyes,
): readonly Needed[] {
  if (!isWay(root, above, files)) return [];
  const names = listed([root, ...above].join("/"), files, nothingRemoved());
  const what = room === "generations" ? "that generation" : "what was worked out";
  const without = `while it is there ${what} is neither checked nor cleared`;
  return names.filter(isGenerationName).map((name) => [[...above, name], "directory", without]);
}

const unnoted = "while it is there neither answers nor refreshes are noted";

function neededForNotes(key: string): Needed[] {
  return [
    marker,
    [["catalog"], "directory", unnoted],
    [["catalog", key], "directory", unnoted],
    [["catalog", key, "answers"], "file", "while it is there answers are not counted"],
    [["catalog", key, "last-refresh.json"], "file", "while it is there refreshes are not noted"],
  ];
}

type Asked = Pick<CatalogDoor, "settings" | "caches" | "source" | "journal">;

/** Where something of ours should be stands something else: nothing behind it is ModelForge's, nor is it followed. */
export function strangersOf(
  { settings: { cacheDirectory, stateDirectory }, caches, source, journal }: Asked,
  files: Eyes,
): Stranger[] {
  const key = caches?.sourceKey ?? source.key;
  const ofCache = [
    ...strangersIn(cacheDirectory, unkept, (root) => neededForCache(root, key, files), files),
    ...(caches?.unlikeOurs() ?? []),
    ...strangersInLock(cacheDirectory, key, files),
  ];
  const ofNotes = [
    ...strangersIn(stateDirectory, unnoted, () => neededForNotes(key), files),
    ...journal.unlikeOurs().map((path) => ({ path, what: nounOf.file, without: unnoted })),
  ];
  const found = [
    ...ofCache.map((one) => ({ ...one, variable: "MODELFORGE_CACHE_DIR" as const })),
    ...ofNotes.map((one) => ({ ...one, variable: "MODELFORGE_STATE_DIR" as const })),
  ];
  // cache and notes may be in the same directory
  return [...new Map(found.toReversed().map((one) => [one.path, one])).values()].toReversed();
}

export function foreignWarnings(asked: Asked, files: Eyes): Warning[] {
  return strangersOf(asked, files).map((one) => foreignWarning(strangerSaid(one, one.variable)));
}

/** `withoutAll` is what does not happen where the directory that was given is none. */
function strangersIn(
  root: string | undefined,
  withoutAll: string,
  neededIn: (root: string) => Needed[],
  files: Eyes,
): Unlike[] {
  if (root === undefined) return [];
  const notThere = noDirectoryAt(root, files);
  if (notThere !== undefined) return [{ path: root, what: notThere, without: withoutAll }];
  return neededIn(root).flatMap(([names, wanted, without]) => {
    const path = [root, ...names].join("/");
    // what is behind a stranger is not looked at
    const isSeen = isWay(root, names.slice(0, -1), files);
    const what = isSeen ? strangerAt(path, wanted, files) : undefined;
    return what === undefined ? [] : [{ path, what, without }];
  });
}

/** Where a holder's note would be stands somebody's file. What lies beside them is in nobody's way. */
function strangersInLock(root: string | undefined, key: string, files: Eyes): Unlike[] {
  const above = [storeVersion, key, "refresh.lock"];
  if (root === undefined || !isWay(root, above, files)) return [];
  const directory = [root, ...above].join("/");
  const without = "while it is there the directory of the lock stays";
  const names = listed(directory, files, nothingRemoved()).filter((name) => isNoteName.test(name));
  return names.flatMap((name) => {
    const path = `${directory}/${name}`;
    const info = seen(path, files);
    if (typeof info !== "object" || isNote(path, info, files)) return [];
    return [{ path, what: nounOf[info.kind], without }];
  });
}

/** What keeps the directory of the lock from going; by now another process may hold it. */
export function besideNotes({ directory }: Pick<StoreReader, "directory">, files: Eyes): string[] {
  const lock = `${directory}/refresh.lock`;
  const names = listed(lock, files, nothingRemoved()).filter((name) => !isNoteName.test(name));
  return names.map((name) => `${lock}/${name}`);
}

function isNote(path: string, { kind, names, bytes }: FileInfo, files: Eyes): boolean {
  if (kind !== "file" || names > 1 || bytes > longestNote) return false;
  try {
    const read = files.read(path);
    // its holder may have let go meanwhile
    return read === undefined || mayBeNote(read);
  } catch (error) {
    // another user's may be one
    if (error instanceof ModelForgeError) return true;
    throw error;
  }
}

/** The directory that was given may be a link to one. */
function noDirectoryAt(root: string, files: Eyes): string | undefined {
  const kind = kindAt(root, files);
  if (kind === undefined || kind === "directory") return undefined;
  if (kind !== "link") return kind === "file" ? "a file" : "no directory";
  // one that leads in a circle cannot be followed
  const target = seen(root, { info: files.target });
  const leads = typeof target === "object" && target.kind === "directory";
  return leads || target === "hidden" ? undefined : "a link to no directory";
}

function isWay(root: string, names: readonly string[], files: Eyes): boolean {
  return names.every(
    (_, at) => kindAt([root, ...names.slice(0, at + 1)].join("/"), files) === "directory",
  );
}

function kindAt(path: string, files: Pick<Files, "info">): FileInfo["kind"] | undefined {
  const info = seen(path, files);
  return typeof info === "object" ? info.kind : undefined;
}
