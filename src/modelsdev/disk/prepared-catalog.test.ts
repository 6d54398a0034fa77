import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PartName, partNames, preparedVersion } from "../../catalog/prepared/parts.ts";
import { PreparedView } from "../../catalog/view.ts";
import { wireCatalog, wireModel, wireProvider } from "../../testing/catalog-builders.ts";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { manifestFile } from "./manifest.ts";
import { preparedName } from "./names.ts";
import { PreparedCatalog } from "./prepared-catalog.ts";
import { Store } from "./store.ts";
import { verifyPrepared } from "./verify-prepared.ts";
import { readGeneration } from "./read-generation.ts";
import { keepGeneration, keepPrepared, workOut } from "./write-generation.ts";

const fetchedAt = "2026-07-02T12:00:00.000Z";

interface Kept {
  system: FakeSystem;
  store: Store;
  generation: string;
  directory: string;
}

/** A catalog kept on a disk made up; `price` tells one from another. */
async function keep(price: number, system = createFakeSystem()): Promise<Kept> {
  const models = ["gpt-5", "gpt-5-mini", "vision"].map((id) => wireModel(id));
  const own = wireModel("own", { cost: { input: price, output: 9 } });
  const document = wireCatalog(wireProvider("openai", models), wireProvider("router", [own]));
  const catalog = new TextEncoder().encode(JSON.stringify(document));
  const body = { catalog, facts: undefined, etag: undefined, factsEtag: undefined };
  const read = await readGeneration(body, {
    source: "https://models.dev",
    fetchedAt,
    sequence: undefined,
    version: "1.0.0",
    codec: system.codec,
    now: 0,
  });
  const store = new Store("/cache", "models.dev-01234567", system);
  const { generation } = keepGeneration(store, read, { fetchedAt }, system);
  keepPrepared(store, await workOut(read, system.codec), system);
  return { system, store, generation, directory: store.preparedPathOf(preparedName(generation)) };
}

function open({ store, generation }: Kept): PreparedCatalog {
  const prepared = store.openPrepared(generation);
  if (prepared === undefined) throw new Error("nothing was prepared");
  return prepared;
}

function bytesOf({ system, directory }: Kept, file: string): Uint8Array {
  return new Uint8Array(system.files.read(`${directory}/${file}`) ?? []);
}

function write({ system, directory }: Kept, file: string, bytes: Uint8Array): void {
  system.files.replace(`${directory}/${file}`, bytes);
}

/** Flips a bit of a file, and back what it returns. */
function flip(kept: Kept, file: string, at: number, bit = 2): () => void {
  const bytes = bytesOf(kept, file);
  const before = bytes.slice();
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  write(kept, file, bytes);
  return () => write(kept, file, before);
}

const columnNames = [
  ...(["provider", "family", "status", "capabilities", "inputModalities"] as const),
  ...(["outputModalities", "inputPrice", "outputPrice", "context", "output", "released"] as const),
  ...(["knowledge", "ownRow", "group", "maker", "quality", "kind", "cacheRead"] as const),
  ...(["cacheWrite", "rowFrom", "free", "places"] as const),
];

