import { constants, type Stats } from "node:fs";

// as Stats tells it itself; but Node compiles each of its functions anew in every process
const { S_IFMT, S_IFCHR, S_IFDIR, S_IFLNK, S_IFREG } = constants;

type Mode = Pick<Stats, "mode">;

export const isFile = ({ mode }: Mode): boolean => (mode & S_IFMT) === S_IFREG;
export const isDirectory = ({ mode }: Mode): boolean => (mode & S_IFMT) === S_IFDIR;
export const isLink = ({ mode }: Mode): boolean => (mode & S_IFMT) === S_IFLNK;
/** A terminal, or `/dev/null`. */
export const isDevice = ({ mode }: Mode): boolean => (mode & S_IFMT) === S_IFCHR;
