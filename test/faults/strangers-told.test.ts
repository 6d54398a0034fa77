import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { allBelow, census } from "./foreign.ts";
import { type Filled, fill } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

/** Moves what is there elsewhere, and puts a link to it in its place. */
const links = {
  "a link": (path: string, elsewhere: string) => {
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
  },
  "a file with a second name": (path: string, elsewhere: string) => linkSync(path, elsewhere),
};

interface Cleared {
  kept: string[];
}

async function keptOf(command: Command, ...more: string[]): Promise<string[]> {
  const ran = await command.ask(["cache", "clear", "--yes", "--json", ...more]);
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  return answerOf<Cleared>(ran).result.kept;
}

/** The path of a place in a copy of the cache, where `what` stands then, and all that lies behind it. */
function replaced(place: string, what: keyof typeof links) {
  const command = copyOf(filled.command);
  const path = join(command.home, place.replace("KEY", filled.source));
  const elsewhere = join(command.home, "elsewhere");
  links[what](path, elsewhere);
  return { command, path, elsewhere };
}

describe("a link in the place of something of ModelForge's", () => {
  it.each([
    ["state/catalog", "a link"],
    ["state/catalog/KEY", "a link"],
    ["state/catalog/KEY/answers", "a link"],
    ["state/catalog/KEY/answers", "a file with a second name"],
    ["state/catalog/KEY/last-refresh.json", "a link"],
    ["state/catalog/KEY/last-refresh.json", "a file with a second name"],
  ] as const)("is said where notes are kept: %s as %s", async (place, what) => {
    const { command, path, elsewhere } = replaced(place, what);
    const behind = allBelow([elsewhere]);
    const before = census(behind);
    for (const args of [["refresh-cache"], ["cache", "status"], ["cache", "verify"]]) {
      const ran = await command.ask(args);
      expect([args, ran.code]).toEqual([args, 0]);
      const said = `warning: ${path} is ${what}, and not ModelForge's: while it is there`;
      expect(ran.stderr.replaceAll(/\s+/g, " ")).toContain(said);
    }
    expect(await keptOf(command, "--all")).toEqual([path]);
    expect(census(behind)).toEqual(before);
  });

  it.each([
    ["cache/v1", "a link"],
    ["cache/v1/KEY", "a link"],
    ["cache/v1/KEY/current.json", "a link"],
    ["cache/v1/KEY/current.json", "a file with a second name"],
  ] as const)("is said where catalogs are kept: %s as %s", async (place, what) => {
    const { command, path, elsewhere } = replaced(place, what);
    const behind = allBelow([elsewhere]);
    const before = census(behind);
    const status = await command.ask(["cache", "status"]);
    expect(status.stderr.replaceAll(/\s+/g, " ")).toContain(`${path} is ${what}, and not`);
    const refreshed = await command.ask(["refresh-cache", "--json"]);
    expect(refreshed.code).toBe(7);
    const { message, hint } = errorOf(refreshed);
    expect(message).toContain(path);
    // room helps against nothing but the lack of it
    expect(hint).toMatch(/^(?:remove the link|move it away), or /);
    expect(hint).not.toContain("space");
    const ran = await command.ask(["cache", "clear", "--all", "--yes"]);
    expect(ran.stdout).toContain(`left what is not ModelForge's: ${path}\n`);
    expect(census(behind)).toEqual(before);
  });
});

describe("clearing a directory that is somebody's", () => {
  /** A directory with a file of the user's, used for the cache, and for the notes as well where `isBoth`. */
  async function used(isBoth: boolean): Promise<{ command: Command; own: string[] }> {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    if (isBoth) command.env.MODELFORGE_STATE_DIR = command.env.MODELFORGE_CACHE_DIR;
    const own = [command.env.MODELFORGE_CACHE_DIR, command.env.MODELFORGE_STATE_DIR].map(
      (directory) => join(directory, "mine.txt"),
    );
    for (const path of own) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "mine");
    }
    await fill(standIn, command);
    const query = { MODELFORGE_URL: `${standIn.url}/api.json?edition=2` };
    expect((await command.ask(["refresh-cache"], query)).code).toBe(0);
    expect((await command.ask(["info", "openai/gpt-5"])).code).toBe(0);
    return { command, own };
  }

  it.each([false, true])(
    "leaves nothing of ModelForge's (one directory for both: %s)",
    async (isBoth) => {
      const { command, own } = await used(isBoth);
      expect(await keptOf(command, "--all")).toEqual([...new Set(own)]);
      for (const path of own) {
        expect(readdirSync(dirname(path))).toEqual(["mine.txt"]);
        expect(readFileSync(path, "utf8")).toBe("mine");
      }
    },
  );

  it("names what is the user's own, and nothing else", async () => {
    const { command } = await used(true);
    const cache = command.env.MODELFORGE_CACHE_DIR;
    const mine = [
      `catalog/${filled.source}/notes.txt`,
      `v1/${filled.source}/generations/notes.txt`,
      `v1/${filled.source}/mine/notes.txt`,
    ].map((name) => join(cache, name));
    for (const path of mine) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "mine");
    }
    const kept = await keptOf(command, "--all");
    const [notes = "", inRoom = "", inFolder = ""] = mine;
    const above = join(cache, "mine.txt");
    expect(new Set(kept)).toEqual(new Set([notes, inRoom, dirname(inFolder), above]));
    for (const path of mine) expect(readFileSync(path, "utf8")).toBe("mine");
    expect(allBelow([cache]).some((path) => /answers|last-refresh|current/.test(path))).toBe(false);
  });

  it("leaves an empty directory that bears a name of ModelForge's where nothing of it ever was", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const cache = command.env.MODELFORGE_CACHE_DIR;
    command.env.MODELFORGE_STATE_DIR = cache;
    for (const name of ["v1", "catalog", "mine"]) mkdirSync(join(cache, name), { recursive: true });
    writeFileSync(join(cache, "mine/file.txt"), "mine");
    expect(await keptOf(command, "--all")).toEqual([join(cache, "mine")]);
    expect(readdirSync(cache)).toEqual(["catalog", "mine", "v1"]);
  });
});
