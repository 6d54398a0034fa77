import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { atClock, canSetClock } from "../cli/clock.ts";
import { copyOf, ended, type Command } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { faults, status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import {
  source,
  question,
  second,
  day,
  in2001,
  ahead,
  inBackground,
  newCommand,
  standIn,
  filled,
  requests,
  filledAt,
  ask,
  priceIn,
  warm,
  newerIn,
  storeOf,
  withClocks,
} from "./clock-setting.ts";

withClocks();

describe.skipIf(!canSetClock())(
  "a clock with something at its edge (skipped where libfaketime is missing)",
  () => {
    it("that stands a moment before and after MODELFORGE_TTL decides what --if-stale does: 0 requests, then 1", async () => {
      const command = newCommand({ MODELFORGE_TTL: "1h" });
      expect((await command.ask(["refresh-cache"], atClock("@2026-06-01 12:00:00"))).code).toBe(0);
      expect(requests()).toBe(1);
      const ifStale = ["refresh-cache", "--if-stale", "--json"];
      const before = answerOf(await command.ask(ifStale, atClock("@2026-06-01 12:59:40")));
      expect([before.result, requests()]).toEqual([
        expect.objectContaining({ outcome: "fresh" }),
        0,
      ]);
      const after = answerOf(await command.ask(ifStale, atClock("@2026-06-01 13:00:30")));
      expect([after.result, requests()]).toEqual([
        expect.objectContaining({ outcome: "unchanged" }),
        1,
      ]);
      // all of it is stale at once
      const never = { MODELFORGE_TTL: "0s" };
      const { catalog } = await ask(command, "@2026-06-01 13:00:40", question, never);
      expect(catalog.stale).toBe(true);
      expect(catalog.ageSeconds).toBeGreaterThanOrEqual(0);
      expect(requests()).toBe(0);
    });

    it.each(ahead)(
      "that was %s ahead when a lock was left keeps nobody waiting: 1 request, at once",
      async (_, clock) => {
        const command = copyOf(filled);
        standIn.order(source, faults.noAnswer);
        const killed = command.start(["refresh-cache"], atClock(clock));
        await standIn.arrived(source, 1);
        killed.kill("SIGKILL");
        await ended(killed);
        const lock = join(await storeOf(command), "refresh.lock");
        expect(existsSync(lock)).toBe(true);
        // version 0.1.0 leaves no word about the holder
        const old = copyOf(filled);
        const oldLock = join(await storeOf(old), "refresh.lock");
        mkdirSync(oldLock);
        const offset =
          Number.parseInt(clock.slice(1), 10) * (clock.endsWith("d") ? day : 60 * second);
        for (const path of [lock, oldLock]) {
          const at = new Date(Date.now() + offset);
          utimesSync(path, at, at);
        }
        standIn.requests.length = 0;
        for (const one of [command, old]) {
          const started = Date.now();
          expect((await one.ask(["refresh-cache"])).code).toBe(0);
          expect(Date.now() - started).toBeLessThan(4 * second);
          expect(requests()).toBe(1);
        }
      },
    );

    it.each(ahead)(
      "that was %s ahead leaves a catalog that --offline answers from, and says so: 0 requests",
      async (_, clock) => {
        const command = await filledAt(clock);
        const offline = [...question, "--offline"];
        const { catalog, result, stderr } = await ask(command, undefined, offline, inBackground);
        expect(catalog).toMatchObject({ origin: "cache", stale: true, ageSeconds: null });
        expect(result.price.input).toBe(1);
        expect(stderr).toContain(
          "dated ahead of this clock; modelforge refresh-cache refreshes it",
        );
        const page = await command.ask(["cache", "status"]);
        expect(page.stdout).toMatch(/fetched +20\d\d-.*Z \(dated ahead of this clock, stale; /);
        expect(`${page.stdout}${page.stderr}`).not.toMatch(/-\d+ (second|minute|hour|day)/);
        const verbose = await command.ask(["list", "--offline", "--verbose", "--limit", "1"]);
        expect(verbose.stderr).toContain("(cache, dated ahead of this clock, sha256:");
        expect(requests()).toBe(0);
      },
    );

    it("that was ahead leaves no leftovers for ever, and none of this moment goes: 1 request", async () => {
      const command = copyOf(filled);
      const store = await storeOf(command);
      const left: [path: string, aheadMs: number, stays: boolean][] = [
        ["generations/.new-4711-1-aaaaaa", 10 * 365 * day, false],
        ["generations/.new-4711-2-bbbbbb", 11 * 60 * second, false],
        ["generations/.new-4711-3-cccccc", 60 * second, true],
        ["generations/.gone-4711-4-dddddd", day, false],
        ["quarantine/current.json-4711-5-eeeeee", 365 * day, false],
        ["quarantine/current.json-4711-6-ffffff", day, true],
        ["current.json.4711-7-gggggg.tmp", day, false],
      ];
      for (const [path, aheadMs] of left) {
        mkdirSync(join(store, path, ".."), { recursive: true });
        if (path.startsWith("generations")) mkdirSync(join(store, path));
        else writeFileSync(join(store, path), "");
        const at = new Date(Date.now() + aheadMs);
        utimesSync(join(store, path), at, at);
      }
      standIn.serve(source, smallCatalog(2));
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      expect(left.map(([path]) => existsSync(join(store, path)))).toEqual(
        left.map(([, , stays]) => stays),
      );
      expect(requests()).toBe(1);
    });

    it("that runs ahead leaves what was restored where it is: 0 requests, and 1 for refresh-cache", async () => {
      const command = copyOf(filled);
      const { digest } = (await ask(command)).catalog;
      standIn.serve(source, smallCatalog(2));
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      expect((await command.ask(["cache", "restore", digest])).code).toBe(0);
      requests();
      for (const clock of ["+1d", "+3653d", undefined, in2001]) {
        const { catalog, result, stderr } = await warm(command, clock);
        expect([clock, result.price.input]).toEqual([clock, 1]);
        if (clock !== undefined) expect(catalog.stale).toBe(true);
        expect(stderr).not.toContain("background");
      }
      expect(requests()).toBe(0);
      expect((await command.ask(["refresh-cache"], atClock("+3653d"))).code).toBe(0);
      expect([await priceIn(command), requests()]).toEqual([2, 1]);
    });

    it.each([
      ["failed", { code: "network.timed-out", message: "it was not done" }],
      ["started", null],
      ["done", null],
    ])(
      "that was ahead when a refresh was noted as %s keeps no other from starting: 1 request",
      async (state, error) => {
        const command = copyOf(filled);
        const notes = join(command.env.MODELFORGE_STATE_DIR, "catalog");
        const [key = ""] = readdirSync(notes);
        const at = new Date(Date.now() + 3 * day).toISOString();
        writeFileSync(join(notes, key, "last-refresh.json"), JSON.stringify({ at, state, error }));
        standIn.serve(source, smallCatalog(2));
        const { stderr } = await warm(command, "+2d");
        expect(stderr).toContain("it is being refreshed in the background");
        await newerIn(command, "+2d");
        expect(requests()).toBe(1);
      },
    );

    it("that stands in 2001 waits as long as a server asks for by its own clock: 2 requests", async () => {
      const command = copyOf(filled);
      const now = Date.now();
      const date = (ms: number): string => new Date(now + ms).toUTCString();
      standIn.order(source, status(503, { date: date(0), "retry-after": date(2 * second) }));
      const started = Date.now();
      expect((await command.ask(["refresh-cache"], atClock(in2001))).code).toBe(0);
      expect(Date.now() - started).toBeGreaterThan(second);
      expect(requests()).toBe(2);
    });
  },
);

describe.skipIf(!canSetClock())(
  "the package's snapshot (skipped where libfaketime is missing)",
  () => {
    let programs = 0;

    /** The command from a package whose snapshot is of the server in this test. */
    function commandOf(takenAt: string): Command & { program: string } {
      const command = newCommand();
      programs += 1;
      const program = join(command.home, `dist-${programs}`);
      cpSync(join(import.meta.dirname, "../../dist"), program, { recursive: true });
      const path = join(program, "snapshot/snapshot.json");
      const about = JSON.parse(readFileSync(path, "utf8")) as object;
      writeFileSync(path, JSON.stringify({ ...about, standsFor: standIn.url, takenAt }));
      return { ...command, program: join(program, "bin.js") };
    }

    /** `node <program> …` instead of the built command. */
    async function run(
      { ask, program }: ReturnType<typeof commandOf>,
      args: string[],
      clock?: string,
    ) {
      const under = ["sh", "-c", 'node=$1; shift 2; exec "$node" "$0" "$@"', program];
      const variables = clock === undefined ? {} : atClock(clock);
      return ask(args, variables, under);
    }

    it("is not young because the clock stands before its day: 1 request", async () => {
      const command = commandOf(new Date().toISOString());
      const { catalog } = answerOf(await run(command, question, in2001));
      expect([catalog.origin, requests()]).toEqual(["network", 1]);
      const fresh = commandOf(new Date().toISOString());
      const now = answerOf(await run(fresh, ["list", "--limit", "1", "--json"]));
      expect([now.catalog.origin, requests()]).toEqual(["snapshot", 0]);
    });

    it("does not replace a newer catalog that was fetched in 2001: 1 request, then 0", async () => {
      const command = commandOf("2026-01-01T00:00:00.000Z");
      expect((await run(command, ["refresh-cache"], in2001)).code).toBe(0);
      expect(requests()).toBe(1);
      for (const args of [question, [...question, "--offline"]]) {
        const { catalog } = answerOf(await run(command, args));
        expect([catalog.origin, catalog.stale]).toEqual(["cache", true]);
      }
      expect(requests()).toBe(0);
      // confirmed by the same clock, and by one that is right
      for (const clock of [in2001, undefined]) {
        expect((await run(command, ["refresh-cache"], clock)).code).toBe(0);
        expect(answerOf(await run(command, [...question, "--offline"])).catalog.origin).toBe(
          "cache",
        );
        expect(requests()).toBe(1);
      }
    });

    it("has no age below zero where the clock stands before its day: 0 requests", async () => {
      const command = commandOf(new Date().toISOString());
      const ran = await run(command, ["list", "--limit", "1", "--json", "--offline"], in2001);
      expect(answerOf(ran).catalog).toMatchObject({
        origin: "snapshot",
        ageSeconds: null,
        stale: true,
      });
      expect(ran.stderr).toContain("dated ahead of this clock");
      expect(requests()).toBe(0);
    });
  },
);
