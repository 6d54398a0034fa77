import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow, harms } from "./harms.ts";

const question = ["list", "--provider", "openai", "--json"];
let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog());
});

afterAll(() => standIn.stop());

describe("the prepared snapshot with one file", () => {
  const snapshotOf = ({ env }: Command): string => join(env.MODELFORGE_CACHE_DIR, "v1", "snapshot");
  let offline: Command;

  beforeAll(async () => {
    offline = createCommand({ MODELFORGE_OFFLINE: "1" });
    expect(answerOf(await offline.ask(question)).catalog.origin).toBe("snapshot");
    expect(filesBelow(snapshotOf(offline))).toContain("current.json");
  });

  // two of the harms stand for all: damage.test.ts has the rest
  const some = harms.filter(([name]) => /short|directory/.test(name));
  it.concurrent.each(some)("%s answers as before, twice, whichever file it is", async (_, harm) => {
    const right = answerOf(await offline.ask(question));
    for (const file of filesBelow(snapshotOf(offline))) {
      const damaged = copyOf(offline);
      harm(join(snapshotOf(damaged), file));
      // the second question meets what the first has repaired
      for (let times = 0; times < 2; times += 1) {
        const { result, catalog } = answerOf(await damaged.ask(question));
        expect([file, result]).toEqual([file, right.result]);
        expect(catalog).toMatchObject({ origin: "snapshot", digest: right.catalog.digest });
      }
    }
  });
});

describe("a note that is", () => {
  it.concurrent.each(harms)("%s harms nobody, whichever note it is", async (_, harm) => {
    const filled = createCommand({ MODELFORGE_URL: standIn.url });
    const right = answerOf(await filled.ask(question));
    const notes = filesBelow(filled.env.MODELFORGE_STATE_DIR);
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) {
      const damaged = copyOf(filled);
      harm(join(damaged.env.MODELFORGE_STATE_DIR, note));
      const ran = await damaged.ask(question);
      expect([note, answerOf(ran).result]).toEqual([note, right.result]);
      expect(ran.stderr).not.toMatch(/^(warning|error):/m);
      for (const args of [["cache", "status"], ["refresh-cache"]]) {
        expect([note, args, (await damaged.ask(args)).code]).toEqual([note, args, 0]);
      }
    }
  });
});
