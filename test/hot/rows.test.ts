import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hotWords } from "../../scripts/scripts-of-the-command.ts";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { documentedLines, madeLines } from "./lines.ts";

let standIn: StandIn;
let prepared: Command;
/** Of which nothing can be worked out for good: every command begins with the rows. */
let rows: Command;

const sourceOf = ({ env }: Command): string => {
  const store = join(env.MODELFORGE_CACHE_DIR, "v1");
  return join(store, readdirSync(store)[0] ?? "");
};

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", recordedCatalog.read("api.json"));
  standIn.serve("/models.json", recordedCatalog.read("models.json"));
  prepared = createCommand({ MODELFORGE_URL: standIn.url, OPENAI_API_KEY: "sk-test" });
  expect((await prepared.ask(["refresh-cache"])).code).toBe(0);
  rows = copyOf(prepared);
  rmSync(join(sourceOf(rows), "prepared"), { recursive: true });
  writeFileSync(join(sourceOf(rows), "prepared"), "");
});

afterAll(() => standIn.stop());

const ageless = (ran: { stdout: string; stderr: string }) => ({
  ...ran,
  stdout: ran.stdout
    .replaceAll(/"ageSeconds":\s*\d+/g, '"ageSeconds":0')
    .replaceAll(/"fetchedAt":\s*"[^"]+"/g, '"fetchedAt":"…"'),
  stderr: ran.stderr.replaceAll(/\d+ seconds? old|just now/g, "new"),
});

async function expectSame(lines: readonly (readonly string[])[]): Promise<void> {
  const waiting = [...lines];
  const work = async (): Promise<void> => {
    for (let words = waiting.shift(); words !== undefined; words = waiting.shift()) {
      const [fromRows, fromPrepared] = [await rows.ask(words), await prepared.ask(words)];
      expect({ words, ...ageless(fromRows) }).toEqual({ words, ...ageless(fromPrepared) });
    }
  };
  await Promise.all([work(), work()]);
}

describe("a catalog of which only the rows are there", () => {
  it("answers byte for byte as the one that is worked out, every line the pages and the help show", async () => {
    const lines = (await documentedLines()).filter(([first = ""]) => hotWords.includes(first));
    expect(lines.length).toBeGreaterThan(60);
    await expectSame(lines);
  }, 180_000);

  it("answers byte for byte as the one that is worked out, every flag, format and mistake", async () => {
    const made = madeLines().filter((words) => !words.includes("--refresh"));
    expect(made.length).toBeGreaterThan(350);
    // all of them where time is no matter
    const step = process.env.MODELFORGE_TEST_EVERY === undefined ? 4 : 1;
    await expectSame(made.filter((_, at) => at % step === 0));
  }, 600_000);

  it("stays so: what was worked out on the way was not kept", () => {
    expect(statSync(join(sourceOf(rows), "prepared")).isFile()).toBe(true);
  });
});
