import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { errorOf } from "../cli/envelope.ts";

// escape, one of C1, a turn of direction, a space of no width
const hostile = "a\u001b[31mb\u009bc\u202ed\u200be";
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b]/;

/** A configuration in which every text and name is as hostile as can be. */
function hostileCommand() {
  const command = createCommand({});
  const file = join(command.home, ".config/model-forge/config.json");
  mkdirSync(join(file, ".."), { recursive: true });
  const said = {
    current: hostile,
    aliases: { [hostile]: { model: hostile, [hostile]: 1 } },
    catalog: { ttl: hostile },
    [hostile]: hostile,
  };
  writeFileSync(file, JSON.stringify(said, null, 2));
  return command;
}

const reading = [
  ["config", "show"],
  ["config", "show", "--origin"],
  ["config", "get", "current"],
  ["config", "get", "aliases"],
  ["config", "path"],
  ["config", "history"],
  ["config", "diff"],
  ["config", "set", "catalog.ttl", "6h"],
  ["config", "set", "catalog.ttl", "7h", "--dry-run"],
  ["config", "use", hostile, "--unlisted"],
  ["config", "alias", hostile, hostile],
  ["config", "unset", hostile],
  ["config", "rollback", "--dry-run"],
  ["info", hostile],
];

describe("what is said of a configuration", () => {
  it("holds no control character on any stream, whatever stands in it", () => {
    const command = hostileCommand();
    for (const words of [...reading, ...reading])
      for (const more of [[], ["--json"], ["--format", "yaml"], ["--format", "csv"]]) {
        const { stdout, stderr } = command.run([...words, ...more]);
        expect([words, more, control.exec(stdout), control.exec(stderr)]).toEqual([
          words,
          more,
          null,
          null,
        ]);
        expect(stdout + stderr).not.toBe("");
      }
  });

  it("is exact in JSON", () => {
    const { stdout } = hostileCommand().run(["config", "get", "current", "--json"]);
    expect((JSON.parse(stdout) as { result: { value: string } }).result.value).toBe(hostile);
  });

  it.skipIf(!existsSync("/dev/full"))("ends with exit 7 where it cannot be written", () => {
    const command = hostileCommand();
    for (const words of [
      "config show",
      "config get current",
      "config path",
      "config history --format csv",
    ]) {
      const ran = command.shell(`modelforge ${words} > /dev/full`);
      expect([words, ran.code, ran.stderr.includes("error: ")]).toEqual([words, 7, true]);
      const asJson = command.shell(`modelforge ${words.split(" --")[0]} --json > /dev/full`);
      expect([words, asJson.code, errorOf(asJson).code]).toEqual([words, 7, "file.unwritable"]);
    }
  });
});
