import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../cli/command.ts";
import { handwrittenPages, readPage } from "../docs/markdown.ts";

const folders = ["bench", "scripts", "src", "test"];
const all = new Set(["docs", "schema", ...folders].flatMap((folder) => below(folder)));

/** Files and folders below one, as paths from the root, those of folders with a slash behind. */
function below(folder: string): string[] {
  const options = { recursive: true, withFileTypes: true } as const;
  const found = readdirSync(join(root, folder), options).map((entry) => {
    const path = relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
    return entry.isDirectory() ? `${path}/` : path;
  });
  return [`${folder}/`, ...found];
}

/** A star, or a word in angle brackets, stands for any part of a name. */
function isThere(path: string): boolean {
  const [one, placed] = [path.replace(/\/$/, ""), path.replaceAll(/<\w+>/g, "*")];
  if (!placed.includes("*")) return all.has(one) || all.has(`${one}/`);
  const pattern = placed.split("*").map((part) => part.replaceAll(/[.+$(){}]/g, String.raw`\$&`));
  const like = new RegExp(`^${pattern.join("[^/]*")}/?$`);
  return [...all].some((known) => like.test(known));
}

const paths = /(?<![\w./@-])(?:bench|docs|schema|scripts|src|test)\/(?:[\w./<>*-]*[\w/>*])?/g;

const missingIn = (text: string): string[] =>
  (text.match(paths) ?? []).filter((path) => !isThere(path));

const commentsOf = (source: string): string =>
  [...source.matchAll(/\/\*\*?[\s\S]*?\*\/|(?:^|\s)\/\/ .*$/gm)]
    .map(([comment]) => comment)
    .join("\n");

describe("a path that is named", () => {
  it.each(handwrittenPages())("in %s is there", (page) => {
    expect(missingIn(readPage(page))).toEqual([]);
  });

  it("in a comment is there", () => {
    const sources = [...all].filter((path) => /\.(?:tsx?|mjs|cjs)$/.test(path));
    expect(sources.length).toBeGreaterThan(500);
    const missing = sources.flatMap((path) =>
      missingIn(commentsOf(readFileSync(join(root, path), "utf8"))).map((one) => `${path}: ${one}`),
    );
    expect(missing).toEqual([]);
  });

  it("in the words of a room in ARCHITECTURE.md is there, below that room", () => {
    const rows = readPage("ARCHITECTURE.md").match(/^\| `(?:src|scripts|bench|test)\/.*$/gm) ?? [];
    const missing = rows.flatMap((row) => {
      const [, rooms = "", words = ""] = row.split("|");
      const [room = ""] = rooms.match(paths) ?? [];
      const named = words.match(/(?<=`)[\w./-]+(?:\/|\.tsx?)(?=`)/g) ?? [];
      return named.filter((name) => !isThere(name) && !isThere(posix.join(room, name)));
    });
    expect(rows.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
  });

  it("is missed where it is gone, and found by a pattern", () => {
    expect(missingIn("see src/gone.ts, src/failure.ts and src/catalog/")).toEqual(["src/gone.ts"]);
    expect(missingIn("src/system/real/lock*.ts src/operations/<name>/<name>.ts")).toEqual([]);
    expect(missingIn("src/system/real/gone*.ts")).toEqual(["src/system/real/gone*.ts"]);
  });
});
