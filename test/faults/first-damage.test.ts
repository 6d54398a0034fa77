import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow, harms } from "./harms.ts";
import { directoriesOf } from "./one-life.ts";

// what these make of a file that info has met before them stands in damage.test.ts
const questions = [["list"], ["search", "gpt"], ["providers"]];

let standIn: StandIn;
let filled: Command;
let store: string;
let files: string[];

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = createCommand({ MODELFORGE_URL: standIn.url });
  for (const edition of [1, 2]) {
    standIn.serve("/api.json", smallCatalog(edition));
    expect((await filled.ask(["refresh-cache"])).code).toBe(0);
  }
  const path = (await filled.ask(["cache", "path", "--source"])).stdout.trim();
  const status = await filled.ask(["cache", "status", "--json"]);
  const { generation } = answerOf<{ generation: string }>(status).result;
  store = relative(filled.env.MODELFORGE_CACHE_DIR, path);
  const own = directoriesOf(generation);
  files = filesBelow(path).filter(
    (file) => file === "current.json" || own.some((directory) => file.startsWith(`${directory}/`)),
  );
  expect(files.length).toBeGreaterThan(10);
});

afterAll(() => standIn.stop());

describe("a question that is the first to meet a file", () => {
  for (const [name, harm] of harms.filter(([name]) => /short|bit/.test(name))) {
    it.concurrent.each(questions)(
      `${name} answers rightly, whichever file it is: %s`,
      async (...question) => {
        const args = [...question, "--json"];
        const right = answerOf(await filled.ask(args)).result;
        for (const file of files) {
          const damaged = copyOf(filled);
          harm(join(damaged.env.MODELFORGE_CACHE_DIR, store, file));
          expect([file, answerOf(await damaged.ask(args)).result]).toEqual([file, right]);
        }
      },
    );
  }
});
