import { type ChildProcess, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand, ended } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { faults, heldUntil } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const source = "/api.json";
const second = 1_000;
const ownProcesses = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"];
const canSee = existsSync("/proc/self/ns/pid");
const canUnshare = spawnSync("unshare", [...ownProcesses.slice(1), "true"]).status === 0;

let standIn: StandIn;
let filled: Command;
let children: ChildProcess[] = [];

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve(source, smallCatalog(1));
  filled = createCommand({ MODELFORGE_URL: standIn.url });
  expect((await filled.ask(["refresh-cache"])).code).toBe(0);
});

beforeEach(() => {
  standIn.serve(source, smallCatalog(2));
  standIn.requests.length = 0;
});

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
});

afterAll(() => standIn.stop());

/** A process that holds the lock while the server keeps it waiting. */
async function holding(command: Command, under: string[] = []) {
  let release = (): void => undefined;
  standIn.order(source, heldUntil(new Promise((resolve) => (release = resolve))));
  const before = standIn.count(source);
  const child = command.start(["refresh-cache"], { MODELFORGE_TIMEOUT: "100s" }, under);
  children.push(child);
  const running = ended(child);
  await standIn.arrived(source, before + 1);
  const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
  return { child, running, release, lock: join(store, "refresh.lock") };
}

/** Refreshes, and says how long that took. */
async function refresh(command: Command, timeout = "20s") {
  const started = Date.now();
  const ran = await command.ask(["refresh-cache", "--json"], { MODELFORGE_TIMEOUT: timeout });
  return { ...ran, took: Date.now() - started };
}

async function priceIn(command: Command): Promise<number> {
  const ran = await command.ask(["info", "openai/gpt-5", "--json"]);
  expect(ran.stderr).toBe("");
  return answerOf<{ price: { input: number } }>(ran).result.price.input;
}

