import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { afterMounting, asStranger, canBeStranger, canMount } from "../cli/under.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { directoriesOf, type Filled, fill } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

const sourceOf = ({ env }: Command): string => join(env.MODELFORGE_CACHE_DIR, "v1", filled.source);

describe("what stands in the place of a directory of ours", () => {
  it.each(["refresh.lock", "quarantine", "refused"])(
    "%s as a link: status and verify say it, and nobody follows or removes it",
    async (name) => {
      const command = copyOf(filled.command);
      const mine = join(command.home, "mine");
      mkdirSync(mine);
      writeFileSync(join(mine, "holder"), "mine");
      const path = join(sourceOf(command), name);
      rmSync(path, { recursive: true, force: true });
      symlinkSync(mine, path);
      for (const args of [
        ["cache", "status"],
        ["cache", "verify"],
      ]) {
        const ran = await command.ask(args);
        expect([args, ran.code]).toEqual([args, 0]);
        expect(ran.stderr).toContain(`warning: ${path} is a link, and not ModelForge's: while it`);
        const json = answerOf(await command.ask([...args, "--json"]));
        expect(json.warnings.map(({ code }) => code)).toEqual(["cache.foreign"]);
      }
      expect(lstatSync(path).isSymbolicLink()).toBe(true);
      expect(lstatSync(join(mine, "holder")).size).toBe(4);
    },
  );

  it("is said by what it keeps from writing, with what to do", async () => {
    const command = copyOf(filled.command);
    const path = join(sourceOf(command), "refresh.lock");
    symlinkSync("/nowhere/at/all", path);
    const ran = await command.ask(["cache", "clear", "--yes"]);
    expect(ran.code).toBe(7);
    expect(ran.stderr).toContain(`cannot write ${path}: something else stands in its place`);
    expect(ran.stderr).toContain("hint: move away what stands there, or set MODELFORGE_CACHE_DIR");
  });
});

/** What only root may read or remove, the directory that the user has to own for it, and who finds it. */
const left: [what: string, put: (generation: string) => void, owned: string, args: string[]][] = [
  ["a directory nobody gets into", closed, ".", ["cache", "verify"]],
  ["a file in a directory of one's own", ownFile, ".", ["cache", "verify"]],
  [
    "a directory in which nothing can be removed",
    rootsOwn,
    ".",
    ["cache", "prune", "--max-size", "1kB"],
  ],
  ["all directories above", closedAbove, "..", ["cache", "verify"]],
];

function closed(generation: string): void {
  execFileSync("chown", ["-R", "0:0", generation]);
  chmodSync(generation, 0o700);
}

function closedAbove(generation: string): void {
  execFileSync("chown", ["0:0", join(generation, "..")]);
  chmodSync(join(generation, ".."), 0o711);
  closed(generation);
  chmodSync(join(generation, ".."), 0o700);
}

function ownFile(generation: string): void {
  execFileSync("chown", ["0:0", join(generation, "body.br")]);
}

function rootsOwn(generation: string): void {
  execFileSync("chown", ["-R", "0:0", generation]);
  execFileSync("chmod", ["-R", "a+rX", generation]);
}

describe.skipIf(!canBeStranger())(
  "the command that gives back what root has left (skipped where root cannot become another)",
  () => {
    it.each(left)("names what this user has to own: %s", async (_, put, owned, args) => {
      const command = copyOf(filled.command);
      execFileSync("chown", ["-R", "64321:64321", command.home]);
      const generation = join(sourceOf(command), "generations", filled.older);
      put(generation);
      // what a link leads to is not given to anybody
      const outside = join(command.home, "outside");
      writeFileSync(outside, "root's");
      symlinkSync(outside, join(generation, "link"));
      const ran = await command.ask(args, {}, asStranger);
      const mend = /(sudo chown .*) gives it back/.exec(ran.stderr)?.[1] ?? "";
      const directory = join(generation, owned);
      expect(mend).toBe(`sudo chown -R "$(id -u)" '${directory}' && chmod -R u+rwX '${directory}'`);
      execFileSync("sh", ["-c", mend.replace("sudo ", "").replace("$(id -u)", "64321")]);
      expect((await command.ask(args, {}, asStranger)).stderr).not.toContain("left out");
      expect(lstatSync(outside).uid).toBe(0);
    });
  },
);

