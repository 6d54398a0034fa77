import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { cacheClear } from "../operations/cache-clear/cache-clear.ts";
import { cachePrune } from "../operations/cache-prune/cache-prune.ts";
import { cacheRestore } from "../operations/cache-restore/cache-restore.ts";
import { cacheVerify } from "../operations/cache-verify/cache-verify.ts";
import type { Operation } from "../operations/operation.ts";
import type { Files, System } from "../system/ports.ts";
import { createSystem } from "../system/real/system.ts";
import { CatalogAccess } from "./client.ts";
import type { Store } from "./disk/store.ts";
import { readSettings } from "./settings.ts";

const homes = mkdtempSync(join(tmpdir(), "modelforge-beside-"));
const real = createSystem();
let home: string;
let made = 0;

afterAll(() => rmSync(homes, { recursive: true, force: true }));

beforeEach(() => {
  made += 1;
  home = join(homes, String(made));
  mkdirSync(home);
});

/** A file as source, which needs no server. Sizes stay the same from one price to the next. */
function write(name: string, price: number): string {
  const model = { id: "one", name: "One", cost: { input: price, output: price } };
  const path = join(home, name);
  writeFileSync(
    path,
    JSON.stringify({ maker: { id: "maker", name: "Maker", models: { one: model } } }),
  );
  utimesSync(path, new Date(0), new Date(0));
  return path;
}

/** Whoever asks about the file; `files` is what its files are like at the moment. */
function accessTo(
  source: string,
  files: Partial<Files> = {},
): { access: CatalogAccess; machine: System } {
  const machine = { ...real, files: { ...real.files, ...files } };
  const settings = {
    ...readSettings({ ...real.environment, get: () => undefined }, real.files),
    source,
    cacheDirectory: join(home, "cache"),
    stateDirectory: join(home, "state"),
    timeoutMs: 200,
  };
  return { access: new CatalogAccess(machine, settings), machine };
}

async function priceIn({ access }: ReturnType<typeof accessTo>) {
  const { result, warnings } = await access.ask(
    {},
    (view) => view.findModel("maker/one")?.price?.input,
  );
  access.close();
  return [result, warnings.map(({ code }) => code)];
}

const run = <Input, Result>(
  one: ReturnType<typeof accessTo>,
  operation: Operation<Input, Result>,
  input: Input,
) => operation(one, input, {});

function storeOf({ access }: ReturnType<typeof accessTo>): Store {
  if (access.store === undefined) throw new Error("it has a place");
  return access.store;
}

/** Files where another process is faster each time this one is about to take the lock. */
const beforeLock = (act: () => unknown): Partial<Files> => ({
  lock: async (path) => {
    await act();
    return real.files.lock(path);
  },
});

