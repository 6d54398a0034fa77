import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** What can happen to a file, from a lost sector to a slip of the hand. */
export const harms: [name: string, harm: (path: string) => void][] = [
  [
    "cut short",
    (path) => writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size / 2)),
  ],
  ["emptied", (path) => writeFileSync(path, "")],
  ["with one bit flipped", flipBit],
  [
    "replaced by a directory",
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
];

export function flipBit(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * 0.6);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  writeFileSync(path, bytes);
}

/** Files that hold something, as paths relative to the directory. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((path) => lstatSync(join(directory, path)).isFile())
    .filter((path) => lstatSync(join(directory, path)).size > 0);
}
