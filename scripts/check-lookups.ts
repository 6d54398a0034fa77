import { relative } from "node:path";
import ts from "typescript";
import { findLookups } from "./lookups/find-lookups.ts";

/** Fails where src/ looks something up by a name of any text without asking whose it is. */
const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile) as { config: unknown };
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
const ours = fileNames.filter(
  (file) => /\/src\/(?!testing\/)/.test(file) && !file.endsWith(".test.ts"),
);
const program = ts.createProgram(ours, options);
const names = new Set(ours);
const found = findLookups(program, (file) => names.has(file));
for (const { file, line, text, why } of found) {
  console.error(`${relative("", file)}:${line}: ${why}: ${text}`);
}
if (found.length > 0) {
  console.error("Take a Map or ownEntry(table, name), or say on the line before why it is safe:");
  console.error("// look-up allowed: the reason");
  process.exitCode = 1;
}