describe.skipIf(!canBeStranger())(
  "what cache verify counts (skipped where root cannot become another)",
  () => {
    const counts: [what: string, at: (files: Filled) => string, checked: number][] = [
      ["all generations can be read", () => "", 2],
      ["the body of one cannot", ({ older }) => `generations/${older}/body.br`, 1],
      ["what was worked out of one cannot", ({ older }) => directoriesOf(older)[1], 2],
      ["a part of that cannot", ({ older }) => `${directoriesOf(older)[1]}/wire.jsonl`, 2],
      ["the manifest of one cannot", ({ older }) => `generations/${older}/manifest.json`, 1],
      ["one cannot", ({ older }) => `generations/${older}`, 1],
      ["the one that answers cannot", ({ generation }) => `generations/${generation}`, 1],
      ["none can", () => "generations", 0],
    ];

    it.each(counts)("is what it could read, and the rest is named: %s", async (_, at, checked) => {
      const command = copyOf(filled.command);
      execFileSync("chown", ["-R", "64321:64321", command.home]);
      const path = at(filled) === "" ? undefined : join(sourceOf(command), at(filled));
      if (path !== undefined) {
        execFileSync("chown", ["0:0", path]);
        chmodSync(path, lstatSync(path).isDirectory() ? 0o700 : 0o600);
      }
      const ran = await command.ask(["cache", "verify", "--json"], {}, asStranger);
      const { result } = answerOf<{
        checked: number;
        damages: unknown[];
        unreadable: { path: string; problem: string }[];
      }>(ran);
      expect([ran.code, result.checked, result.damages]).toEqual([0, checked, []]);
      expect(result.unreadable.map((one) => one.path.startsWith(path ?? "nothing"))).toEqual(
        path === undefined ? [] : [true],
      );
    });
  },
);

describe("what no other user keeps from being looked at or removed", () => {
  it.skipIf(!canMount())(
    "is said in the words of the system where it is read-only, and nothing is to be given back (skipped where nothing can be mounted)",
    async () => {
      const command = copyOf(filled.command);
      const cache = command.env.MODELFORGE_CACHE_DIR;
      const under = afterMounting(
        `mount --bind "${cache}" "${cache}" && mount -o remount,ro,bind "${cache}"`,
      );
      for (const args of [
        ["cache", "prune", "--max-size", "1kB"],
        ["cache", "clear", "--yes"],
      ]) {
        const ran = await command.ask(args, {}, under);
        expect([args, ran.code, ran.stderr]).toEqual([
          args,
          7,
          expect.stringContaining("the file system is read-only"),
        ]);
        expect(ran.stderr).toContain(
          "hint: set MODELFORGE_CACHE_DIR to a directory you can write to",
        );
        expect(ran.stderr).not.toMatch(/sudo|this user/);
      }
    },
  );

  it("is what a process with too few descriptors has to say of itself", async () => {
    let said = "";
    for (let few = 19; few < 40; few += 1) {
      const command = copyOf(filled.command);
      const under = ["sh", "-c", `ulimit -n ${few} && exec "$@"`, "sh"];
      const ran = await command.ask(["cache", "verify"], {}, under);
      expect([few, ran.stdout + ran.stderr]).toEqual([
        few,
        expect.not.stringMatching(/sudo|this user|^damaged|defect/m),
      ]);
      said += ran.stderr;
    }
    expect(said).toContain("allow more with ulimit -n");
  });
});

describe.skipIf(!canBeStranger())(
  "a lock that a run as root has left in a user's cache (skipped where root cannot become another)",
  () => {
    const locked = (): { command: Command; lock: string } => {
      const command = copyOf(filled.command);
      execFileSync("chown", ["-R", "64321:64321", command.home]);
      const lock = join(sourceOf(command), "refresh.lock");
      mkdirSync(lock, { mode: 0o700 });
      return { command, lock };
    };
    const longAgo = (lock: string): void => utimesSync(lock, 1, 1);

    it("is no obstacle where nothing is in it", async () => {
      const { command, lock } = locked();
      longAgo(lock);
      const ran = await command.ask(["cache", "clear", "--yes"], {}, asStranger);
      expect([ran.code, ran.stderr]).toEqual([0, ""]);
    });

    it.each([
      ["cache", "clear", "--yes"],
      ["cache", "restore", "OLDER"],
    ])("is named with the command that removes it: %s %s", async (...words) => {
      const { command, lock } = locked();
      writeFileSync(join(lock, "holder"), "", { mode: 0o600 });
      longAgo(lock);
      const args = words.map((word) => (word === "OLDER" ? filled.older : word));
      const ran = await command.ask(args, {}, asStranger);
      expect([ran.code, ran.stderr]).toEqual([7, expect.stringContaining(lock)]);
      const [, mend = "false"] = /^hint: sudo (rm -r .*) removes it$/m.exec(ran.stderr) ?? [];
      expect(mend).toBe(`rm -r '${lock}'`);
      execFileSync("sh", ["-c", mend]);
      expect((await command.ask(args, {}, asStranger)).code).toBe(0);
    });
  },
);
