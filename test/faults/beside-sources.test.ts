import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { census } from "./foreign.ts";
import { type Filled, fill } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

function put(command: Command, names: readonly string[]): string[] {
  const paths = names.map((name) => join(command.home, name));
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "mine");
  }
  return paths;
}

const clear = ["cache", "clear", "--yes"];

describe("what is somebody's above the caches of sources", () => {
  it.each([[[]], [["--all"]]])("is left and told of, once: cache clear %j", async (flags) => {
    const command = copyOf(filled.command);
    const paths = put(command, [
      "cache/notes.txt",
      "cache/v1/notes.txt",
      "state/notes.txt",
      "state/catalog/notes.txt",
    ]);
    const before = census(paths);
    const ran = await copyOf(command).ask([...clear, ...flags]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(
      ran.stdout.match(/left what is not ModelForge's: .*\/notes\.txt and 3 more\n/g),
    ).toHaveLength(1);
    const { kept } = answerOf<{ kept: string[] }>(
      await command.ask([...clear, ...flags, "--json"]),
    ).result;
    expect(kept).toEqual(paths);
    expect(census(paths)).toEqual(before);
  });

  it("is not what else of ModelForge's lies there: its other directories, its configuration", async () => {
    const command = copyOf(filled.command);
    const { MODELFORGE_CACHE_DIR: cache } = command.env;
    const more = {
      MODELFORGE_STATE_DIR: join(cache, "notes/mine"),
      MODELFORGE_CONFIG_DIR: cache,
    };
    expect((await command.ask(["config", "set", "catalog.ttl", "2h"], more)).code).toBe(0);
    expect((await command.ask(["info", "openai/gpt-5"], more)).code).toBe(0);
    const ran = await command.ask([...clear, "--all", "--json"], more);
    expect(answerOf<{ kept: string[] }>(ran).result.kept).toEqual([]);
  });
});
