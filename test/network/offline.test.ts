import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { canLoseNetwork, canTrace, withoutNetwork } from "../cli/under.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let standIn: StandIn;
let filled: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog());
  filled = createCommand({ MODELFORGE_URL: standIn.url });
  expect((await filled.ask(["refresh-cache"])).code).toBe(0);
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

const ways: [name: string, flags: string[], environment: Record<string, string>][] = [
  ["--offline", ["--offline"], {}],
  ["MODELFORGE_OFFLINE", [], { MODELFORGE_OFFLINE: "1" }],
];

describe.each(ways)("with %s", (_, flags, environment) => {
  it("refresh-cache fails and says how to go online", async () => {
    const ran = await filled.ask(["refresh-cache", "--json", ...flags], environment);
    expect([ran.code, ran.stdout]).toEqual([5, ""]);
    const error = errorOf(ran);
    expect([error.code, error.hint]).toEqual([
      "network.offline",
      expect.stringMatching(/offline/i),
    ]);
    expect(standIn.requests).toEqual([]);
  });

  it("--refresh gives the older catalog and says that it could not refresh", async () => {
    const args = ["info", "openai/gpt-5", "--refresh", "--json", ...flags];
    expect(answerOf(await filled.ask(args, environment))).toMatchObject({
      catalog: { origin: "cache" },
      result: { price: { input: 1 } },
      warnings: [{ code: "network.offline" }],
    });
    expect(standIn.requests).toEqual([]);
  });
});

describe.skipIf(!canTrace())("seen from the system (skipped where strace is missing)", () => {
  const calls = "trace=socket,connect,execve,sendto,sendmsg";

  async function expectQuiet(command: Command, args: string[], environment = {}): Promise<void> {
    const trace = join(command.home, "trace");
    const under = ["strace", "-f", "-qq", "-e", calls, "-o", trace];
    expect((await command.ask(args, environment, under)).code).toBe(0);
    const seen = readFileSync(trace, "utf8").trim().split("\n");
    expect(seen.filter((line) => line.includes("execve("))).toHaveLength(1);
    expect(seen.filter((line) => /\b(socket|connect|sendto|sendmsg)\(/.test(line))).toEqual([]);
  }

  describe.each(ways)("%s opens no socket and starts no program", (_, flags, environment) => {
    it.each([["list"], ["info", "openai/gpt-5"], ["search", "gpt"], ["providers"]])(
      "for a stale catalog: %s",
      async (...question) => {
        const command = copyOf(filled);
        const stale = { MODELFORGE_TTL: "1ms", MODELFORGE_STATE_DIR: join(command.home, "new") };
        await expectQuiet(command, [...question, ...flags], { ...stale, ...environment });
      },
    );

    it("on an empty cache, with --refresh too", async () => {
      const command = createCommand({});
      await expectQuiet(command, ["list", ...flags], environment);
      await expectQuiet(command, ["list", "--refresh", ...flags], environment);
    });
  });
});

describe.skipIf(!canLoseNetwork())(
  "on a machine without any network (skipped where it cannot be taken away)",
  () => {
    it("a filled cache answers without a word about it", async () => {
      const ran = await filled.ask(["info", "openai/gpt-5", "--json"], {}, withoutNetwork);
      expect(answerOf(ran)).toMatchObject({ catalog: { origin: "cache" }, warnings: [] });
      expect(ran.stderr).toBe("");
    });

    it("refresh-cache fails soon and says what to check", async () => {
      const ran = await filled.ask(["refresh-cache", "--json"], {}, withoutNetwork);
      expect(ran.code).toBe(5);
      expect(errorOf(ran)).toMatchObject({ code: "network.unreachable", hint: expect.any(String) });
    });

    it("the first command of all answers from the snapshot within a few seconds", async () => {
      const started = Date.now();
      const { ask } = createCommand({});
      const ran = await ask(["list", "--json", "--limit", "3"], {}, withoutNetwork);
      expect(Date.now() - started).toBeLessThan(6_000);
      const { catalog, result } = answerOf<unknown[]>(ran);
      expect([catalog.origin, result.length]).toEqual(["snapshot", 3]);
    });
  },
);
