import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ModelsDevCache, ModelsDevClient } from "../../src/index.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { afterMounting, asStranger, canBeStranger, canMount } from "../cli/under.ts";
import { smallCatalog, wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const question = ["info", "openai/gpt-5", "--json"];
let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
});

beforeEach(() => {
  standIn.serve("/api.json", smallCatalog(1));
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

const priced = (input: number) => ({ result: { price: { input } } });

describe.skipIf(!canMount())("a filled cache (skipped where nothing can be mounted)", () => {
  const readOnly = afterMounting(
    'mount --bind "$MODELFORGE_CACHE_DIR" "$MODELFORGE_CACHE_DIR" && mount -o remount,ro,bind "$MODELFORGE_CACHE_DIR"',
  );

  async function filled() {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    return command;
  }

  it("that became read-only answers without a word about it", async () => {
    const { ask } = await filled();
    for (const args of [question, ["providers", "--json"], ["list", "--json", "--status=all"]]) {
      const answer = answerOf(await ask(args, {}, readOnly));
      expect(answer).toMatchObject({ catalog: { origin: "cache" }, warnings: [] });
    }
  });

  it("that became read-only is refreshed for this one answer, with a warning", async () => {
    const { ask } = await filled();
    standIn.serve("/api.json", smallCatalog(2));
    const answer = answerOf(await ask([...question, "--refresh"], {}, readOnly));
    expect(answer).toMatchObject({ ...priced(2), warnings: [{ code: "cache.unwritable" }] });
    expect(answerOf(await ask(question))).toMatchObject(priced(1));
  });

  it("that became read-only fails a refresh-cache, whose whole work would be lost", async () => {
    const { ask } = await filled();
    standIn.serve("/api.json", smallCatalog(3));
    const ran = await ask(["refresh-cache"], {}, readOnly);
    expect(ran).toMatchObject({ code: 7, stdout: "" });
    expect(ran.stderr).toMatch(/not kept; .*read-only/);
  });

  it("that became read-only fails a refresh-cache that the source confirmed, as nobody will know", async () => {
    const { ask } = await filled();
    const ran = await ask(["refresh-cache"], {}, readOnly);
    expect(ran).toMatchObject({ code: 7, stdout: "" });
    expect(ran.stderr).toMatch(/has nothing newer, but when it said so was not kept; .*read-only/);
    expect(standIn.count("/api.json", 304)).toBe(1);
  });

  it("that became read-only is asked for in the background once, not after every stale answer", async () => {
    const { ask } = await filled();
    const stale = { MODELFORGE_TTL: "1ms", MODELFORGE_FEATURE_BACKGROUND_REFRESH: "1" };
    standIn.requests.length = 0;
    const first = await ask(question, stale, readOnly);
    expect(first.stderr).toContain("it is being refreshed in the background");
    // it has ended once its note says so
    const lastState = async () => {
      const status = await ask(["cache", "status", "--json"], {}, readOnly);
      return answerOf<{ lastRefresh: { state: string } | null }>(status).result.lastRefresh?.state;
    };
    while ((await lastState()) !== "done");
    for (let times = 0; times < 3; times += 1) {
      const { stderr } = await ask(question, stale, readOnly);
      expect(stderr).toContain("modelforge refresh-cache refreshes it");
    }
    expect(standIn.count("/api.json")).toBe(1);
  });
});

describe("a filled cache whose disk fills up", () => {
  const address = "https://models.dev/api.json";
  const bulk = Array.from({ length: 300 }, (_, at) => wireModel(`model-${at}`));
  const larger = { ...smallCatalog(2), bulk: wireProvider("bulk", bulk) };

  it("at any moment keeps answering from what it held, or from what it could still keep", async () => {
    const outcomes = new Set<boolean>();
    for (let freeBytes = 0; freeBytes < 2_000_000; freeBytes = freeBytes * 1.3 + 100) {
      const system = createFakeSystem();
      system.http.serve(address, { json: smallCatalog(1) }, { json: larger });
      using client = new ModelsDevClient({ system });
      await client.refresh();
      system.files.fillUp(Math.floor(freeBytes));
      const { kept } = await client.refresh();
      outcomes.add(kept);
      using other = new ModelsDevClient({ system: system.startAnother(), offline: true });
      const { price } = await other.getModelDetails("openai/gpt-5");
      expect([freeBytes, price?.input]).toEqual([freeBytes, kept ? 2 : 1]);
      const cache = new ModelsDevCache({ system });
      expect([freeBytes, (await cache.verify()).damages]).toEqual([freeBytes, []]);
    }
    expect([...outcomes]).toEqual([false, true]);
  });
});

describe("a machine without a place for a cache", () => {
  const nowhere = { HOME: "", MODELFORGE_CACHE_DIR: "", MODELFORGE_STATE_DIR: "" };

  const noPlace = "there is no place for a cache: no home directory is known";

  it("asks the network each time, with the warning that any cache has which cannot be kept", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url, ...nowhere });
    const message = `the answer is right but could not be kept for the next run: ${noPlace}`;
    for (let times = 1; times <= 2; times += 1) {
      const warnings = [{ code: "cache.unwritable", message }];
      expect(answerOf(await ask(question))).toMatchObject({ ...priced(1), warnings });
      expect(standIn.count("/api.json", 200)).toBe(times);
    }
    const status = answerOf(await ask(["cache", "status", "--json"]));
    expect(status.result).toMatchObject({ directory: null });
  });

  it("fails a refresh-cache, which has nowhere to keep what it fetched", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url, ...nowhere });
    const ran = await ask(["refresh-cache"]);
    expect(ran).toMatchObject({ code: 7, stdout: "" });
    expect(ran.stderr).toMatch(/not kept; there is no place for a cache.*\n.*MODELFORGE_CACHE_DIR/);
  });

  it("says so of a file, too, which each command reads anew; a refresh-cache has nothing else to do", async () => {
    const { ask, home } = createCommand(nowhere);
    const file = join(home, "api.json");
    writeFileSync(file, JSON.stringify(smallCatalog(1)));
    const listed = await ask(question, { MODELFORGE_URL: file });
    expect(listed.stderr).toContain(`could not be kept for the next run: ${noPlace}`);
    const refreshed = await ask(["refresh-cache"], { MODELFORGE_URL: file });
    expect(refreshed).toMatchObject({ code: 0, stderr: `warning: ${noPlace}\n` });
  });

  it("answers offline from the snapshot", async () => {
    const { ask } = createCommand({ MODELFORGE_OFFLINE: "1", ...nowhere });
    const { catalog } = answerOf(await ask(["list", "--json", "--limit", "1"]));
    expect(catalog.origin).toBe("snapshot");
  });

  it.each(["verify", "history", "path", "prune"])("has a calm answer to cache %s", async (name) => {
    const ran = await createCommand(nowhere).ask(["cache", name]);
    expect([0, 7]).toContain(ran.code);
    expect(ran.stderr).not.toContain("defect");
  });

  it("answers each time where files stand in the place of both directories", async () => {
    const { ask, env } = createCommand({ MODELFORGE_URL: standIn.url });
    writeFileSync(env.MODELFORGE_CACHE_DIR, "in the way");
    writeFileSync(env.MODELFORGE_STATE_DIR, "in the way");
    for (let times = 0; times < 2; times += 1) {
      const answer = answerOf(await ask(question));
      expect(answer).toMatchObject({ ...priced(1), warnings: [{ code: "cache.unwritable" }] });
    }
  });

  it("speaks of no answer in a refresh-cache, which has none", async () => {
    const { ask, env, home } = createCommand({ MODELFORGE_URL: standIn.url });
    writeFileSync(env.MODELFORGE_CACHE_DIR, "in the way");
    const reason = `cannot write ${env.MODELFORGE_CACHE_DIR}: something else stands in its place`;
    const fetched = await ask(["refresh-cache"]);
    expect(fetched).toMatchObject({ code: 7, stdout: "" });
    expect(fetched.stderr).toContain(
      `error: fetched from ${standIn.url}, but not kept; ${reason}\n`,
    );
    const file = join(home, "api.json");
    writeFileSync(file, JSON.stringify(smallCatalog(1)));
    const read = await ask(["refresh-cache"], { MODELFORGE_URL: file });
    expect(read.stderr).toContain(`error: read from ${file}, but not kept; ${reason}\n`);
  });
});

