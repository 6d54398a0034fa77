import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownVariables } from "../../src/system/own-variables.ts";
import { bin, createCommand } from "../cli/command.ts";
import { asStranger, canBeStranger, canTrace } from "../cli/under.ts";
import { createKept, createKeeping, plantedCode, plantedVersion, version } from "./kept-code.ts";

const isRoot = process.getuid?.() === 0;
const stranger = 64_321;
const planted = plantedCode();

function createPlanted() {
  const keeping = createKept();
  writeFileSync(keeping.kept, planted);
  return { ...keeping, ours: dirname(keeping.directory) };
}

type Planted = ReturnType<typeof createPlanted>;

/** What the command does with it; a command that waits for a pipe is ended. */
function versionSaid({ command }: Pick<Planted, "command">): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, "-V"], {
    env: command.env,
    encoding: "utf8",
    timeout: 20_000,
  });
  return stderr === "" && status === 0 ? stdout.trim() : `exit ${status}: ${stderr}`;
}

/** Puts the same content there under another kind of thing. */
function instead(path: string, make: (path: string, moved: string) => void): void {
  const moved = join(dirname(path), "moved");
  renameSync(path, moved);
  make(path, moved);
}

describe("code that this user alone can have written", () => {
  const believed: [where: string, change: (one: Planted) => void][] = [
    ["in the user's own directories", () => undefined],
    [
      "below a directory for all that keeps owners apart",
      ({ caches }) => chmodSync(caches, 0o1777),
    ],
    ["below a link the user made of ~/.cache", ({ caches }) => instead(caches, linkTo)],
  ];
  it.each(believed)("is run %s, like the program itself", (_where, change) => {
    const one = createPlanted();
    change(one);
    expect(versionSaid(one)).toBe(plantedVersion);
  });
});

function linkTo(path: string, moved: string): void {
  symlinkSync(moved, path);
}

describe("code that somebody else may have put there is never run", () => {
  const doubtful: [where: string, change: (one: Planted) => void][] = [
    ["in a file its group may write", ({ kept }) => chmodSync(kept, 0o620)],
    ["in a file everybody may write", ({ kept }) => chmodSync(kept, 0o602)],
    ["in a file with a second name", ({ kept }) => linkSync(kept, `${kept}.too`)],
    ["behind a link", ({ kept }) => instead(kept, linkTo)],
    ["in a directory its group may write", ({ directory }) => chmodSync(directory, 0o770)],
    ["in a directory everybody may write", ({ directory }) => chmodSync(directory, 0o1777)],
    ["below a directory its group may write", ({ ours }) => chmodSync(ours, 0o770)],
    ["below a directory everybody may write", ({ ours }) => chmodSync(ours, 0o707)],
    ["below a ~/.cache everybody may write", ({ caches }) => chmodSync(caches, 0o777)],
    ["below a home its group may write", ({ command }) => chmodSync(command.home, 0o770)],
    ["in a directory that is a link", ({ directory }) => instead(directory, linkTo)],
    ["below a directory that is a link", ({ ours }) => instead(ours, linkTo)],
  ];
  it.each(doubtful)("%s", (_where, change) => {
    const one = createPlanted();
    change(one);
    expect(versionSaid(one)).toBe(version);
  });

  const owners: [what: string, path: (one: Planted) => string][] = [
    ["the file", ({ kept }) => kept],
    ["its directory", ({ directory }) => directory],
    ["the directory above", ({ ours }) => ours],
    ["~/.cache", ({ caches }) => caches],
    ["the home", ({ command }) => command.home],
  ];
  it.skipIf(!isRoot).each(owners)(
    "where %s belongs to another user (only root can give things away)",
    (_what, path) => {
      const one = createPlanted();
      chownSync(path(one), stranger, stranger);
      expect(versionSaid(one)).toBe(version);
    },
  );

  it.skipIf(!canBeStranger())("by another user than the one who kept it", () => {
    const one = createPlanted();
    for (const path of [one.command.home, one.caches, one.ours, one.directory]) {
      chmodSync(path, 0o755);
    }
    chmodSync(one.kept, 0o644);
    const [program, ...args] = asStranger;
    const { stdout, stderr } = spawnSync(program, [...args, process.execPath, bin, "-V"], {
      env: one.command.env,
      encoding: "utf8",
    });
    expect([stdout.trim(), stderr]).toEqual([version, ""]);
  });
});

