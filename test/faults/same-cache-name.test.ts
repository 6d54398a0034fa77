import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rotatingSum } from "../../src/system/real/checksum.ts";
import { createCommand } from "../cli/command.ts";
import { StandIn } from "../stand-in/stand-in.ts";

/** Two of many names that the short sum in a cache's name cannot tell apart. */
function pairOf(addressOf: (name: string) => string): [string, string] {
  const seen = new Map<number, string>();
  for (let at = 0; ; at += 1) {
    const name = `v${at}`;
    const sum = rotatingSum(Buffer.from(addressOf(name)));
    const other = seen.get(sum);
    if (other !== undefined) return [other, name];
    seen.set(sum, name);
  }
}

const catalogAt = (input: number) => ({
  acme: {
    id: "acme",
    name: "Acme",
    models: { one: { id: "one", name: "One", cost: { input, output: 2 * input } } },
  },
});

let standIn: StandIn;
beforeAll(async () => {
  standIn = await StandIn.start();
});
afterAll(() => standIn.stop());

describe("two sources whose caches would have the same name", () => {
  it("keep a cache each on the network, whichever was there first", async () => {
    const [first, second] = pairOf((name) => `${standIn.url}/${name}/api.json`);
    const command = createCommand({});
    standIn.serve(`/${first}/api.json`, catalogAt(1));
    standIn.serve(`/${second}/api.json`, catalogAt(9));
    const ask = async (name: string, ...args: string[]) => {
      const from = { MODELFORGE_URL: `${standIn.url}/${name}` };
      const { stdout, stderr } = await command.ask(["info", "acme/one", "--json", ...args], from);
      const answer = JSON.parse(stdout) as {
        result: { price: { input: number } };
        catalog: { source: string };
      };
      return [answer.result.price.input, answer.catalog.source, stderr];
    };
    const right = [
      [1, `${standIn.url}/${first}`, ""],
      [9, `${standIn.url}/${second}`, ""],
    ];
    const both = async (...args: string[]) => [
      await ask(first, ...args),
      await ask(second, ...args),
    ];
    expect(await both()).toEqual(right);
    expect(await both("--offline")).toEqual(right);
    expect(await both("--refresh")).toEqual(right);
    expect(await both("--offline")).toEqual(right);
    expect(readdirSync(join(command.env.MODELFORGE_CACHE_DIR, "v1"))).toHaveLength(2);
    const names = (name: string) =>
      command.run(["complete", "--", "info", "acme/"], {
        MODELFORGE_URL: `${standIn.url}/${name}`,
      });
    expect([names(first).stdout, names(second).stdout].map((text) => text.split("\n")[0])).toEqual([
      "acme/one",
      "acme/one",
    ]);
  });

  it("keep a cache each where they are files, and one that is not there is not answered for by the other", () => {
    const command = createCommand({});
    const pathOf = (name: string) => join(command.home, name, "cat.json");
    const [first, second] = pairOf(pathOf);
    mkdirSync(join(command.home, first));
    writeFileSync(pathOf(first), JSON.stringify(catalogAt(1)));
    const ask = (name: string) =>
      command.run(["info", "acme/one", "--json"], { MODELFORGE_URL: pathOf(name) });
    expect(ask(first).code).toBe(0);
    expect([ask(second).code, ask(second).stdout]).toEqual([7, ""]);
    mkdirSync(join(command.home, second));
    writeFileSync(pathOf(second), JSON.stringify(catalogAt(9)));
    expect(ask(second).stdout).toContain('"input":9');
    expect(ask(first).stdout).toContain('"input":1');
  });
});
