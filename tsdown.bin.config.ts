import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig } from "tsdown";
import { hotNames, hotScript } from "./scripts/scripts-of-the-command.ts";
import { command } from "./tsdown.config.ts";

/** The scripts large enough that keeping what V8 compiled of them is worth the reading. */
const keptScripts = [
  ...hotNames.map((name) => `${hotScript(name)}.js`),
  "warm.js",
  "questions.js",
  "parser.js",
  "choosing.js",
  "network.js",
  "proxied.js",
  "prepare.js",
  "complete.js",
];

function digestOf(file: string): string {
  return createHash("sha256")
    .update(readFileSync(`dist/${file}`))
    .digest("hex")
    .slice(0, 16);
}

/** Built last: `bin.js` carries the digests of the scripts it starts, so that no start has to work them out. */
export default defineConfig({
  ...command,
  entry: { bin: "src/bin.ts" },
  clean: false,
  define: {
    ...command.define,
    __MODELFORGE_SCRIPTS__: JSON.stringify(
      Object.fromEntries(keptScripts.map((file) => [file, digestOf(file)])),
    ),
  },
  outputOptions: { codeSplitting: false },
});
