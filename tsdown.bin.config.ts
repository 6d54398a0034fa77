import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig, type UserConfig } from "tsdown";
import { hotNames, hotScript } from "./scripts/scripts-of-the-command.ts";
import { command } from "./tsdown.config.ts";

/** The scripts large enough that keeping what V8 compiled of them is worth the reading. */
const keptScripts = [
  "warm.js",
  "questions.js",
  "naming.js",
  "parser.js",
  "info.js",
  "compare.js",
  "recommend.js",
  "network.js",
  "proxied.js",
  "rows.js",
];

/** Built last: they carry the digests of the scripts they start, so that no start has to work them out. */
function starting(
  entry: Record<string, string>,
  constant: string,
  files: readonly string[],
): UserConfig {
  return {
    ...command,
    entry,
    clean: false,
    define: { ...command.define, [constant]: JSON.stringify(files.map(withDigest)) },
    outputOptions: { codeSplitting: false },
  };
}

function withDigest(file: string): [file: string, digest: string] {
  const hash = createHash("sha256").update(readFileSync(`dist/${file}`));
  return [file, hash.digest("hex").slice(0, 16)];
}

export default defineConfig([
  starting(
    { bin: "src/bin.ts" },
    "__MODELFORGE_HOT_SCRIPTS__",
    [...hotNames, "complete"].map((name) => `${hotScript(name)}.js`),
  ),
  starting({ whole: "src/whole.ts" }, "__MODELFORGE_SCRIPTS__", keptScripts),
]);
