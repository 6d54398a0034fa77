import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsdown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../cli/command.ts";

const processes = 16;
const turns = 25;
const place = mkdtempSync(join(tmpdir(), "modelforge-contention-"));

/** Takes the lock again and again; two holders at once would meet at a file that only one can make. */
const contender = `
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { takeLock } from "./lock.mjs";
const [lock, witness, turns, risk] = process.argv.slice(2);
const moment = (ms) => new Promise((resolve) => setTimeout(resolve, Math.random() * ms));
const lives = (id) => {
  try {
    return !/\\) [ZX]/.test(readFileSync("/proc/" + id + "/stat", "latin1"));
  } catch {
    return false;
  }
};
for (let turn = 0; turn < turns; turn += 1) {
  let taken;
  while ((taken = takeLock(lock)) === undefined) await moment(4);
  try {
    writeFileSync(witness, String(process.pid), { flag: "wx" });
  } catch {
    // of one that was killed while it held the lock
    if (lives(readFileSync(witness, "utf8"))) console.log("two at once");
    writeFileSync(witness, String(process.pid));
  }
  await moment(2);
  if (Math.random() < risk) process.kill(process.pid, "SIGKILL");
  rmSync(witness);
  await taken.release();
}
`;

beforeAll(async () => {
  await build({
    config: false,
    cwd: root,
    entry: { lock: "src/system/real/lock.ts" },
    outDir: place,
    format: "esm",
    platform: "node",
    dts: false,
    clean: false,
    logLevel: "silent",
  });
  writeFileSync(join(place, "contender.mjs"), contender);
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

async function contend(lock: string, risk: number) {
  const ended = { killed: 0, failed: 0, said: "" };
  const runs = Array.from({ length: processes }, async () => {
    const args = [join(place, "contender.mjs"), lock, `${lock}-witness`, String(turns), `${risk}`];
    const child = spawn(process.execPath, args);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (ended.said += text));
    }
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on("close", (...how) => resolve(how)),
    );
    if (signal === "SIGKILL") ended.killed += 1;
    else if (code !== 0) ended.failed += 1;
  });
  await Promise.all(runs);
  return ended;
}

describe(`${processes} processes that take a lock ${turns} times each`, () => {
  it("hold it one at a time, and leave nothing behind", async () => {
    const lock = join(place, "calm.lock");
    expect(await contend(lock, 0)).toEqual({ killed: 0, failed: 0, said: "" });
    expect(readdirSync(place).filter((name) => name.startsWith("calm"))).toEqual([]);
  });

  it("hold it one at a time where any of them may be killed while it holds it", async () => {
    const { killed, ...others } = await contend(join(place, "killed.lock"), 0.05);
    expect(killed).toBeGreaterThan(0);
    expect(others).toEqual({ failed: 0, said: "" });
  });
});
