import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand } from "./command.ts";

const { run, home } = createCommand({ MODELFORGE_OFFLINE: "1" });

const spy = join(home, "spy.cjs");
writeFileSync(
  spy,
  `const Module = require("node:module");
const load = Module._load;
const seen = new Set();
Module._load = function (request, ...rest) { seen.add(request); return load.call(this, request, ...rest); };
const builtin = process.getBuiltinModule;
process.getBuiltinModule = (name) => { seen.add(name); return builtin(name); };
process.on("exit", () => require("node:fs").writeSync(2, "LOADED " + [...seen].join(" ") + "\\n"));
`,
);

function loadedBy(args: string[]): string[] {
  run(args);
  const { stderr } = run(args, { NODE_OPTIONS: `--require ${spy}` });
  const line = stderr.split("\n").find((one) => one.startsWith("LOADED "));
  return (line ?? "").split(" ").slice(1);
}

describe("a warm question", () => {
  const questions = [
    ["info", "openai/gpt-4o"],
    ["list", "--capability", "tools", "--sort", "price", "--limit", "20"],
    ["search", "cluade sonet"],
    ["providers"],
    ["--version"],
    ["-V"],
    ["complete", "--", "info", "openai/gpt"],
  ];
  for (const args of questions) {
    it(`loads neither schema library nor network nor parser: ${args.join(" ")}`, () => {
      const loaded = loadedBy(args);
      expect(loaded.length).toBeGreaterThan(2);
      const cold = /zod|network|prepare|yaml|undici|child_process|crypto|zlib|https?$|net$|tty/;
      expect(loaded.filter((name) => cold.test(name))).toEqual([]);
    });
  }
});
