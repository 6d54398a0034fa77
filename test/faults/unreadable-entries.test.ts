import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, type Ran } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { asStranger, canBeStranger } from "../cli/under.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow } from "./harms.ts";
import { directoriesOf, type Filled, fill, priceOf } from "./one-life.ts";

const question = ["info", "openai/gpt-5", "--json"];
const stranger = "64321:64321";
let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

/** A cache that belongs to another user, who runs every command; what is put into it by root stays root's. */
function ofStranger(): {
  command: Command;
  source: string;
  ask: (...args: string[]) => Promise<Ran>;
} {
  const command = copyOf(filled.command);
  execFileSync("chown", ["-R", stranger, command.home]);
  const source = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source);
  return { command, source, ask: (...args) => command.ask(args, {}, asStranger) };
}

/** What a run with sudo leaves, each at another place. */
const leftByRoot: [name: string, path: (at: Filled) => string, put: (path: string) => void][] = [
  ["a folder in quarantine", () => "quarantine/0123456789abcdef-2-1-1-abc", locked],
  ["all of quarantine", () => "quarantine", locked],
  ["all of what was refused", () => "refused", locked],
  ["a generation", () => "generations/0123456789abcdef-2", locked],
  ["an older generation", ({ older }) => `generations/${older}`, lockAll],
  ["what was worked out of it", ({ generation }) => directoriesOf(generation)[1], lockAll],
  ["what was worked out of an older one", ({ older }) => directoriesOf(older)[1], lockAll],
  ["what is half written", () => "generations/.new-4711-1-abc", locked],
  ["the cache of another source", () => "../other.example-01234567", locked],
  ["the code of an earlier version", () => "../../code", locked],
];

function locked(path: string): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  execFileSync("chown", [stranger, dirname(path)]);
  mkdirSync(path, { mode: 0o700 });
  writeFileSync(join(path, "body.br"), "root's");
}

function lockAll(path: string): void {
  execFileSync("chown", ["-R", "root:root", path]);
  chmodSync(path, 0o700);
}