describe.skipIf(!canSee)("a process that holds the lock (skipped where there is no /proc)", () => {
  it("and was killed keeps nobody waiting", async () => {
    const command = copyOf(filled);
    const { child, running, lock } = await holding(command);
    child.kill("SIGKILL");
    await running;
    expect(existsSync(lock)).toBe(true);
    const { code, took } = await refresh(command);
    expect(code).toBe(0);
    expect(took).toBeLessThan(4 * second);
    expect(existsSync(lock)).toBe(false);
    expect([await priceIn(command), standIn.count(source)]).toEqual([2, 2]);
  });

  it("and was killed keeps no clear, restore or prune waiting", async () => {
    for (const args of [["clear", "--yes"], ["prune"], ["restore", "5"]]) {
      const command = copyOf(filled);
      const { child, running } = await holding(command);
      child.kill("SIGKILL");
      await running;
      standIn.requests.length = 0;
      const [, digest = ""] = answerOf(
        await command.ask(["list", "--limit", "1", "--json"]),
      ).catalog.digest.split(":");
      const started = Date.now();
      const chosen = args[0] === "restore" ? ["restore", digest] : args;
      expect((await command.ask(["cache", ...chosen])).code).toBe(0);
      expect(Date.now() - started).toBeLessThan(4 * second);
    }
  });

  it("and is stopped keeps it, and goes on when it may", async () => {
    const command = copyOf(filled);
    const { child, running, release, lock } = await holding(command);
    child.kill("SIGSTOP");
    const refused = await refresh(command, "7s");
    expect([refused.code, errorOf(refused).code]).toEqual([5, "cache.busy"]);
    expect(existsSync(lock)).toBe(true);
    expect((await command.ask(["info", "openai/gpt-5"])).code).toBe(0);
    child.kill("SIGCONT");
    release();
    expect(await running).toMatchObject({ code: 0 });
    expect([await priceIn(command), standIn.count(source)]).toEqual([2, 1]);
  });

  it("and was stopped for a minute loses it, and does no harm when it goes on", async () => {
    const command = copyOf(filled);
    const { child, running, release, lock } = await holding(command);
    child.kill("SIGSTOP");
    const minuteAgo = new Date(Date.now() - 61 * second);
    utimesSync(lock, minuteAgo, minuteAgo);
    const { code, took } = await refresh(command);
    expect(code).toBe(0);
    expect(took).toBeLessThan(9 * second);
    // by then somebody else holds it
    const next = await holding(command);
    child.kill("SIGCONT");
    release();
    expect(await running).toMatchObject({ code: 0 });
    expect(existsSync(next.lock)).toBe(true);
    next.release();
    expect(await next.running).toMatchObject({ code: 0 });
    expect(await priceIn(command)).toBe(2);
    expect(await command.ask(["cache", "verify"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("finds its note as it wrote it, whatever somebody puts beside it, and goes without a word", async () => {
    const command = copyOf(filled);
    const { running, release, lock } = await holding(command);
    writeFileSync(join(lock, ".DS_Store"), "mine");
    release();
    expect(await running).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(lock, ".DS_Store"), "utf8")).toBe("mine");
    const { code, took } = await refresh(command);
    expect([code, took < 4 * second]).toEqual([0, true]);
  });
});

describe.skipIf(!canUnshare)(
  "a process elsewhere that holds the lock (skipped where unshare may not make a namespace of processes)",
  () => {
    it("keeps it while it lives, whoever has its number here", async () => {
      const command = copyOf(filled);
      const { running, release, lock } = await holding(command, ownProcesses);
      const note = JSON.parse(readFileSync(join(lock, "holder"), "utf8")) as { id: number };
      // this machine's process of that number is another
      expect(note.id).toBeLessThan(10);
      const touched = statSync(lock).mtimeMs;
      const refused = await refresh(command, "7s");
      expect(errorOf(refused).code).toBe("cache.busy");
      expect(statSync(lock).mtimeMs).toBeGreaterThan(touched);
      release();
      expect(await running).toMatchObject({ code: 0 });
      expect([await priceIn(command), standIn.count(source)]).toEqual([2, 1]);
    });

    it("and was killed there is waited for five seconds, as its number says nothing here", async () => {
      const command = copyOf(filled);
      const { child, running, lock } = await holding(command, ownProcesses);
      child.kill("SIGKILL");
      await running;
      const silent = Date.now() - statSync(lock).mtimeMs;
      const { code, took } = await refresh(command);
      expect(code).toBe(0);
      expect(took + silent).toBeGreaterThan(5 * second);
      expect(took).toBeLessThan(9 * second);
    });

    it("says nothing of itself where /proc is not its own, so that its age decides", async () => {
      const command = copyOf(filled);
      const withoutProc = ownProcesses.filter((option) => option !== "--mount-proc");
      const { release, running, lock } = await holding(command, withoutProc);
      const note = JSON.parse(readFileSync(join(lock, "holder"), "utf8")) as object;
      expect(note).toMatchObject({ machine: null });
      release();
      expect(await running).toMatchObject({ code: 0 });
    });
  },
);

describe("a lock that nobody can take", () => {
  it("is named by clear, and refresh-cache does its work without it", async () => {
    standIn.order(source);
    const command = copyOf(filled);
    const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
    writeFileSync(join(store, "refresh.lock"), "mine");
    const cleared = await command.ask(["cache", "clear", "--yes", "--json"]);
    expect([cleared.code, errorOf(cleared)]).toMatchObject([
      7,
      { code: "file.unwritable", message: expect.stringContaining("refresh.lock: something else") },
    ]);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(await priceIn(command)).toBe(2);
    expect(readFileSync(join(store, "refresh.lock"), "utf8")).toBe("mine");
  });
});

it("a refresh that nobody answers holds no lock after it has given up", async () => {
  standIn.forever(source, faults.noAnswer);
  const command = copyOf(filled);
  const failed = await refresh(command, "2s");
  expect(failed.code).toBe(5);
  standIn.order(source);
  expect((await refresh(command)).took).toBeLessThan(4 * second);
});
