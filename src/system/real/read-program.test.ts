import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { readProgram } from "./read-program.ts";

const shell = (script: string) => ["/bin/sh", "-c", script];
const how = { directory: "/", timeoutMs: 5_000 };

/** What is dead and not yet buried runs no more. */
function runs(pid: string): boolean {
  try {
    const state = execFileSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" }).trim();
    return state !== "" && !state.startsWith("Z");
  } catch {
    return false;
  }
}

const gone = (pids: readonly string[]) =>
  vi.waitFor(() => expect(pids.filter(runs)).toEqual([]), { timeout: 5_000 });

describe.skipIf(process.platform === "win32")("a program that starts others", () => {
  it("is ended with all of them when it is late", async () => {
    const read = await readProgram(shell("sleep 77 & echo $!; sleep 78 & echo $!; wait"), {
      ...how,
      timeoutMs: 300,
    });
    expect(read?.code).toBeNull();
    const pids = read?.text.trim().split("\n") ?? [];
    expect(pids).toHaveLength(2);
    await gone(pids);
  });

  it("is done when it ends, whoever else still holds what it printed to", async () => {
    const listening = process.listenerCount("SIGINT");
    const read = await readProgram(shell("sleep 79 & echo $! >&2; printf key"), how);
    expect(read).toMatchObject({ code: 0, text: "key", isTooLong: false });
    const left = (read?.errors ?? "").trim();
    // an agent that it started for later is not ours to end
    expect(runs(left)).toBe(true);
    process.kill(Number(left));
    expect(process.listenerCount("SIGINT")).toBe(listening);
  });

  it("is read whole although its last words came just before its end", async () => {
    const read = await readProgram(shell("sleep 79 & echo $! >&2; printf '%060000d' 7"), how);
    process.kill(Number((read?.errors ?? "").trim()));
    expect([read?.code, read?.text.length]).toEqual([0, 60_000]);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "is ended with all of them by the %s that this process is sent",
    async (signal) => {
      const directory = mkdtempSync(join(tmpdir(), "modelforge-"));
      const other = () => undefined;
      process.on(signal, other);
      // shells let what runs in the background ignore Ctrl-C
      const script = "sleep 77 & echo $! >pids; sleep 78 & echo $! >>pids; touch begun; wait";
      const reading = readProgram(shell(script), { ...how, directory });
      await vi.waitFor(() => expect(existsSync(join(directory, "begun"))).toBe(true));
      process.emit(signal, signal);
      expect((await reading)?.code).toBe(1);
      process.off(signal, other);
      await gone(readFileSync(join(directory, "pids"), "utf8").trim().split("\n"));
      rmSync(directory, { recursive: true });
    },
  );
});
