import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { describeHolder, type Holder, isGone, readHolder } from "./lock-holder.ts";

const canSee = existsSync("/proc/self/ns/pid");
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function sleeper(): ChildProcess {
  const child = spawn("sleep", ["600"]);
  children.push(child);
  return child;
}

/** State and start of a process, as the system tells them. */
function statOf(id: number): { state: string | undefined; started: string | undefined } {
  const fields = readFileSync(`/proc/${id}/stat`, "latin1").split(") ").at(-1)?.split(" ") ?? [];
  return { state: fields[0], started: fields[19] };
}

function holderOf(id: number | undefined): Holder {
  if (id === undefined) throw new Error("it did not start");
  return { ...describeHolder(), id, started: statOf(id).started ?? null };
}

const note = (holder: object) => readHolder(new TextEncoder().encode(JSON.stringify(holder)));

describe.skipIf(!canSee)("a holder (skipped where there is no /proc)", () => {
  it("is there as long as this process is", () => {
    expect(isGone(describeHolder())).toBe(false);
  });

  it("is gone once it was killed", async () => {
    const child = sleeper();
    const holder = holderOf(child.pid);
    expect(isGone(holder)).toBe(false);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(isGone(holder)).toBe(true);
  });

  it("is there while it is stopped", async () => {
    const child = sleeper();
    const holder = holderOf(child.pid);
    child.kill("SIGSTOP");
    while (statOf(holder.id).state !== "T") await new Promise(setImmediate);
    expect(isGone(holder)).toBe(false);
  });

  it("is gone where it has ended and its parent never asked how", async () => {
    const parent = spawn("sh", ["-c", "sleep 600 & echo $!; exec sleep 600"]);
    children.push(parent);
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const holder = holderOf(Number(line));
    expect(isGone(holder)).toBe(false);
    process.kill(holder.id, "SIGKILL");
    while (statOf(holder.id).state !== "Z") await new Promise(setImmediate);
    expect(isGone(holder)).toBe(true);
  });

  it("is gone where another process has its number by now", () => {
    const child = sleeper();
    const holder = holderOf(child.pid);
    expect(isGone({ ...holder, started: String(Number(holder.started) - 1) })).toBe(true);
  });

  it("is neither where host, boot or a namespace is another, or nothing tells", () => {
    const holder = holderOf(sleeper().pid);
    const parts = holder.machine?.split(" ") ?? [];
    expect(parts.length).toBeGreaterThanOrEqual(3);
    for (const at of parts.keys()) {
      const machine = parts.with(at, "another").join(" ");
      expect([at, isGone({ ...holder, machine })]).toEqual([at, undefined]);
    }
    expect(isGone({ ...holder, machine: null })).toBeUndefined();
    expect(isGone({ ...holder, started: null })).toBeUndefined();
  });
});

describe("a holder's note", () => {
  it("is read as it was written", () => {
    const holder = describeHolder();
    expect(note(holder)).toEqual(holder);
  });

  it.each([
    ["nothing", ""],
    ["half of it", JSON.stringify(describeHolder()).slice(0, 30)],
    ["a number", "7"],
    ["null", "null"],
    ["zeros, as a crash of the machine leaves them", "\0".repeat(64)],
  ])("is none where the file holds %s", (_, text) => {
    expect(readHolder(new TextEncoder().encode(text))).toBeUndefined();
  });

  it.each([
    ["a name that would lead elsewhere", { name: "../../x" }],
    ["no name", { name: undefined }],
    ["a group of processes", { id: -1 }],
    ["every process of its group", { id: 0 }],
    ["half a process", { id: 1.5 }],
    ["a start that is a number", { started: 12 }],
    ["a machine that is a list", { machine: [] }],
  ])("is none where it names %s", (_, change) => {
    expect(note({ ...describeHolder(), ...change })).toBeUndefined();
  });
});
