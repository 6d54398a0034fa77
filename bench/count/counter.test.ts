import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ownNode } from "../nodes/node.ts";
import { startCounter } from "./counter.ts";
import { cpuMs, measurePairs, runOnce } from "./pairs.ts";

const hasPython = spawnSync("python3", ["--version"]).status === 0;
const cwd = process.cwd();
const env = {};
const busyMs = 300;
/** Works as long as that by its own clock for CPU time, so that a busy machine makes it no longer. */
const busy = `let used; do used = process.cpuUsage(); while (used.user + used.system < ${busyMs * 1000});`;
const startsBusy = `require("node:child_process")
  .spawn(process.execPath, ["-e", ${JSON.stringify(busy)}], { detached: true, stdio: "ignore" }).unref()`;

async function counted(script: string) {
  const counter = await startCounter();
  if (counter === undefined) throw new Error("there is no python3");
  try {
    return await counter.run({ argv: [ownNode.path, "-e", script], env, cwd });
  } finally {
    counter.stop();
  }
}

describe.skipIf(!hasPython)("the counter", () => {
  it("counts the CPU time and the memory of a command, and reads what it says", async () => {
    const ended = await counted(`process.stdout.write("ä"); console.error("b"); ${busy}`);
    expect(ended).toMatchObject({ code: 0, stdout: "ä", stderr: "b\n", others: [] });
    expect(cpuMs(ended)).toBeGreaterThan(busyMs);
    expect(ended.wallMs).toBeGreaterThan(busyMs);
    expect(ended.peakBytes).toBeGreaterThan(1024 ** 2);
  });

  it("gives the code of a command that fails", async () => {
    expect(await counted("process.exit(3)")).toMatchObject({ code: 3 });
  });

  it.skipIf(process.platform !== "linux")(
    "waits for what outlives a command, and counts it apart",
    async () => {
      const ended = await counted(startsBusy);
      expect(ended.others).toHaveLength(1);
      expect(cpuMs(ended)).toBeLessThan(busyMs);
      expect(cpuMs(ended, true)).toBeGreaterThan(busyMs);
    },
  );

  it("says what cannot be started, and goes on", async () => {
    const counter = await startCounter();
    await expect(counter?.run({ argv: ["/no/such/program"], env, cwd })).rejects.toThrow(/No such/);
    expect(await counter?.run({ argv: [ownNode.path, "-e", "0"], env, cwd })).toMatchObject({
      code: 0,
    });
    counter?.stop();
  });

  it("refuses a command that says something else than it should, or fails", async () => {
    const counter = await startCounter();
    if (counter === undefined) throw new Error("there is no python3");
    const run = { node: ownNode, env, cwd, expected: /^right$/ };
    await expect(runOnce(counter, { ...run, args: ["-p", "'wrong'"] })).rejects.toThrow(/wrong/);
    await expect(runOnce(counter, { ...run, args: ["-e", "throw 1"] })).rejects.toThrow(/exit 1/);
    counter.stop();
  });

  it("gives a command as times a bare Node, by pairs in turn", async () => {
    const counter = await startCounter();
    if (counter === undefined) throw new Error("there is no python3");
    const args = ["-e", `${busy} console.log("done")`];
    const figures = await measurePairs(
      counter,
      { node: ownNode, args, env, cwd, expected: /done/ },
      3,
    );
    counter.stop();
    expect(figures.c.median).toBeGreaterThan(1);
    expect(figures.c.p10).toBeLessThanOrEqual(figures.c.p90);
    expect(figures.cpuMs.ours).toBeGreaterThan(busyMs);
  });
});