describe.skipIf(!canBeStranger())(
  "a user whom the system does not know (skipped where root cannot become one)",
  () => {
    it("gets an answer without HOME and without a cache", async () => {
      const nowhere = { HOME: "", MODELFORGE_CACHE_DIR: "", MODELFORGE_STATE_DIR: "" };
      const { ask } = createCommand({ MODELFORGE_URL: standIn.url, ...nowhere });
      expect(answerOf(await ask(question, {}, asStranger))).toMatchObject(priced(1));
    });

    it("gets an answer beside a cache directory that only others may write to", async () => {
      const { ask, home, env } = createCommand({ MODELFORGE_URL: standIn.url });
      chmodSync(home, 0o755);
      mkdirSync(env.MODELFORGE_CACHE_DIR, { mode: 0o755 });
      const ran = await ask(question, {}, asStranger);
      expect(answerOf(ran)).toMatchObject(priced(1));
      expect(ran.stderr).toMatch(/^warning: .*may not write/m);
    });

    it("gets an answer beside another's cache that only the other may read", async () => {
      const { ask, home, env } = createCommand({ MODELFORGE_URL: standIn.url });
      expect((await ask(["refresh-cache"])).code).toBe(0);
      chmodSync(home, 0o755);
      chmodSync(env.MODELFORGE_CACHE_DIR, 0o700);
      const ran = await ask(question, {}, asStranger);
      expect(answerOf(ran)).toMatchObject(priced(1));
      expect(ran.stderr).toMatch(/^warning: .*EACCES/m);
    });
  },
);
