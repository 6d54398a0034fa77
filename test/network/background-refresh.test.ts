import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { heldUntil } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const canSee = existsSync("/proc/self/environ");
const source = "/api.json";
let standIn: StandIn;
let filled: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve(source, smallCatalog(1));
  filled = createCommand({
    MODELFORGE_URL: standIn.url,
    MODELFORGE_FEATURE_BACKGROUND_REFRESH: "1",
  });
  expect((await filled.ask(["refresh-cache"])).code).toBe(0);
  standIn.serve(source, smallCatalog(2));
});

beforeEach(() => {
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

/** Variables that make the catalog old, and the last try to refresh it long ago. */
const stale = ({ home }: Command) => ({
  MODELFORGE_TTL: "1ms",
  MODELFORGE_STATE_DIR: join(home, "another-state"),
});

async function priceIn({ ask }: Command): Promise<number> {
  const ran = await ask(["info", "openai/gpt-5", "--json"]);
  return answerOf<{ price: { input: number } }>(ran).result.price.input;
}

/** Asks until what was fetched in the background answers. */
async function newerIn(command: Command): Promise<void> {
  while ((await priceIn(command)) !== 2);
}

/** Processes that live in this home, told by their environment. */
function processesIn({ home }: Command): string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, "utf8").includes(home);
    } catch {
      // it has ended, or belongs to somebody else
      return false;
    }
  });
}

describe("a stale catalog", () => {
  it("answers at once, says its age, and exactly one refresh brings the newer behind its back", async () => {
    const command = copyOf(filled);
    let release = (): void => undefined;
    standIn.order(source, heldUntil(new Promise((resolve) => (release = resolve))));
    // one after the other: each of them finds the catalog stale, and the server has not answered yet
    for (let times = 0; times < 3; times += 1) {
      const ran = await command.ask(["info", "openai/gpt-5", "--json"], stale(command));
      const { catalog, result } = answerOf(ran);
      expect(catalog).toMatchObject({ origin: "cache", stale: true });
      expect(result).toMatchObject({ price: { input: 1 } });
      expect(ran.stderr).toMatch(/the catalog is \d+ seconds? old/);
      if (times === 0) expect(ran.stderr).toContain("it is being refreshed in the background");
    }
    release();
    await newerIn(command);
    expect(standIn.count(source)).toBe(1);
  });

  it.each([{ args: ["search", "gpt"] }, { args: ["list"] }, { args: ["providers"] }])(
    "is refreshed after $args as well",
    async ({ args }) => {
      const command = copyOf(filled);
      expect((await command.ask(args, stale(command))).code).toBe(0);
      await newerIn(command);
      expect(standIn.count(source)).toBe(1);
    },
  );
});

describe("a stale catalog that does not know a model", () => {
  it("says its age beside the failure, and is refreshed", async () => {
    const command = copyOf(filled);
    const ran = await command.ask(["info", "openai/gpt-99"], stale(command));
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(
      /^note: the catalog is .* old; it is being refreshed in the background\nerror: no model/,
    );
    await newerIn(command);
    expect(standIn.count(source)).toBe(1);
  });
});

describe.skipIf(!canSee)("no process is left behind (skipped where /proc is missing)", () => {
  const quietly: [name: string, args: string[], environment: Record<string, string>][] = [
    ["with --offline", ["--offline"], {}],
    ["under MODELFORGE_OFFLINE", [], { MODELFORGE_OFFLINE: "1" }],
    ["in CI", [], { CI: "true" }],
    ["where the feature is off", [], { MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0" }],
  ];
  it.each(quietly)("by a stale answer %s, which says its age", async (_, args, environment) => {
    const command = copyOf(filled);
    const variables = { ...stale(command), ...environment };
    const ran = await command.ask(["info", "openai/gpt-5", ...args], variables);
    // one that was started is alive now, or has asked the server already
    expect([processesIn(command), standIn.requests]).toEqual([[], []]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/the catalog is \d+ seconds? old/);
    expect(ran.stderr).not.toContain("background");
  });

  it("by a fresh answer, which says nothing about its age", async () => {
    const command = copyOf(filled);
    const ran = await command.ask(["info", "openai/gpt-5"], {
      ...stale(command),
      MODELFORGE_TTL: "24h",
    });
    expect([processesIn(command), standIn.requests]).toEqual([[], []]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
  });
});