describe.skipIf(!canBeStranger())(
  "one entry that only another user may look at (skipped where root cannot become one)",
  () => {
    it.concurrent.each(leftByRoot)(
      "%s: every command goes on, counts it, and says what mends it",
      async (_, place, put) => {
        const { ask, source } = ofStranger();
        const path = join(source, place(filled));
        put(path);
        const said: string[] = [];
        const run = async (...args: string[]): Promise<Ran> => {
          const ran = await ask(...args);
          expect([args, ran.code, ran.stderr]).toEqual([
            args,
            0,
            expect.not.stringMatching(/damaged|defect|not kept/),
          ]);
          said.push(ran.stderr);
          return ran;
        };
        expect(priceOf(await run(...question))).toBe(2);
        await run("cache", "status");
        await run("cache", "verify");
        await run("cache", "history");
        await run("cache", "prune", "--max-size", "1kB", "--dry-run");
        await run("cache", "prune", "--max-size", "1kB");
        await run("refresh-cache");
        expect(priceOf(await run(...question))).toBe(2);
        await run("cache", "clear", "--yes");
        expect(priceOf(await run(...question))).toBe(2);
        await run("cache", "clear", "--all", "--yes");
        // where nothing else is left to remove, nothing of what was asked for is done
        const again = await ask("cache", "clear", "--all", "--yes");
        if (!path.includes("/code")) {
          expect(again.code).toBe(7);
          expect(again.stderr).toContain("nothing could be removed from");
          expect(again.stderr).toContain(`hint: sudo chown -R "$(id -u)" '${path}'`);
        }
        expect(priceOf(await run(...question))).toBe(2);
        expect(said.join("")).toContain(`sudo chown -R "$(id -u)" '${path}'`);
        expect(said.join("")).toMatch(/^warning: 1 entry was left out/m);
        // the command that is named mends it
        const mend = /(sudo chown .*) gives it back/.exec(said.join(""))?.[1] ?? "false";
        execFileSync("sh", ["-c", mend.replace("sudo ", "").replace("$(id -u)", "64321")]);
        expect((await ask("cache", "clear", "--all", "--yes")).stderr).toBe("");
      },
    );

    it("that is no part of the cache is not even looked at", async () => {
      const { ask, source } = ofStranger();
      for (const path of ["mine", `generations/${filled.older}/mine`, "../mine", "../../mine"]) {
        locked(join(source, path));
      }
      for (const args of [["cache", "status"], ["cache", "prune"], ["refresh-cache"]]) {
        const ran = await ask(...args);
        expect([args, ran.code, ran.stderr]).toEqual([args, 0, ""]);
      }
    });

    it("that is a part, the manifest or the pointer costs no answer and is not called damaged", async () => {
      const [generation, prepared] = directoriesOf(filled.generation);
      for (const file of [
        "current.json",
        `${generation}/manifest.json`,
        `${generation}/sums.bin`,
        `${prepared}/manifest.json`,
        `${prepared}/columns.bin`,
        `${prepared}/lookup.bin`,
        `${prepared}/models.jsonl`,
        `${prepared}/wire.jsonl`,
      ]) {
        const { ask, source } = ofStranger();
        execFileSync("chown", ["root:root", join(source, file)]);
        for (const args of [
          question,
          ["list", "--json", "--status=all"],
          ["search", "gpt", "--json"],
        ]) {
          const ran = await ask(...args);
          expect([file, args, ran.code, ran.stderr]).toEqual([
            file,
            args,
            0,
            expect.not.stringMatching(/damaged|repaired|defect/),
          ]);
          if (args === question) expect([file, priceOf(ran)]).toEqual([file, 2]);
        }
        const quarantined = readdirSync(source).includes("quarantine");
        expect([file, quarantined]).toEqual([file, false]);
      }
    });

    it("that is the whole cache of the source is fetched for this answer, and refresh-cache says that it cannot keep", async () => {
      const { ask, source } = ofStranger();
      lockAll(source);
      const ran = await ask(...question);
      expect(answerOf(ran).warnings.map(({ code }) => code)).toEqual(
        expect.arrayContaining(["cache.unreadable", "cache.unwritable"]),
      );
      expect(priceOf(ran)).toBe(2);
      expect((await ask("refresh-cache")).code).toBe(7);
      for (const name of ["status", "verify", "history", "prune"]) {
        const calm = await ask("cache", name);
        expect([name, calm.code, calm.stderr]).toEqual([
          name,
          0,
          expect.not.stringMatching(/damaged|defect/),
        ]);
      }
    });

    it("that is a pointer which cannot be removed keeps the catalogs it leads to", async () => {
      for (const flags of [[], ["--all"]]) {
        const { ask, source } = ofStranger();
        const lock = join(source, "refresh.lock");
        mkdirSync(lock);
        execFileSync("chown", [stranger, lock]);
        // whoever held it is gone
        utimesSync(lock, 1, 1);
        chmodSync(source, 0o555);
        const before = filesBelow(source);
        const ran = await ask("cache", "clear", "--yes", ...flags);
        // nothing of what was asked for is done: that is no success
        expect([flags, ran.code, ran.stdout]).toEqual([flags, 7, ""]);
        expect(ran.stderr).toContain("nothing could be removed from");
        expect(ran.stderr).toContain(
          `may not look at or remove: ${join(source, "current.json")}\n`,
        );
        expect(ran.stderr).toContain(`hint: sudo chown -R "$(id -u)" '${source}'`);
        expect(filesBelow(source)).toEqual(before);
        expect(priceOf(await ask(...question))).toBe(2);
        expect((await ask("cache", "verify")).code).toBe(0);
      }
    });

    it("that is the whole cache fails what is to change it, with the command that mends it", async () => {
      for (const readable of ["a+rX", "go-rwx"]) {
        for (const above of [false, true]) {
          const { ask, source } = ofStranger();
          const owned = above ? dirname(source) : source;
          execFileSync("chown", ["-R", "root:root", owned]);
          execFileSync("chmod", ["-R", readable, owned]);
          const before = filesBelow(source);
          const changes = [
            ["cache", "clear", "--all", "--yes"],
            ["cache", "clear", "--yes"],
            ["cache", "restore", filled.older],
            // what may not be looked at may be small enough
            ...(readable === "a+rX" ? [["cache", "prune", "--max-size", "1kB"]] : []),
          ];
          for (const args of changes) {
            const ran = await ask(...args);
            expect([args, ran.code, ran.stdout]).toEqual([args, 7, ""]);
            expect(ran.stderr).toContain(owned);
            expect([args, ran.stderr]).toEqual([
              args,
              expect.stringContaining(`hint: sudo chown -R "$(id -u)" '${owned}`),
            ]);
          }
          expect(filesBelow(source)).toEqual(before);
          const dry = await ask("cache", "prune", "--max-size", "1kB", "--dry-run");
          expect([readable, dry.code]).toEqual([readable, 0]);
        }
      }
    });

    it("that is a generation is no damage to cache history, which says what cache status says of it", async () => {
      for (const lock of ["generations/OLDER", "generations/OLDER/manifest.json"]) {
        const { ask, source } = ofStranger();
        lockAll(join(source, lock.replace("OLDER", filled.older)));
        const history = answerOf<{ name: string; damage: string | null }[]>(
          await ask("cache", "history", "--json"),
        );
        expect(history.result.map(({ name, damage }) => [name, damage])).toEqual([
          [filled.generation, null],
          [filled.older, null],
        ]);
        expect(history.warnings).toEqual([
          {
            code: "cache.skipped",
            message: expect.stringContaining(
              `sudo chown -R "$(id -u)" '${join(source, "generations", filled.older)}'`,
            ),
          },
        ]);
        if (lock.endsWith("manifest.json")) continue;
        const status = answerOf(await ask("cache", "status", "--json"));
        expect(status.warnings).toContainEqual(history.warnings[0]);
      }
    });

    it("in the notes costs the notes, and nothing else", async () => {
      const { ask, command } = ofStranger();
      lockAll(join(command.env.MODELFORGE_STATE_DIR, "catalog"));
      for (const args of [question, ["cache", "status"], ["refresh-cache"], ["cache", "prune"]]) {
        const ran = await ask(...args);
        expect([args, ran.code, ran.stderr]).toEqual([args, 0, ""]);
      }
    });
  },
);

describe.skipIf(!canBeStranger())("an entry that its owner may not look at", () => {
  it("is mended by the command that is named, too (skipped where root cannot become another)", async () => {
    const { ask, source } = ofStranger();
    const path = join(source, "quarantine", "0123456789abcdef-2-1-1-abc");
    mkdirSync(path, { recursive: true });
    execFileSync("chown", ["-R", stranger, join(source, "quarantine")]);
    chmodSync(path, 0o000);
    const { stderr } = await ask("cache", "status");
    const mend = /(sudo chown .*) gives it back/.exec(stderr)?.[1] ?? "false";
    execFileSync("sh", ["-c", mend.replace("sudo ", "").replace("$(id -u)", "64321")]);
    expect((await ask("cache", "status")).stderr).toBe("");
  });
});
