import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { preparedName } from "../../src/modelsdev/disk/names.ts";
import { type Command, createCommand, type Ran } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import type { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow, flipBit } from "./harms.ts";

/** A cache with the generation that answers and an older one. */
export interface Filled {
  command: Command;
  /** Name of the source's directory. */
  source: string;
  generation: string;
  older: string;
}

export async function fill(standIn: StandIn, command?: Command): Promise<Filled> {
  const filled = command ?? createCommand({ MODELFORGE_URL: standIn.url });
  for (const edition of [1, 2]) {
    standIn.serve("/api.json", smallCatalog(edition));
    const { code, stderr } = await filled.ask(["refresh-cache"]);
    expect([code, stderr]).toEqual([0, ""]);
  }
  const history = await filled.ask(["cache", "history", "--json"]);
  const names = answerOf<{ name: string }[]>(history).result.map(({ name }) => name);
  const [generation = "", older = ""] = names;
  const keys = readdirSync(join(filled.env.MODELFORGE_CACHE_DIR, "v1"));
  const source = keys.find((key) => /^127\.0\.0\.1-[0-9a-f]{8}$/.test(key)) ?? "";
  return { command: filled, source, generation, older };
}

/** Of a generation, and of what this version worked out of it, below the directory of their source. */
export function directoriesOf(generation: string): [generation: string, prepared: string] {
  return [`generations/${generation}`, `prepared/${preparedName(generation)}`];
}

/** The price that tells the edition. */
export function priceOf(ran: Ran): number {
  return answerOf<{ price: { input: number } }>(ran).result.price.input;
}

export async function priceIn(command: Command): Promise<number> {
  const ran = await command.ask(["info", "openai/gpt-5", "--json"]);
  expect(ran.stderr).not.toMatch(/defect/);
  return priceOf(ran);
}

/** Every command that writes or removes, with damage to repair in between; what answers is right. */
export async function liveThrough(command: Command, older: string): Promise<void> {
  const write = async (...args: string[]): Promise<void> => {
    const ran = await command.ask(args);
    // something of somebody else's in the way: 7; a generation that is not there: 3
    expect([args, ran.code]).toEqual([args, expect.toBeOneOf([0, 3, 7])]);
    expect([args, ran.stderr]).toEqual([args, expect.not.stringMatching(/defect/)]);
  };
  await write("refresh-cache");
  await write("cache", "restore", older);
  const cache = command.env.MODELFORGE_CACHE_DIR;
  for (const part of filesBelow(cache).filter((path) => path.endsWith("/models.jsonl"))) {
    // what is shorter is somebody's own
    if (lstatSync(join(cache, part)).size > 1_000) flipBit(join(cache, part));
  }
  expect(await priceIn(command)).toBeLessThan(3);
  await write("refresh-cache");
  await write("cache", "prune", "--max-size", "1kB");
  expect(await priceIn(command)).toBeLessThan(3);
  await write("cache", "clear", "--yes");
  expect(await priceIn(command)).toBe(2);
  await write("cache", "clear", "--all", "--yes");
  expect(await priceIn(command)).toBe(2);
}
