import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { partNames } from "../../src/catalog/prepared/parts.ts";
import {
  type GenerationFile,
  type Manifest,
  manifestFile,
  sumsFile,
} from "../../src/modelsdev/disk/manifest.ts";
import { headOf, preparedName } from "../../src/modelsdev/disk/names.ts";
import { seal, unseal } from "../../src/modelsdev/disk/sealed.ts";
import { sumFiles } from "../../src/modelsdev/disk/sums.ts";
import { realCodec } from "../../src/system/real/codec.ts";
import { type Command, copyOf } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { flipBit } from "./harms.ts";
import { directoriesOf, type Filled, fill, priceIn } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

beforeEach(() => {
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

interface Earlier {
  command: Command;
  /** The directory of the source. */
  source: string;
  generation: string;
  older: string;
}

/** The cache as a version left it that kept what it worked out beside the body. */
function asOf(layout: number): Earlier {
  const command = copyOf(filled.command);
  const source = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source);
  const older = asOne(source, filled.older, layout);
  const generation = asOne(source, filled.generation, layout);
  const path = join(source, "current.json");
  const pointer = unseal(readFileSync(path), realCodec) as object;
  writeFileSync(path, seal({ ...pointer, generation }, realCodec));
  rmSync(join(source, "prepared"), { recursive: true });
  return { command, source, generation, older };
}

function asOne(source: string, name: string, layout: number): string {
  const [now, prepared] = directoriesOf(name).map((one) => join(source, one)) as [string, string];
  const manifest = unseal(readFileSync(join(now, manifestFile)), realCodec) as Manifest;
  const files = new Map<GenerationFile, Uint8Array>([
    ...partNames
      .filter((part) => existsSync(join(prepared, part)))
      .map((part) => [part, readFileSync(join(prepared, part))] as const),
    ["body.br", readFileSync(join(now, "body.br"))],
  ]);
  const { entries, sums } = sumFiles(files, realCodec);
  const earlier = `${headOf(name)}-${layout}`;
  const directory = join(source, "generations", earlier);
  mkdirSync(directory, { mode: 0o700 });
  for (const [file, bytes] of files) writeFileSync(join(directory, file), bytes);
  writeFileSync(join(directory, sumsFile), new Uint8Array(sums.buffer));
  const sealed = seal({ ...manifest, prepared: layout, files: entries }, realCodec);
  writeFileSync(join(directory, manifestFile), sealed);
  rmSync(now, { recursive: true });
  return earlier;
}

const verified = async (command: Command): Promise<[code: number | null, stdout: string]> => {
  const { code, stdout } = await command.ask(["cache", "verify"]);
  return [code, stdout];
};

describe.each([2, 3])("generations of a version with layout %i", (layout) => {
  it("answer without a request and in silence, worked out again once", async () => {
    const { command, source, generation } = asOf(layout);
    const prepared = join(source, "prepared", preparedName(generation));
    const made = new Set<number>();
    for (const args of [
      ["info", "openai/gpt-5"],
      ["list", "--status=all"],
      ["search", "gpt"],
      ["providers"],
    ]) {
      const ran = await command.ask([...args, "--json"]);
      const right = await filled.command.ask([...args, "--json"]);
      expect([answerOf(ran).result, answerOf(ran).warnings, ran.stderr]).toEqual([
        answerOf(right).result,
        [],
        "",
      ]);
      made.add(statSync(prepared).ino);
    }
    expect([made.size, standIn.requests]).toEqual([1, []]);
    expect(readdirSync(source)).not.toContain("quarantine");
  });

  it("are listed by their names, and restored", async () => {
    const { command, generation, older } = asOf(layout);
    const history = await command.ask(["cache", "history", "--json"]);
    expect(answerOf(history).result).toMatchObject([
      { name: generation, isCurrent: true, damage: null },
      { name: older, isCurrent: false, damage: null },
    ]);
    const restored = await command.ask(["cache", "restore", older]);
    expect([restored.code, restored.stderr]).toEqual([0, ""]);
    expect([await priceIn(command), standIn.requests]).toEqual([1, []]);
  });

  it("are confirmed by their source like any other", async () => {
    const { command, generation } = asOf(layout);
    const ran = await command.ask(["refresh-cache"]);
    expect([ran.code, ran.stderr, ran.stdout]).toEqual([
      0,
      "",
      expect.stringContaining("has nothing newer"),
    ]);
    const status = await command.ask(["cache", "status", "--json"]);
    expect(answerOf(status).result).toMatchObject({ generation });
    expect(await priceIn(command)).toBe(2);
  });

  it("are cut down to their bodies, then removed, each named once, and what is left answers", async () => {
    const { command, source, generation, older } = asOf(layout);
    // one has been worked out again, and has parts in two places
    expect((await command.ask(["cache", "restore", older])).code).toBe(0);
    expect(await priceIn(command)).toBe(1);
    expect((await command.ask(["cache", "restore", generation])).code).toBe(0);
    const key = filled.source;
    const { result: before } = answerOf<{ bytes: number }>(
      await command.ask(["cache", "prune", "--max-size", "1GB", "--json"]),
    );
    const part = statSync(join(source, "generations", older, "wire.jsonl"));
    const limit = String(before.bytes - part.size);
    const roomy = await command.ask(["cache", "prune", "--json", "--max-size", limit]);
    expect(answerOf(roomy).result).toMatchObject({ reduced: [`${key}/${older}`], removed: [] });
    expect(readdirSync(join(source, "generations", older)).sort()).toEqual([
      "body.br",
      "manifest.json",
      "sums.bin",
    ]);
    expect(await verified(command)).toEqual([0, "2 generations are as they were written\n"]);
    const tight = await command.ask(["cache", "prune", "--json", "--max-size", "1kB"]);
    expect(answerOf(tight).result).toMatchObject({
      reduced: [`${key}/${generation}`],
      removed: [`${key}/${older}`],
    });
    expect(await verified(command)).toEqual([0, "1 generation is as it was written\n"]);
    expect([await priceIn(command), standIn.requests]).toEqual([2, []]);
  });

  it("are verified to the last byte, and healed by the next refresh", async () => {
    const { command, source, generation } = asOf(layout);
    expect(await verified(command)).toEqual([0, "2 generations are as they were written\n"]);
    flipBit(join(source, "generations", generation, "wire.jsonl"));
    expect(await verified(command)).toEqual([
      8,
      expect.stringContaining(`${generation}/wire.jsonl is not as it was written`),
    ]);
    // nothing that answers is read there
    const ran = await command.ask(["info", "openai/gpt-5"]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect((await verified(command))[0]).toBe(0);
    expect(await priceIn(command)).toBe(2);
  });

  it("that have lost their manifest are worked out from the body, which is said once", async () => {
    const { command, source, generation } = asOf(layout);
    flipBit(join(source, "generations", generation, manifestFile));
    const ran = await command.ask(["info", "openai/gpt-5", "--json"]);
    expect(answerOf(ran).result).toMatchObject({ price: { input: 2 } });
    expect(answerOf(ran).warnings.map(({ code }) => code)).toEqual([
      "cache.damaged",
      "cache.repaired",
    ]);
    expect((await command.ask(["info", "openai/gpt-5"])).stderr).toBe("");
    expect([(await verified(command))[0], standIn.requests]).toEqual([0, []]);
  });

  it("give way to what their source sends next", async () => {
    const { command, source, generation } = asOf(layout);
    standIn.serve("/api.json", smallCatalog(3));
    expect((await command.ask(["refresh-cache"])).stderr).toBe("");
    expect(await priceIn(command)).toBe(3);
    expect(readdirSync(join(source, "generations"))).toContain(generation);
    standIn.serve("/api.json", smallCatalog(2));
  });
});
