import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { errorOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let standIn: StandIn;
let warm: Command;
let spy: string;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog());
  warm = createCommand({ MODELFORGE_URL: standIn.url });
  expect((await warm.ask(["refresh-cache"])).code).toBe(0);
  expect((await warm.ask(["info", "openai/gpt-5"])).code).toBe(0);
  spy = join(warm.home, "spy.cjs");
  writeFileSync(
    spy,
    `const fs = require("node:fs");
const { readFileSync } = fs;
const { SHORT_OF, SHORT_CODE: code } = process.env;
fs.readFileSync = (path, ...more) => {
  if (!String(path).endsWith("/dist/" + SHORT_OF)) return readFileSync(path, ...more);
  throw Object.assign(new Error(code + ": too many, open '" + path + "'"), { code, path, syscall: "open" });
};
`,
  );
});

afterAll(() => standIn.stop());

const without = (script: string, code = "EMFILE"): Record<string, string> => ({
  NODE_OPTIONS: `--require ${spy}`,
  SHORT_OF: script,
  SHORT_CODE: code,
});

const info = ["info", "openai/gpt-5"];
const scripts: readonly [script: string, words: string[], isEmpty: boolean][] = [
  ["hot-info.js", info, false],
  ["whole.js", [...info, "--refresh"], false],
  ["warm.js", [...info, "--refresh"], false],
  ["questions.js", [...info, "--refresh"], false],
  ["network.js", [...info, "--refresh"], false],
  ["keep-catalog.js", info, true],
  ["parser.js", ["list", "--no-such-flag"], false],
  ["cache-clear.js", ["cache", "clear", "--yes"], false],
];

describe("a script of the command that cannot be opened, for too many files are open", () => {
  it.each(scripts)("is said in a sentence: %s", async (script, words, isEmpty) => {
    const command = isEmpty ? createCommand({ MODELFORGE_URL: standIn.url }) : copyOf(warm);
    for (const [code, reason, remedy] of [
      ["EMFILE", "this process has too many files open", "ulimit -n"],
      ["ENFILE", "this machine has too many files open", "close programs"],
    ] as const) {
      const ran = await command.ask(words, without(script, code));
      expect([ran.code, ran.stdout]).toEqual([7, ""]);
      const said = ran.stderr.replaceAll(/\s+/g, " ");
      expect(said).toMatch(
        new RegExp(`^error: cannot read \\S*/dist/${script} \\(${reason}, ${code}\\)`),
      );
      expect(said).toContain(remedy);
      expect(said).not.toMatch(/defect|node:internal| at /);
    }
    const json = await command.ask([...words, "--json"], without(script));
    expect(json.code).toBe(7);
    expect(errorOf(json)).toMatchObject({ code: "file.unreadable", details: { reason: "EMFILE" } });
  });

  it("costs no answer where it would only have helped the next start", async () => {
    const command = copyOf(warm);
    const ran = await command.ask(info, without("keep.js"));
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toContain("openai/gpt-5");
  });
});
