import { lstatSync, type Stats } from "node:fs";
import { isDirectory, isFile, isLink } from "../kind-of-file.ts";
import { givenAbove, type Place, type Variables } from "./place.ts";

/**
 * Kept code is run as the program itself, so it is believed only where nobody else can have put or changed it:
 * all the way down from the root, directories that others cannot write, and our own two for this user alone.
 */
const writableByOthers = 0o022;
const onlyOwnersRemove = 0o1000;

// Windows has no such numbers: there the profile's own access list keeps others out
const self = process.geteuid?.();

/** Why nothing is read or written there. Throws what the system says where one of the directories is missing. */
export function doubtAbout(place: Place, variables: Variables): string | undefined {
  const given = givenAbove(place, variables);
  if (given !== undefined) return `it would lie in the directory that ${given} names`;
  const { caches, ours, directory } = place;
  return doubtAbove(caches) ?? doubtAboutOurs(ours) ?? doubtAboutOurs(directory);
}

/** A directory, without a link on the way to it, and all above it: nobody may put another in the place of one. */
export function doubtAbove(directory: string): string | undefined {
  if (self === undefined) return undefined;
  let at = directory;
  for (;;) {
    const { uid, mode } = lstatSync(at);
    if (uid !== self && uid !== 0) return `${at} belongs to another user`;
    const isOpen = (mode & writableByOthers) !== 0 && (mode & onlyOwnersRemove) === 0;
    if (isOpen) return `others may write in ${at}`;
    if (at === "/") return undefined;
    at = at.slice(0, at.lastIndexOf("/")) || "/";
  }
}

/** One of our two directories: for this user alone. */
export function doubtAboutOurs(directory: string): string | undefined {
  const stats = lstatSync(directory);
  const { mode, uid } = stats;
  if (isLink(stats)) return `${directory} is a link`;
  if (!isDirectory(stats)) return `${directory} is no directory`;
  if (self === undefined) return undefined;
  if (uid !== self) return `${directory} belongs to another user`;
  return (mode & writableByOthers) === 0 ? undefined : `others may write in ${directory}`;
}

/** A file to believe: plain, with no other name, of this user and written by nobody else. */
export function isOurFile(stats: Stats): boolean {
  return isPlainFileOfOurs(stats) && (self === undefined || (stats.mode & writableByOthers) === 0);
}

/** A file to remove: whoever else may write it, it is of this user and is nothing but a file. */
export function isPlainFileOfOurs(stats: Stats): boolean {
  return isFile(stats) && stats.nlink === 1 && isOwn(stats);
}

export function isDirectoryOfOurs(stats: Stats): boolean {
  return isDirectory(stats) && isOwn(stats);
}

function isOwn({ uid }: Stats): boolean {
  return self === undefined || uid === self;
}
