import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  createKept,
  createKeeping,
  hour,
  megabyte,
  otherName,
  runTwice,
  writeAged,
} from "./kept-code.ts";

describe("cache status and cache clear", () => {
  interface Status {
    result: {
      keptCode: { directory: string | null; files: number; bytes: number; notUsed: string | null };
    };
  }
  const keptCode = ({ command }: Pick<ReturnType<typeof createKept>, "command">, more = {}) => {
    const { stdout } = command.run(["cache", "status", "--json"], more);
    return (JSON.parse(stdout) as Status).result.keptCode;
  };

  it("show how many files of how many bytes are where", () => {
    const one = createKept();
    const bytes = statSync(one.kept).size;
    const { directory } = one;
    expect(keptCode(one)).toEqual({ directory, files: 1, bytes, notUsed: null });
    const { stdout } = one.command.run(["cache", "status"]);
    expect(stdout).toMatch(new RegExp(`kept code +1 file, \\d+ kB in ${directory}\n`));
    expect(keptCode(one).files).toBe(2);
  });

  it("say why it is not used", () => {
    const one = createKept();
    expect(keptCode(one, { CI: "true" })).toMatchObject({
      files: 1,
      notUsed: "switched off by CI",
    });
    expect(keptCode(one, { HOME: "" })).toMatchObject({ directory: null, files: 0 });
    spawnSync("chmod", ["770", one.directory]);
    expect(keptCode(one)).toMatchObject({
      files: 1,
      notUsed: `others may write in ${one.directory}`,
    });
  });

  it("say why nothing is there yet, as long as there is no directory for it", () => {
    const { command, directory } = createKept();
    const [ours, caches] = [join(directory, ".."), join(directory, "../..")];
    const fresh = (): void => {
      spawnSync("rm", ["-rf", caches]);
    };
    const why = (more = {}) => {
      const { files, notUsed } = keptCode({ command }, more);
      expect(files).toBe(0);
      return notUsed;
    };
    fresh();
    expect(why()).toBe("nothing is kept yet");
    fresh();
    expect(why({ CI: "1" })).toBe("switched off by CI");
    const off = { MODELFORGE_FEATURE_CODE_CACHE: "0" };
    expect(why(off)).toBe("switched off by MODELFORGE_FEATURE_CODE_CACHE");
    expect(why({ HOME: "" })).toBe("no home directory is known");
    expect(why({ HOME: "/nowhere" })).toBe("there is no /nowhere");
    const given = { MODELFORGE_STATE_DIR: caches };
    expect(why(given)).toBe("it would lie in the directory that MODELFORGE_STATE_DIR names");
    fresh();
    mkdirSync(caches);
    spawnSync("chmod", ["777", caches]);
    expect(why()).toBe(`others may write in ${caches}`);
    fresh();
    mkdirSync(ours, { recursive: true });
    spawnSync("chmod", ["770", ours]);
    expect(why()).toBe(`others may write in ${ours}`);
    fresh();
    mkdirSync(ours, { recursive: true });
    symlinkSync("/nowhere", directory);
    expect(why()).toBe(`${directory} is a link`);
  });

  it.each([[[]], [["--all"]]])("remove it, and do not keep it again themselves: %o", (flags) => {
    const one = createKept();
    runTwice(one, ["info", "openai/gpt-4o"]);
    const { files } = keptCode(one);
    expect(files).toBeGreaterThan(1);
    const { code, stdout } = one.command.run(["cache", "clear", "--yes", ...flags]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^removed kept code \\(${files} files, .*\\)$`, "m"));
    expect(existsSync(one.directory)).toBe(false);
    expect(keptCode(one)).toMatchObject({ files: 0, bytes: 0 });
  });

  it("take the empty file of a first use for nothing, and remove it, too", () => {
    const one = createKeeping();
    one.command.run(["-V"]);
    expect(one.names()).toHaveLength(1);
    expect(keptCode(one)).toMatchObject({ files: 0, bytes: 0, notUsed: null });
    const { code, stdout } = one.command.run(["cache", "clear", "--yes"]);
    expect([code, stdout.includes("kept code")]).toEqual([0, false]);
    expect(existsSync(one.directory)).toBe(false);
  });

  it("remove nothing by way of a link", () => {
    const one = createKept();
    const moved = join(one.command.home, "moved");
    spawnSync("mv", [one.directory, moved]);
    symlinkSync(moved, one.directory);
    const before = readdirSync(moved);
    one.command.run(["cache", "clear", "--all", "--yes"]);
    expect(readdirSync(moved)).toEqual(before);
  });

  it("remove nothing that is not ours", () => {
    const { command, directory, names } = createKeeping();
    mkdirSync(join(directory, "my-project"), { recursive: true, mode: 0o700 });
    const precious = join(command.home, "precious.bin");
    writeAged(precious, megabyte, hour);
    symlinkSync(precious, join(directory, otherName(1)));
    writeAged(join(directory, "0.1.0-v20.20.2-x64-info.bin"), megabyte, hour);
    const before = names();
    command.run(["-V"]);
    expect(names()).toHaveLength(before.length + 1);
    command.run(["cache", "clear", "--all", "--yes"]);
    expect(names()).toEqual(before);
    expect(readFileSync(precious)).toHaveLength(megabyte);
  });
});
