import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bin, createCommand, ended } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog());
});

afterAll(() => standIn.stop());

const isRoot = process.getuid?.() === 0;
const mounts: string[] = [];

/** A small file system of its own; false where this machine does not allow it. */
function mount(directory: string, options: string): boolean {
  mkdirSync(directory, { recursive: true });
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", directory]);
  if (status === 0) mounts.push(directory);
  return status === 0;
}

afterAll(() => {
  for (const directory of mounts) execFileSync("umount", [directory]);
});

const canMount = isRoot && mount(join(createCommand({}).home, "probe"), "size=64k");

function rightAnswer(stdout: string): void {
  expect(JSON.parse(stdout)).toMatchObject({ result: { ref: "openai/gpt-5" } });
}

describe("the answer still comes", () => {
  it.skipIf(!canMount)(
    "from a read-only cache directory (skipped where tmpfs cannot be mounted)",
    async () => {
      const { ask, env } = createCommand({ MODELFORGE_URL: standIn.url });
      expect(mount(env.MODELFORGE_CACHE_DIR, "size=1m,ro")).toBe(true);
      const { code, stdout, stderr } = await ask(["info", "openai/gpt-5", "--json"]);
      expect(code).toBe(0);
      rightAnswer(stdout);
      expect(stderr).toMatch(/could not be kept .*read-only/);
    },
  );

  it.skipIf(!canMount)("from a full disk (skipped where tmpfs cannot be mounted)", async () => {
    const { ask, env } = createCommand({ MODELFORGE_URL: standIn.url });
    expect(mount(env.MODELFORGE_CACHE_DIR, "size=16k")).toBe(true);
    for (let again = 0; again < 2; again += 1) {
      const { code, stdout, stderr } = await ask(["info", "openai/gpt-5", "--json"]);
      expect(code).toBe(0);
      rightAnswer(stdout);
      expect(stderr).toContain("the disk is full");
    }
  });

  it("without HOME and without any directory named", async () => {
    const { start } = createCommand({ MODELFORGE_URL: standIn.url });
    const child = start(["info", "openai/gpt-5", "--json"], {
      HOME: "/nonexistent-home",
      MODELFORGE_CACHE_DIR: "",
      MODELFORGE_STATE_DIR: "",
    });
    const { code, stdout } = await ended(child);
    expect(code).toBe(0);
    rightAnswer(stdout);
  });

  it("where the cache directory is a file", async () => {
    const { ask, env } = createCommand({ MODELFORGE_URL: standIn.url });
    writeFileSync(env.MODELFORGE_CACHE_DIR, "in the way");
    const { code, stdout, stderr } = await ask(["info", "openai/gpt-5", "--json"]);
    expect([code, stderr]).toEqual([0, expect.stringContaining("could not be kept")]);
    rightAnswer(stdout);
  });

  it("from the snapshot where the directory may not be written", () => {
    const { home, env } = createCommand({ MODELFORGE_OFFLINE: "1" });
    chmodSync(home, 0o500);
    const { status, stdout } = spawnSync(
      process.execPath,
      [bin, "info", "openai/gpt-4o", "--json"],
      {
        env,
        encoding: "utf8",
      },
    );
    chmodSync(home, 0o700);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ catalog: { origin: "snapshot" } });
  });
});

describe("what is written", () => {
  it("belongs to its owner alone", async () => {
    const { ask, env } = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await ask(["info", "openai/gpt-5"])).code).toBe(0);
    const listing = execFileSync("find", [
      env.MODELFORGE_CACHE_DIR,
      env.MODELFORGE_STATE_DIR,
      "-printf",
      "%m %y\n",
    ]);
    for (const line of listing.toString().trim().split("\n"))
      expect(["700 d", "600 f"]).toContain(line);
  });
});
