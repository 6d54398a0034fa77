import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { allBelow, census } from "./foreign.ts";
import { directoriesOf, type Filled, fill } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

async function keptOf(command: Command, ...more: string[]): Promise<string[]> {
  const ran = await command.ask(["cache", "clear", "--yes", "--json", ...more]);
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  return answerOf<{ kept: string[] }>(ran).result.kept;
}

/** Things that are no directory. */
const things = {
  "a link": (path: string, elsewhere: string) => symlinkSync(elsewhere, path),
  "a file": (path: string) => writeFileSync(path, "mine"),
  "no directory": (path: string) => void execFileSync("mkfifo", [path]),
};

/** One of them in the place of something in a copy of the cache; what was there is what a link leads to. */
function put(place: string, what: keyof typeof things) {
  const command = copyOf(filled.command);
  const path = join(command.home, place.replace("KEY", filled.source));
  const elsewhere = join(command.home, "elsewhere");
  if (existsSync(path)) renameSync(path, elsewhere);
  else mkdirSync(elsewhere);
  things[what](path, elsewhere);
  return { command, path, before: () => census(allBelow([elsewhere, path])) };
}

const kinds = ["a link", "a file", "no directory"] as const;

describe("a stranger in the place of one generation, or of what was worked out of one", () => {
  const places = (): [place: string, sound: string][] => {
    const [generation, prepared] = directoriesOf(filled.generation);
    const [older] = directoriesOf(filled.older);
    return [
      [generation, "1 generation is as it was written; not all of the cache could be checked"],
      [older, "1 generation is as it was written; not all of the cache could be checked"],
      [prepared, "2 generations are as they were written; not all of the cache could be checked"],
    ];
  };

  it.each(kinds)("is said, and never called as it was written: %s", async (what) => {
    for (const [place, sound] of places()) {
      const { command, path, before } = put(`cache/v1/KEY/${place}`, what);
      const known = before();
      const says = `warning: ${path} is ${what}, and not ModelForge's: while it is there`;
      const verified = await command.ask(["cache", "verify"]);
      const isAnswer = place === directoriesOf(filled.generation)[0] && what !== "a link";
      // what answers is gone then
      expect([place, verified.code]).toEqual([place, isAnswer ? 8 : 0]);
      expect(verified.stdout).toContain(path);
      if (!isAnswer) expect(verified.stdout).toContain(`\n${sound}\n`);
      for (const args of [["cache", "verify"], ["cache", "status"], ["refresh-cache"]]) {
        const ran = await command.ask(args);
        expect([args, ran.stderr.replaceAll(/\s+/g, " ")]).toEqual([
          args,
          expect.stringContaining(says),
        ]);
      }
      expect(await keptOf(command)).toEqual([path]);
      expect(before()).toEqual(known);
    }
  });
});

