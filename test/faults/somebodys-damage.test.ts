import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { preparedName } from "../../src/modelsdev/disk/names.ts";
import { takeLock } from "../../src/system/real/lock.ts";
import { type Command, copyOf, createCommand, ended } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { heldUntil } from "../stand-in/answers.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { flipBit } from "./harms.ts";
import { type Filled, fill, priceIn } from "./one-life.ts";

let standIn: StandIn;
/** In a directory in which somebody has a file: it is not marked, and nothing in it is renamed as a whole. */
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  const command = createCommand({ MODELFORGE_URL: standIn.url });
  mkdirSync(command.env.MODELFORGE_CACHE_DIR);
  writeFileSync(join(command.env.MODELFORGE_CACHE_DIR, "mine.txt"), "mine");
  filled = await fill(standIn, command);
});

afterAll(() => standIn.stop());

interface Found {
  checked: number;
  damages: { path: string; remedy: string }[];
  unreadable: { path: string }[];
}

const sourceOf = ({ env }: Command): string => join(env.MODELFORGE_CACHE_DIR, "v1", filled.source);

async function verify(command: Command): Promise<Found & { code: number | null }> {
  const ran = await command.ask(["cache", "verify", "--json"]);
  return { code: ran.code, ...answerOf<Found>({ ...ran, code: 0 }).result };
}

async function killHolder(command: Command): Promise<void> {
  let release = (): void => undefined;
  const before = standIn.count("/api.json");
  standIn.order("/api.json", heldUntil(new Promise((resolve) => (release = resolve))));
  const child = command.start(["refresh-cache"]);
  const running = ended(child);
  await standIn.arrived("/api.json", before + 1);
  child.kill("SIGKILL");
  await running;
  release();
  standIn.order("/api.json");
  expect(existsSync(join(sourceOf(command), "refresh.lock"))).toBe(true);
}

const cutShort = (path: string): void => truncateSync(path, 100);

/** What is there and wrong. */
const wrong: [what: string, at: () => string, harm: (path: string) => void][] = [
  ["one bit of a body", () => `generations/${filled.generation}/body.br`, flipBit],
  ["a part cut short", () => `prepared/${preparedName(filled.generation)}/lookup.bin`, cutShort],
  ["a manifest cut short", () => `generations/${filled.generation}/manifest.json`, cutShort],
];
const missing: typeof wrong = [
  ["sums that are gone", () => `generations/${filled.older}/sums.bin`, rmSync],
  ["a part that is gone", () => `prepared/${preparedName(filled.generation)}/wire.jsonl`, rmSync],
];

describe("damage in a directory that is somebody's", () => {
  it.each([...wrong, ...missing])(
    "is found where a killed process has left its lock: %s",
    async (_, at, harm) => {
      const command = copyOf(filled.command);
      await killHolder(command);
      const path = join(sourceOf(command), at());
      harm(path);
      const { code, damages } = await verify(command);
      expect([code, damages.map((one) => one.path)]).toEqual([8, [path]]);
    },
  );

  it.each(wrong)("is found whoever holds the lock, where it is there: %s", async (_, at, harm) => {
    const command = copyOf(filled.command);
    const lock = takeLock(join(sourceOf(command), "refresh.lock"));
    const path = join(sourceOf(command), at());
    harm(path);
    const { code, damages } = await verify(command);
    expect([code, damages.map((one) => one.path)]).toEqual([8, [path]]);
    await lock?.release();
  });

  it.each(missing)(
    "cannot be told from what another process removes, and is not called sound: %s",
    async (_, at, harm) => {
      const command = copyOf(filled.command);
      const lock = takeLock(join(sourceOf(command), "refresh.lock"));
      const path = join(sourceOf(command), at());
      harm(path);
      const { code, damages, unreadable } = await verify(command);
      expect([code, damages, unreadable.map((one) => one.path)]).toEqual([0, [], [path]]);
      const { stdout, stderr } = await command.ask(["cache", "verify"]);
      expect(stdout).toContain("another process is at this cache");
      expect(stdout).toContain("not all of the cache could be checked");
      expect(stderr).toBe("");
      await lock?.release();
    },
  );

  it("is said by the answer that meets it, whoever has left a lock", async () => {
    const command = copyOf(filled.command);
    await killHolder(command);
    cutShort(join(sourceOf(command), `prepared/${preparedName(filled.generation)}/lookup.bin`));
    const ran = await command.ask(["info", "openai/gpt-5", "--json", "--offline"]);
    const codes = answerOf(ran).warnings.map(({ code }) => code);
    expect([ran.code, codes]).toEqual([0, ["cache.damaged", "cache.repaired"]]);
  });

  const healed: typeof wrong = [
    ["sums of the one that answers", () => `generations/${filled.generation}/sums.bin`, rmSync],
    ["a bit of an older body", () => `generations/${filled.older}/body.br`, flipBit],
    ...wrong.slice(0, 2),
    ...missing,
  ];
  it.each(healed)(
    "is mended by the refresh that verify names, where a manifest proves it: %s",
    async (_, at, harm) => {
      const command = copyOf(filled.command);
      harm(join(sourceOf(command), at()));
      const found = await command.ask(["cache", "verify"]);
      expect([found.code, found.stdout]).toEqual([
        8,
        expect.stringContaining("1 damaged; modelforge refresh-cache writes the cache anew"),
      ]);
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      const { code, damages } = await verify(command);
      expect([code, damages]).toEqual([0, []]);
      expect(await priceIn(command)).toBe(2);
      expect(readdirSync(command.env.MODELFORGE_CACHE_DIR)).toContain("mine.txt");
      const cleared = await command.ask(["cache", "clear", "--all", "--yes"]);
      expect([cleared.code, readdirSync(command.env.MODELFORGE_CACHE_DIR)]).toEqual([
        0,
        ["mine.txt"],
      ]);
    },
  );

  it.each(["generation", "older"] as const)(
    "that nothing proves is named once, with the command that removes it (%s)",
    async (which) => {
      const command = copyOf(filled.command);
      const directory = join(sourceOf(command), "generations", filled[which]);
      cutShort(join(directory, "manifest.json"));
      for (let round = 0; round < 2; round += 1) {
        const { code, stdout } = await command.ask(["cache", "verify"]);
        expect(code).toBe(8);
        expect(stdout.trim().split("\n").at(-1)).toBe(
          `1 damaged; rm -r '${directory}' removes it; nothing proves to ModelForge that it is its own`,
        );
        expect((await command.ask(["refresh-cache"])).code).toBe(0);
      }
      const { stdout } = await command.ask(["cache", "verify"]);
      const [, remove = "false"] = /; (rm -r '.*?') removes it/.exec(stdout) ?? [];
      execFileSync("sh", ["-c", remove]);
      expect(await verify(command)).toMatchObject({ code: 0, damages: [] });
      expect(await priceIn(command)).toBe(2);
    },
  );
});