describe("beside a clear", () => {
  it("a file that was only touched is noted for no generation that is gone", async () => {
    const source = write("catalog-file.json", 1);
    expect(await priceIn(accessTo(source))).toEqual([1, []]);
    // its number and its change are others
    rmSync(source);
    write("catalog-file.json", 1);
    const clear = () => run(accessTo(source), cacheClear, {});
    expect(await priceIn(accessTo(source, beforeLock(clear)))).toEqual([1, []]);
    // what was cleared meanwhile does not come back
    const store = storeOf(accessTo(source));
    expect([store.generationNames(), store.readPointer()]).toEqual([[], undefined]);
    expect(await priceIn(accessTo(source))).toEqual([1, []]);
  });

  it("a catalog that goes while it is read is no damage, and its source is read again", async () => {
    const source = write("catalog-file.json", 1);
    const one = accessTo(source);
    let asked = 0;
    const answer = await one.access.ask({}, (view) => {
      asked += 1;
      if (asked === 2) rmSync(storeOf(one).directory, { recursive: true });
      return view.findModel("maker/one")?.price?.input;
    });
    expect([answer.result, answer.warnings]).toEqual([1, []]);
    const stored = accessTo(source);
    let reads = 0;
    const again = await stored.access.ask({}, (view) => {
      reads += 1;
      if (reads === 1) rmSync(storeOf(stored).directory, { recursive: true });
      return view.findModel("maker/one")?.price?.input;
    });
    expect([again.result, again.warnings, reads]).toEqual([1, [], 2]);
  });

  it("a restore says that its generation is not there, and points nowhere", async () => {
    // a file is not restored; a catalog of an address is, wherever it came from
    const source = write("catalog-file.json", 1);
    await priceIn(accessTo(source));
    const address = "https://m.example/catalog.json";
    const { cacheDirectory } = storeOf(accessTo(source));
    const key = storeOf(accessTo(address)).sourceKey;
    real.files.rename(storeOf(accessTo(source)).directory, `${cacheDirectory}/v1/${key}`);
    const store = storeOf(accessTo(address));
    const [generation = ""] = store.generationNames();
    const clear = () => run(accessTo(address), cacheClear, {});
    const restoring = run(accessTo(address, beforeLock(clear)), cacheRestore, { generation });
    await expect(restoring).rejects.toMatchObject({ code: "generation.not-found" });
    expect(store.readPointer()).toBeUndefined();
    expect(store.generationNames()).toEqual([]);
  });

  it("cache verify calls nothing damaged that went while it was looked at", async () => {
    const source = write("catalog-file.json", 1);
    await priceIn(accessTo(source));
    let lists = 0;
    const one = accessTo(source, {
      list: (path) => {
        const names = real.files.list(path);
        lists += path.endsWith("/generations") ? 1 : 0;
        if (lists === 1 && path.endsWith("/generations")) {
          rmSync(storeOf(accessTo(source)).directory, { recursive: true });
        }
        return names;
      },
    });
    const { result } = await run(one, cacheVerify, {});
    expect(result).toEqual({ checked: 0, damages: [], unreadable: [] });
  });

  it("waits for who is at the cache, and touches nothing until then", async () => {
    const source = write("catalog-file.json", 1);
    await priceIn(accessTo(source));
    const store = storeOf(accessTo(source));
    const lock = await store.lock();
    await expect(run(accessTo(source), cacheClear, {})).rejects.toMatchObject({
      code: "cache.busy",
    });
    expect(store.generationNames()).toHaveLength(1);
    await lock?.release();
    await run(accessTo(source), cacheClear, {});
    expect(real.files.info(store.directory)).toBeUndefined();
  });
});

describe("beside somebody who is at the cache", () => {
  it("a file that changed is read and not kept, without a word", async () => {
    const source = write("catalog-file.json", 1);
    await priceIn(accessTo(source));
    const store = storeOf(accessTo(source));
    const before = store.readPointer();
    const lock = await store.lock();
    write("catalog-file.json", 2);
    expect(await priceIn(accessTo(source))).toEqual([2, []]);
    expect(store.readPointer()).toEqual(before);
    await lock?.release();
    expect(await priceIn(accessTo(source))).toEqual([2, []]);
    expect(store.readPointer()).not.toEqual(before);
  });

  it("a clean-up leaves that cache as it is, and the others fit as far as they can", async () => {
    const [first, second] = [write("catalog-one.json", 1), write("catalog-two.json", 1)];
    for (const price of [1, 2, 3]) {
      for (const name of ["catalog-one.json", "catalog-two.json"])
        await priceIn(accessTo(write(name, price)));
    }
    const busy = storeOf(accessTo(second));
    const before = [busy.generationNames(), busy.preparedNames()];
    expect(before.map(({ length }) => length)).toEqual([3, 2]);
    const lock = await busy.lock();
    await run(accessTo(first), cachePrune, { maxBytes: 1 });
    expect([busy.generationNames(), busy.preparedNames()]).toEqual(before);
    expect(storeOf(accessTo(first)).generationNames()).toHaveLength(1);
    await lock?.release();
    await run(accessTo(first), cachePrune, { maxBytes: 1 });
    expect(busy.generationNames()).toHaveLength(1);
    expect(await priceIn(accessTo(second))).toEqual([3, []]);
  });
});