describe("cache clear names what it leaves", () => {
  const others = ["a link", "no directory"] as const;

  it.each(["cache", "state"].flatMap((place) => others.map((what) => [place, what] as const)))(
    "in the place of the marker: %s, %s",
    async (place, what) => {
      const { command, path, before } = put(`${place}/.model-forge`, what);
      const known = before();
      expect(await keptOf(command)).toEqual([path]);
      expect(await keptOf(command, "--all")).toEqual([path]);
      expect(before()).toEqual(known);
    },
  );

  it.each(["a file", "a link"] as const)(
    "where the directory that was given is none: %s",
    async (what) => {
      const command = createCommand({ MODELFORGE_URL: standIn.url });
      const path = command.env.MODELFORGE_CACHE_DIR;
      things[what](path, "/nowhere/at/all");
      for (const flags of [[], ["--all"]]) {
        const { code, stdout } = await command.ask(["cache", "clear", "--yes", ...flags]);
        expect(code).toBe(0);
        expect(stdout).toMatch(/^nothing in \S+ is ModelForge's\n/);
        expect(stdout).toContain(`left what is not ModelForge's: ${path}\n`);
        expect(stdout).not.toContain("removed what ModelForge kept");
      }
      for (const args of [
        ["cache", "status"],
        ["cache", "verify"],
      ]) {
        const { stderr } = await command.ask(args);
        expect(stderr.replaceAll(/\s+/g, " ")).toContain(`${path} is ${what}`);
      }
    },
  );

  it("in the directory of the lock, where a name alone proves nothing", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const cache = command.env.MODELFORGE_CACHE_DIR;
    const lock = join(cache, "v1", filled.source, "refresh.lock");
    const paths = [join(cache, "thesis.txt"), join(lock, "holder"), join(lock, "notes.txt")];
    mkdirSync(lock, { recursive: true });
    for (const path of paths) writeFileSync(path, "my notes");
    const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000);
    for (const path of [...paths, lock]) utimesSync(path, threeDaysAgo, threeDaysAgo);
    const before = census(paths);
    for (const args of [["list", "--limit", "1"], ["refresh-cache"], ["cache", "status"]]) {
      const ran = await command.ask(args);
      expect([args, ran.code]).toEqual([args, 0]);
      const said = ran.stderr.replaceAll(/\s+/g, " ");
      if (args[0] !== "list") expect(said).toContain(`${paths[1]} is a file, and not ModelForge's`);
    }
    expect((await keptOf(command, "--all")).toSorted()).toEqual(paths);
    expect(census(paths)).toEqual(before);
  });

  it.each(["a link", "a file"] as const)(
    "where the lock would be, and claims nothing: %s",
    async (what) => {
      const { command, path } = put("cache/v1/KEY/refresh.lock", what);
      for (const flags of [[], ["--all"]]) {
        const ran = await command.ask(["cache", "clear", "--yes", ...flags]);
        expect([flags, ran.code, ran.stdout]).toEqual([flags, 7, ""]);
        expect(ran.stderr).toContain(path);
        expect(ran.stderr).not.toContain("chown");
      }
      // another source's goes all the same
      const query = { MODELFORGE_URL: `${standIn.url}/api.json?edition=2` };
      expect((await command.ask(["refresh-cache"], query)).code).toBe(0);
      const ran = await command.ask(["cache", "clear", "--all", "--yes"]);
      expect([ran.code, ran.stdout]).toEqual([
        0,
        expect.stringContaining(`left what is not ModelForge's: ${path}\n`),
      ]);
      expect(ran.stderr.replaceAll(/\s+/g, " ")).toContain(`was left: cannot write ${path}`);
      expect(ran.stderr).not.toContain("chown");
    },
  );
});

const mounts: string[] = [];

/** A small file system that is read-only; false where this machine does not allow it. */
function mountReadOnly(directory: string): boolean {
  mkdirSync(directory, { recursive: true });
  const options = ["-t", "tmpfs", "-o", "size=1m,ro", "tmpfs", directory];
  const { status } = spawnSync("mount", options);
  if (status === 0) mounts.push(directory);
  return status === 0;
}

const canMount = process.getuid?.() === 0 && mountReadOnly(join(createCommand({}).home, "probe"));

afterAll(() => {
  for (const directory of mounts) execFileSync("umount", [directory]);
});

describe("refresh-cache", () => {
  it.skipIf(!canMount)(
    "advises no room on a read-only disk (skipped where tmpfs cannot be mounted)",
    async () => {
      const { ask, env } = createCommand({ MODELFORGE_URL: standIn.url });
      expect(mountReadOnly(env.MODELFORGE_CACHE_DIR)).toBe(true);
      const ran = await ask(["refresh-cache", "--json"]);
      expect(ran.code).toBe(7);
      expect(errorOf(ran).hint).toBe("set MODELFORGE_CACHE_DIR to a directory you can write to");
    },
  );
});

describe("cache clear on a read-only disk", () => {
  it.skipIf(!canMount)(
    "says so, with --all as without (skipped where tmpfs cannot be mounted)",
    async () => {
      const command = createCommand({ MODELFORGE_URL: standIn.url });
      expect(mountReadOnly(command.env.MODELFORGE_CACHE_DIR)).toBe(true);
      const remount = (how: string): void =>
        void execFileSync("mount", ["-o", `remount,${how}`, command.env.MODELFORGE_CACHE_DIR]);
      remount("rw");
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      remount("ro");
      for (const flags of [[], ["--all"]]) {
        const ran = await command.ask(["cache", "clear", "--yes", ...flags]);
        expect([flags, ran.code, ran.stdout]).toEqual([flags, 7, ""]);
        expect(ran.stderr).toContain("the file system is read-only");
        expect(ran.stderr).not.toContain("chown");
      }
    },
  );
});