describe("something else in the place of kept code", () => {
  const things: [what: string, put: (path: string) => void][] = [
    ["a directory", (path) => mkdirSync(path)],
    ["a link to nowhere", (path) => symlinkSync("nowhere", path)],
    ["a link to itself", (path) => symlinkSync(path, path)],
    ["a named pipe", (path) => execFileSync("mkfifo", [path])],
    ["an empty file", (path) => writeFileSync(path, "")],
    [
      "a file that is too large",
      (path) => {
        writeFileSync(path, "");
        truncateSync(path, 3e9);
      },
    ],
  ];
  it.each(things)("changes nothing and is waited for by nobody: %s", (_what, put) => {
    const one = createPlanted();
    rmSync(one.kept);
    put(one.kept);
    expect(versionSaid(one)).toBe(version);
  });

  it.skipIf(!isRoot)("changes nothing: a device without end (only root can make one)", () => {
    const one = createPlanted();
    rmSync(one.kept);
    execFileSync("mknod", [one.kept, "c", "1", "5"]);
    expect(versionSaid(one)).toBe(version);
  });

  it.skipIf(!isRoot)(
    "is not written over: another user's empty file (only root can make one)",
    () => {
      const one = createPlanted();
      truncateSync(one.kept);
      chownSync(one.kept, stranger, stranger);
      for (let use = 0; use < 2; use += 1) expect(versionSaid(one)).toBe(version);
      expect(statSync(one.kept)).toMatchObject({ size: 0, uid: stranger });
    },
  );

  it("is not removed and not written through", () => {
    const one = createPlanted();
    const target = join(one.command.home, "precious");
    writeFileSync(target, "mine");
    rmSync(one.kept);
    symlinkSync(target, one.kept);
    expect(versionSaid(one)).toBe(version);
    expect(one.names()).toHaveLength(1);
    expect(execFileSync("cat", [one.kept], { encoding: "utf8" })).toBe("mine");
  });
});

describe("a directory that was given", () => {
  it("is no place for kept code, nor is any below it", () => {
    for (const given of [".cache", ".cache/model-forge", ".cache/model-forge/code", "."]) {
      for (const variable of ownVariables.filter((name) => name.endsWith("_DIR"))) {
        const one = createPlanted();
        one.command.env[variable as "HOME"] = join(one.command.home, given);
        expect([variable, given, versionSaid(one)]).toEqual([variable, given, version]);
      }
    }
  });

  it("has nothing made in it for the sake of kept code", () => {
    for (const given of [".cache", ".cache/model-forge"]) {
      const { command, caches, directory } = createKeeping();
      command.env.MODELFORGE_CACHE_DIR = join(command.home, given);
      mkdirSync(caches);
      command.run(["-V"]);
      command.run(["info", "openai/gpt-4o"]);
      expect([given, existsSync(directory)]).toEqual([given, false]);
    }
  });

  it("is none by way of a link either", () => {
    const one = createPlanted();
    const link = join(one.command.home, "elsewhere");
    symlinkSync(one.caches, link);
    one.command.env.MODELFORGE_CACHE_DIR = link;
    expect(versionSaid(one)).toBe(version);
  });

  it.skipIf(!canTrace())("has its compiled code not even opened (skipped without strace)", () => {
    const { command, names } = createKeeping();
    const given = join(command.env.MODELFORGE_CACHE_DIR, "code");
    mkdirSync(given, { recursive: true });
    const node = `${process.version}-${process.arch}`;
    for (const name of [`${version}-${node}-help.bin`, `${version}-${node}-info.bin`]) {
      writeFileSync(join(given, name), planted);
    }
    for (const args of [["-V"], ["info", "openai/gpt-4o"]]) {
      const traced = spawnSync(
        "strace",
        ["-f", "-e", "trace=open,openat", process.execPath, bin, ...args],
        { env: command.env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
      );
      expect(traced.stderr).toContain("warm.js");
      // its names may be looked at, to tell whose the directory is
      expect(traced.stderr).not.toContain(`${given}/`);
    }
    expect(names().length).toBeGreaterThan(1);
  });
});

describe("the directory of another user", () => {
  it.skipIf(!isRoot)("is not written to by root with that user's HOME, as sudo leaves it", () => {
    for (const owned of [".", ".cache"]) {
      const { command, caches, names } = createKeeping();
      mkdirSync(caches);
      chownSync(join(command.home, owned), stranger, stranger);
      expect(command.run(["-V"]).code).toBe(0);
      expect(names()).toEqual([]);
    }
  });

  it("is not needed: without any home nothing is kept and everything works", () => {
    const command = createCommand({ MODELFORGE_OFFLINE: "1" });
    for (const HOME of ["", "relative", "/nonexistent-home"]) {
      const { code, stdout, stderr } = command.run(["-V"], { HOME });
      expect([code, stdout.trim(), stderr]).toEqual([0, version, ""]);
    }
  });
});
