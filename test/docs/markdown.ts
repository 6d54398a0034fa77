import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** A fenced block of a page: its info string, its lines, and where the first of them stands. */
export interface Fence {
  info: string;
  lines: string[];
  /** Number of the block's first line in the file, from 1. */
  line: number;
}

/** Pages written by hand, as paths from the root. */
export function handwrittenPages(): string[] {
  const atRoot = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
  return [...atRoot, ...pagesBelow("docs/guide"), ...pagesBelow("docs/decisions")];
}

/** Every page of the repository, the generated ones too. */
export function allPages(): string[] {
  const atRoot = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...atRoot, ...pagesBelow("docs")];
}

export function pagesBelow(directory: string): string[] {
  const path = join(root, directory);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => relative(root, join(path, name)))
    .sort();
}

export function readPage(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

export function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: Fence | undefined;
  text.split("\n").forEach((line, at) => {
    const mark = /^```(.*)$/.exec(line);
    if (open !== undefined && line === "```") {
      fences.push(open);
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (mark !== null) open = { info: (mark[1] ?? "").trim(), lines: [], line: at + 2 };
  });
  return fences;
}

/** The page without its fenced blocks. */
export function proseOf(text: string): string {
  return text.replaceAll(/^```.*\n[\s\S]*?^```$/gm, "");
}
