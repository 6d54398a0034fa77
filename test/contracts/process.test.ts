import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { realProcess } from "../../src/system/real/process.ts";
import type { ProgramRead } from "../../src/system/ports.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { aMoment } from "../../src/testing/held-locks.ts";
import { contractOf } from "./process.ts";

const place = mkdtempSync(join(tmpdir(), "modelforge-process-"));
const program = process.argv[1];
afterAll(() => {
  process.argv[1] = program ?? "";
  rmSync(place, { recursive: true });
});

contractOf("the process of this machine", () => {
  const script = join(place, "program.cjs");
  const told = join(place, "told.json");
  writeFileSync(
    script,
    `const { renameSync, writeFileSync } = require("node:fs");
writeFileSync(${JSON.stringify(`${told}.new`)}, JSON.stringify({ args: process.argv.slice(2), env: process.env }));
renameSync(${JSON.stringify(`${told}.new`)}, ${JSON.stringify(told)});`,
  );
  process.argv[1] = script;
  const other = join(place, "other.cjs");
  writeFileSync(
    other,
    `const isTold = process.argv[2] === "a b;$HOME" && process.env.MODELFORGE_TEST_RUN === "yes";
process.exit(isTold && process.argv.length === 3 ? 7 : 1);`,
  );
  const printing = join(place, "printing.cjs");
  writeFileSync(
    printing,
    `const word = process.argv[2];
if (word === "flood") setInterval(() => process.stdout.write("x".repeat(65_536)), 1);
else if (word === "complain") { console.error("you are signed out\\nand more"); process.exitCode = 1; }
else if (word === "hang") setInterval(() => undefined, 1000);
else if (word === "fail" || process.cwd() !== ${JSON.stringify(realpathSync(place))}) process.exitCode = 3;
else process.stdin.on("data", () => process.exit(4)).on("end", () => console.log(word));`,
  );
  return {
    process: realProcess,
    program: [process.execPath, other],
    printing: [process.execPath, printing],
    directory: realpathSync(place),
    interrupt: () => void process.emit("SIGTERM"),
    started: async (variable) => {
      while (!existsSync(told)) await aMoment();
      const { args, env } = JSON.parse(readFileSync(told, "utf8")) as {
        args: string[];
        env: Record<string, string>;
      };
      return { args, value: env[variable] };
    },
  };
});

contractOf("a process made up", () => {
  const { process } = createFakeSystem();
  process.programs.set("other", 7);
  const byWord: Record<string, string | number | null | Partial<ProgramRead>> = {
    said: "said\n",
    fail: 3,
    hang: null,
    complain: { code: 1, errors: "you are signed out\nand more\n" },
    flood: { code: 1, isTooLong: true },
  };
  const read = process.read.bind(process);
  // the made-up one knows programs, not their words
  process.read = async (command, how) => {
    process.printing.set("printing", byWord[command.at(-1) ?? ""] ?? null);
    return read(command, how);
  };
  return {
    process,
    program: ["other"],
    printing: ["printing"],
    directory: "/",
    interrupt: () => void process.interrupt(),
    started: async (variable) => {
      const { args = [], environment = {} } = process.started.at(-1) ?? {};
      return { args, value: environment[variable] };
    },
  };
});

describe("a process made up", () => {
  it("says whether anybody listened to Ctrl-C", () => {
    const { process } = createFakeSystem();
    expect(process.interrupt()).toBe(false);
    process.onInterrupt(() => undefined);
    expect(process.interrupt()).toBe(true);
  });

  it("that is killed does nothing to files any more, and lets the code around it know", () => {
    const { process, files, startAnother } = createFakeSystem();
    files.write("/before", "x");
    process.kill();
    expect(process.isKilled).toBe(true);
    for (const act of [
      () => files.write("/after", "x"),
      () => files.read("/before"),
      () => files.removeFile("/before"),
    ]) {
      expect(act).toThrow(/the process was killed/);
    }
    const { files: left, process: other } = startAnother();
    expect([left.paths(), other.id]).toEqual([["/before"], process.id + 1]);
  });
});
