import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand, root } from "./command.ts";

const command = createCommand({});
const file = join(command.home, "out");

interface Named {
  version: string;
}

describe("--output-file", () => {
  it("has the version and the helps, too", () => {
    const asked = [
      ["--version"],
      ["--version", "--json"],
      ["--help"],
      ["list", "--help"],
      ["help", "cache"],
      ["cache", "--help"],
    ];
    for (const words of asked) {
      const { stdout } = command.run(words);
      const ran = command.run([...words, "-q", "--force", "-o", file]);
      expect([words, ran.code, ran.stdout, ran.stderr]).toEqual([words, 0, "", ""]);
      expect(readFileSync(file, "utf8")).toBe(stdout);
    }
    expect(command.run(["--version", "-o", file])).toMatchObject({ code: 7, stdout: "" });
    for (const words of [["--version"], ["-V", "--json"], ["help"], ["help", "list"], ["--help"]]) {
      const { stdout } = command.run(words);
      for (const before of [
        ["-q", "--force", "-o", file],
        ["-q", "--force", `--output-file=${file}`],
      ]) {
        const ran = command.run([...before, ...words]);
        expect([words, ran.code, ran.stdout, ran.stderr]).toEqual([words, 0, "", ""]);
        expect(readFileSync(file, "utf8")).toBe(stdout);
      }
      expect(command.run(["--offline", "--no-color", ...words]).stdout).toBe(stdout);
    }
    for (const words of [
      ["--help", "-o"],
      ["--version", "--jq"],
      ["--version", "-o", "--json"],
    ]) {
      const ran = command.run(words);
      expect([ran.code, ran.stdout]).toEqual([2, ""]);
      expect(ran.stderr).toContain("is not understood");
    }
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Named;
    expect(command.run(["--version", "--jq", ".result.version"]).stdout).toBe(`${version}\n`);
  });
});
