import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CatalogAccess } from "../../src/modelsdev/client.ts";
import { preparedName, type Room } from "../../src/modelsdev/disk/names.ts";
import { Remover } from "../../src/modelsdev/disk/remover.ts";
import type { Store } from "../../src/modelsdev/disk/store.ts";
import { readSettings } from "../../src/modelsdev/settings.ts";
import { createSystem } from "../../src/system/real/system.ts";
import { copyOf } from "../cli/command.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow } from "./harms.ts";
import { type Filled, fill, priceIn } from "./one-life.ts";

const machine = createSystem();
let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

function remove(store: Store, room: Room, name: string): void {
  new Remover(store, machine, "removes").kept(room, name);
}

/** What another process may do to the catalog that a question has just opened. */
const others: [name: string, act: (store: Store, name: string) => void][] = [
  [
    "removes what was worked out of it",
    (store, name) => remove(store, "prepared", preparedName(name)),
  ],
  [
    "removes it",
    (store, name) => {
      remove(store, "prepared", preparedName(name));
      remove(store, "generations", name);
    },
  ],
  ["clears everything", (store) => void new Remover(store, machine, "removes").all()],
];

describe("a catalog that another process takes away while a question reads it", () => {
  it.each(others)("(it %s) answers all the same, and nobody calls it damaged", async (_, act) => {
    const command = copyOf(filled.command);
    const settings = {
      ...readSettings(machine.environment, machine.files),
      source: standIn.url,
      cacheDirectory: command.env.MODELFORGE_CACHE_DIR,
      stateDirectory: join(command.home, "state"),
    };
    using access = new CatalogAccess(machine, settings);
    for (let round = 0; round < 2; round += 1) {
      let isFirst = true;
      const { result, warnings } = await access.ask({}, (view) => {
        const name = access.store?.readPointer()?.generation ?? "";
        if (isFirst && access.store !== undefined) act(access.store, name);
        isFirst = false;
        return view.findModel("openai/gpt-5")?.price?.input;
      });
      expect([result, warnings]).toEqual([2, []]);
    }
    expect(filesBelow(command.env.MODELFORGE_CACHE_DIR).join()).not.toContain("quarantine");
    expect(await priceIn(command)).toBe(2);
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
  });
});
