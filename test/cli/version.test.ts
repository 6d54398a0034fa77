import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand, root } from "./command.ts";

const { shell } = createCommand({ MODELFORGE_OFFLINE: "1" });
const names = ["--version", "-V", "version", "--version --quiet"];

describe("the version", () => {
  it("is the package's, under each of its names", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    for (const name of names) {
      expect([name, shell(`modelforge ${name}`)]).toEqual([
        name,
        { code: 0, stdout: `${version}\n`, stderr: "" },
      ]);
    }
  });

  it("is JSON where that is asked for", () => {
    const { stdout } = shell("modelforge --version --json");
    expect(JSON.parse(stdout)).toEqual({
      schema: "modelforge/v1",
      result: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      warnings: [],
    });
  });

  it.skipIf(!existsSync("/dev/full"))(
    "fails in the same way under each name where it cannot be written (skipped without /dev/full)",
    () => {
      const failures = names.map((name) => {
        const { code, stderr } = shell(`modelforge ${name} > /dev/full`);
        return { code, said: stderr.split("\n")[0] };
      });
      expect(failures[0]?.code).not.toBe(0);
      expect(new Set(failures.map((one) => JSON.stringify(one))).size).toBe(1);
    },
  );
});