const isDamaged = expect.objectContaining({ code: "cache.damaged" }) as unknown;
const find = (kept: Kept, ref: string) => new PreparedView(open(kept).parts).findModel(ref);
const failureOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe("what was worked out of a catalog, on disk", () => {
  it("is verified record by record: one that is read is found, one that nobody reads costs nothing", async () => {
    const kept = await keep(1.11);
    const lines = new TextDecoder().decode(bytesOf(kept, "models.jsonl"));
    flip(kept, "models.jsonl", lines.indexOf("vision"));
    expect(find(kept, "openai/gpt-5")?.ref).toBe("openai/gpt-5");
    expect(failureOf(() => find(kept, "openai/vision"))).toEqual(isDamaged);
    expect(verifyPrepared(open(kept), kept.system)).toEqual([isDamaged]);
  });

  it("is not looked at in files that a question does not read, missing as they may be", async () => {
    const kept = await keep(1.11);
    // all is understood: nothing is kept of what is not
    const others = partNames.filter(
      (part) => !["lookup.bin", "models.jsonl", "not-understood.json"].includes(part),
    );
    for (const part of others) kept.system.files.remove(`${kept.directory}/${part}`);
    expect(find(kept, "openai/gpt-5")?.price?.input).toBe(1);
    expect(verifyPrepared(open(kept), kept.system)).toHaveLength(others.length);
  });

  it("is found in columns wiped in one piece, however long that is, by whoever reads one of them", async () => {
    const kept = await keep(1.11);
    const read = (): (string | undefined)[] => {
      const view = new PreparedView(open(kept).parts);
      return columnNames.map((name) => {
        const column = failureOf(() => view.columns[name]);
        return ArrayBuffer.isView(column) ? Object.values(column).join() : undefined;
      });
    };
    const sound = read();
    expect(sound).not.toContain(undefined);
    const before = bytesOf(kept, "columns.bin");
    let found = 0;
    for (let from = 0; from < before.length; from += 5) {
      for (const length of [1, 9, 33, 70, 500, before.length]) {
        const bytes = before.slice().fill(from % 3 === 0 ? 0xff : 0, from, from + length);
        write(kept, "columns.bin", bytes);
        const now = read();
        for (const [at, column] of now.entries()) {
          if (column === undefined) found += 1;
          else if (column !== sound[at]) expect([columnNames[at], from, length]).toEqual([]);
        }
      }
    }
    expect(found).toBeGreaterThan(1000);
  });

  it("is found with any one bit flipped by whoever reads all of it", async () => {
    const kept = await keep(1.11);
    fc.assert(
      fc.property(fc.constantFrom(...partNames), fc.nat(), fc.nat(7), (part, at, bit) => {
        const { length } = bytesOf(kept, part);
        fc.pre(length > 0);
        const mend = flip(kept, part, at % length, bit);
        expect(verifyPrepared(open(kept), kept.system)).toEqual([isDamaged]);
        const whole = failureOf(() => open(kept).parts(part).whole());
        expect(whole).toEqual(isDamaged);
        mend();
      }),
      { seed: 20261126, numRuns: 300 },
    );
    expect(verifyPrepared(open(kept), kept.system)).toEqual([]);
  });

  it("answers rightly or fails, whichever bit is flipped of what a look-up may read", async () => {
    const kept = await keep(1.11);
    const read: PartName[] = ["lookup.bin", "models.jsonl"];
    const right = find(kept, "openai/gpt-5");
    let found = 0;
    fc.assert(
      fc.property(fc.constantFrom(...read), fc.nat(), fc.nat(7), (part, at, bit) => {
        const mend = flip(kept, part, at % bytesOf(kept, part).length, bit);
        const answer = failureOf(() => find(kept, "openai/gpt-5"));
        expect([right, isDamaged]).toContainEqual(answer);
        if (answer instanceof Error) found += 1;
        mend();
      }),
      { seed: 20261126, numRuns: 300 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it("is found in the place of another catalog's, however alike they are", async () => {
    const kept = await keep(1.11);
    const sizes = ({ directory, system }: Kept): (number | undefined)[] =>
      ["lookup.bin", "models.jsonl"].map(
        (part) => system.files.info(`${directory}/${part}`)?.bytes,
      );
    // sums are written in digits: not all have as many
    const prices = Array.from({ length: 40 }, (_, at) => (211 + at) / 100);
    const others = await Promise.all(prices.map((price) => keep(price, kept.system)));
    const alike = others.filter((one) => sizes(one).join() === sizes(kept).join());
    expect(alike).not.toEqual([]);
    for (const other of alike) {
      const mend = ["lookup.bin", "models.jsonl"].map((part) => {
        const before = bytesOf(kept, part);
        write(kept, part, bytesOf(other, part));
        return () => write(kept, part, before);
      });
      // they lead to each other, and the record that is asked for is the same in both
      expect(failureOf(() => find(kept, "openai/gpt-5"))).toEqual(isDamaged);
      expect(verifyPrepared(open(kept), kept.system)).toEqual([isDamaged, isDamaged]);
      for (const one of mend) one();
    }
    expect(find(kept, "openai/gpt-5")?.ref).toBe("openai/gpt-5");
  });

  it("is found in the place of another catalog's or another layout's as a whole", async () => {
    const kept = await keep(1.11);
    const other = await keep(2, kept.system);
    for (const file of [...partNames, manifestFile]) write(kept, file, bytesOf(other, file));
    expect(failureOf(() => open(kept))).toEqual(isDamaged);
    const later = other.directory.replace(/-\d+$/, `-${preparedVersion + 1}`);
    kept.system.files.rename(other.directory, later);
    expect(failureOf(() => PreparedCatalog.open(later, kept.system))).toEqual(isDamaged);
  });
});
