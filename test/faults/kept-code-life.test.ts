import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { bin } from "../cli/command.ts";
import {
  createKept,
  createKeeping,
  hour,
  megabyte,
  otherName,
  plantedCode,
  runTwice,
  version,
  writeAged,
} from "./kept-code.ts";

describe("compiled code", () => {
  it("is kept in the user's own cache home, wherever the catalogs are", () => {
    const { command, directory, names } = createKept();
    expect(names()).toEqual([
      expect.stringMatching(/^help_warm_[0-9a-f]{16}_v[\w.-]+_[0-9a-f]{8}\.bin$/),
    ]);
    const elsewhere = join(command.home, "xdg");
    mkdirSync(elsewhere);
    runTwice({ command }, ["-V"], { XDG_CACHE_HOME: elsewhere });
    expect(readdirSync(join(elsewhere, "model-forge", "code"))).toEqual(names());
    rmSync(directory, { recursive: true });
    runTwice({ command }, ["-V"], { XDG_CACHE_HOME: "relative" });
    expect(names()).toHaveLength(1);
  });

  it("is kept of what a shell asks at every Tab, too, and of what is loaded later", () => {
    const { command, directory, names } = createKeeping();
    runTwice({ command }, ["complete", "--", "info", "openai/gpt"]);
    runTwice({ command }, ["compare", "openai/gpt-4o", "openai/gpt-4.1"]);
    const kept = names().filter((name) => statSync(join(directory, name)).size > 0);
    const scripts = kept.map((name) => name.split("_").slice(0, 2).join(" "));
    expect(scripts).toEqual(
      expect.arrayContaining(["complete hot-complete", "compare naming", "compare warm"]),
    );
  });

  it.each(["0", "777"])("is for its owner alone under umask %s", (umask) => {
    const { command, caches, directory, names } = createKeeping();
    const line = `umask ${umask}; exec "$0" "$@"`;
    for (let use = 0; use < 2; use += 1) {
      spawnSync("sh", ["-c", line, process.execPath, bin, "-V"], { env: command.env });
      for (const path of [caches, dirname(directory), directory]) {
        expect([path, statSync(path).mode & 0o777]).toEqual([path, 0o700]);
      }
      const files = names().map((name) => statSync(join(directory, name)));
      expect(files.map(({ mode, size }) => [mode & 0o777, size > 0])).toEqual([[0o600, use > 0]]);
    }
  });

  const switches: [environment: Record<string, string>, isKept: boolean][] = [
    [{ CI: "true" }, false],
    [{ CI: "1" }, false],
    [{ CI: "woodpecker" }, false],
    [{ CI: "0" }, true],
    [{ CI: "false" }, true],
    [{ CI: "" }, true],
    [{ MODELFORGE_FEATURE_CODE_CACHE: "0" }, false],
    [{ MODELFORGE_FEATURE_CODE_CACHE: "1" }, true],
    [{ MODELFORGE_FEATURE_CODE_CACHE: "" }, true],
  ];
  it.each(switches)("with %o is kept and used: %s", (environment, isKept) => {
    const { command, names } = createKeeping();
    runTwice({ command }, ["-V"], environment);
    expect(names()).toHaveLength(isKept ? 1 : 0);
    const { kept, command: other } = createKept();
    writeFileSync(kept, plantedCode());
    const said = other.run(["-V"], environment).stdout.trim();
    expect(said === version).toBe(!isKept);
  });

  it("is not kept of what is no command", () => {
    const { command, names } = createKeeping();
    for (let use = 0; use < 2; use += 1) {
      expect(command.run(["inof"]).code).toBe(2);
      expect(names()).toEqual([]);
    }
  });
});

describe("the uses of a command", () => {
  it("leave at first an empty file, at second what was compiled, and from then on nothing", () => {
    const { command, directory, names } = createKeeping();
    const use = () => {
      expect(command.run(["-V"]).stdout.trim()).toBe(version);
      const [name = "nothing was left", ...more] = names();
      expect(more).toEqual([]);
      const { ino, mtimeMs, size } = statSync(join(directory, name));
      return { name, ino, mtimeMs, size };
    };
    const first = use();
    expect(first.size).toBe(0);
    const second = use();
    expect(second.name).toBe(first.name);
    expect(second.size).toBeGreaterThan(100_000);
    // what is of no use is replaced at once: a file that stays has been used
    expect([use(), use()]).toEqual([second, second]);
  });
});

describe("the room for compiled code", () => {
  it("is bounded: the oldest goes first, a time ahead of the clock counting as old", () => {
    const { command, directory, names } = createKeeping();
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (let number = 0; number < 20; number += 1) {
      writeAged(join(directory, otherName(number)), megabyte, number * hour);
    }
    writeAged(join(directory, otherName(20)), megabyte, -1000 * hour);
    runTwice({ command });
    const bytes = names().reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
    expect(bytes).toBeGreaterThan(7 * megabyte);
    expect(bytes).toBeLessThanOrEqual(8 * megabyte);
    expect(names().some((name) => name.startsWith("help_warm_"))).toBe(true);
    const left = names().filter((name) => name.startsWith("info_warm_"));
    expect(left).toEqual([0, 1, 2, 3, 4, 5, 6].map(otherName));
  });

  it("is never made by removing what is not ours, whatever its size and age", () => {
    const { command, directory, names } = createKeeping();
    mkdirSync(join(directory, "my-project"), { recursive: true, mode: 0o700 });
    const precious = join(command.home, "precious.bin");
    writeAged(precious, 9 * megabyte, 1000 * hour);
    symlinkSync(precious, join(directory, otherName(1)));
    mkdirSync(join(directory, otherName(2)));
    for (const name of [
      "notes.txt",
      "0.1.0-v20.20.2-x64-info.bin",
      `${otherName(3)}.bak`,
      "a.tmp",
    ]) {
      writeAged(join(directory, name), 9 * megabyte, 1000 * hour);
    }
    const before = names();
    runTwice({ command });
    expect(names()).toEqual(expect.arrayContaining(before));
    expect(names()).toHaveLength(before.length + 1);
    expect(readFileSync(precious)).toHaveLength(9 * megabyte);
  });

  it("is rid of what killed processes left half written, not of what is being written", () => {
    const { command, directory, names } = createKeeping();
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const ages = { [`${otherName(1)}.1-1.tmp`]: hour, [`${otherName(2)}.2-2.tmp`]: -hour };
    for (const [name, age] of Object.entries(ages)) writeAged(join(directory, name), 10, age);
    const young = `${otherName(3)}.3-3.tmp`;
    writeAged(join(directory, young), 10, 1);
    runTwice({ command });
    expect(names().filter((name) => name.endsWith(".tmp"))).toEqual([young]);
  });
});
