import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { besideHot, givingUp, leftToWhole, loadingBeside } from "./scripts-of-the-command.ts";

/** What the bundler does to scripts of the short way alone. */

/** What only the whole command does is not in a script of the short way, which gives up where it would be needed. */
export const withoutWholeCommand = {
  name: "without-whole-command",
  transform: (code: string) =>
    code.replaceAll(
      /\bimport\(["'][^"']+["']\)/g,
      'Promise.reject(new Error("the whole command answers this"))',
    ),
};

/** bin.js runs such a script as the function it is, and V8 need not be given a longer copy of it. */
export const asFunction = {
  name: "as-function",
  generateBundle: (_options: unknown, bundle: Record<string, { code?: string | undefined }>) => {
    for (const chunk of Object.values(bundle))
      chunk.code = `(function (exports, require, __dirname) { ${chunk.code ?? ""}\n})`;
  },
};

/** The same of what it calls at once, where that is for failures. */
export const leaving = (word: string) => {
  const left = new Set(leftToWhole(word).map((path) => resolve(path)));
  return {
    name: "leaving-to-whole",
    load: (id: string) =>
      left.has(id)
        ? { code: givingUp(readFileSync(id, "utf8")), moduleType: "js" as const }
        : undefined,
  };
};

/** The same of what few answers take: it is in a script of its own. */
const beside = new Set(besideHot.modules.map((path) => resolve(path)));
export const loadingLater = {
  name: "loading-beside",
  load: (id: string) =>
    beside.has(id)
      ? { code: loadingBeside(readFileSync(id, "utf8")), moduleType: "js" as const }
      : undefined,
};
