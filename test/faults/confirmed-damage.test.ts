import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { preparedName } from "../../src/modelsdev/disk/names.ts";
import { type Command, copyOf } from "../cli/command.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { flipBit } from "./harms.ts";
import { type Filled, fill, priceIn } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;
let command: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

beforeEach(() => {
  command = copyOf(filled.command);
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

const store = (): string => join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source);
/** Of a body a bit, of what was worked out every byte: what nobody reads is not looked at. */
function spoil(generation: string, file: string): void {
  if (file === "body.br") return flipBit(join(store(), "generations", generation, file));
  const path = join(store(), "prepared", preparedName(generation), file);
  writeFileSync(
    path,
    readFileSync(path).map((byte) => byte ^ 4),
  );
}
const refreshed = async (): Promise<string> => {
  const { code, stdout, stderr } = await command.ask(["refresh-cache"]);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
};
const verified = async (): Promise<number | null> => (await command.ask(["cache", "verify"])).code;

describe("a catalog that a source confirms", () => {
  it("is still found damaged when it is read, and answers rightly", async () => {
    for (const file of ["models.jsonl", "lookup.bin"]) spoil(filled.generation, file);
    expect(await refreshed()).toContain("has nothing newer");
    expect(standIn.count("/api.json", 304)).toBe(1);
    const before = standIn.requests.length;
    expect(await priceIn(command)).toBe(2);
    expect(await priceIn(command)).toBe(2);
    expect(standIn.requests).toHaveLength(before);
    expect(await verified()).toBe(0);
  });

  it("is fetched anew where the bytes that the source sent are not as they were", async () => {
    spoil(filled.generation, "body.br");
    await refreshed();
    expect(standIn.count("/api.json", 200)).toBe(1);
    expect(await verified()).toBe(0);
  });

  it("is not taken for what cache verify has found damaged, nor are older ones kept", async () => {
    spoil(filled.generation, "search.bin");
    spoil(filled.older, "wire.jsonl");
    expect(await verified()).toBe(8);
    // what the source sent is whole: all else is worked out of it again
    expect(await refreshed()).toContain("has nothing newer");
    expect(await verified()).toBe(0);
    const names = readdirSync(join(store(), "prepared"));
    expect(names).not.toContain(preparedName(filled.older));
    expect(await priceIn(command)).toBe(2);
  });

  it("has older ones looked at once damage was met while it was read", async () => {
    spoil(filled.generation, "models.jsonl");
    spoil(filled.older, "wire.jsonl");
    expect(await priceIn(command)).toBe(2);
    expect(await verified()).toBe(8);
    await refreshed();
    expect(await verified()).toBe(0);
  });
});
