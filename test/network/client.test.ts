import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCommand, ended, root } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { body } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
};

describe("a request", () => {
  let standIn: StandIn;

  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.serve("/api.json", smallCatalog());
  });

  afterEach(() => standIn.serve("/api.json", smallCatalog()));

  afterAll(() => standIn.stop());

  it("says honestly who asks and what is understood", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await ask(["refresh-cache"])).code).toBe(0);
    const seen = standIn.requests.find(({ path }) => path === "/api.json");
    expect(seen?.headers["user-agent"]).toBe(`modelforge/${version}`);
    expect(seen?.headers.accept).toBe("application/json");
    expect(seen?.headers["accept-encoding"]).toBe("br, gzip");
    expect(seen?.headers["if-none-match"]).toBeUndefined();
  });

  it("is conditional once there is an ETag, and 304 confirms what is there", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    await ask(["refresh-cache"]);
    const { stdout } = await ask(["refresh-cache", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      result: { outcome: "unchanged" },
      catalog: { origin: "network", ageSeconds: 0 },
    });
    expect(standIn.requests.findLast(({ path }) => path === "/api.json")?.status).toBe(304);
  });

  it("brings a new catalog once the ETag no longer matches, and tells its digest from the older", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    const older = answerOf(await ask(["refresh-cache", "--json"])).catalog.digest;
    standIn.serve("/api.json", smallCatalog(2));
    const { catalog, result } = answerOf(await ask(["refresh-cache", "--json"]));
    expect(result).toMatchObject({ outcome: "changed", previousDigest: older });
    expect(catalog.digest).not.toBe(older);
  });

  it("is not made where the catalog at hand is fresh", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    await ask(["refresh-cache"]);
    standIn.requests.length = 0;
    for (const args of [["list"], ["search", "gpt"], ["info", "openai/gpt-5"], ["providers"]]) {
      expect((await ask(args)).code).toBe(0);
    }
    expect(standIn.requests).toEqual([]);
  });

  it("takes a body packed as gzip or not at all as well as one packed with br", async () => {
    const type = { "content-type": "application/json" };
    const bytes = Buffer.from(JSON.stringify(smallCatalog(3)));
    for (const answer of [
      body(gzipSync(bytes), { ...type, "content-encoding": "gzip" }),
      body(bytes, { ...type, "content-encoding": "identity" }),
      body(bytes),
    ]) {
      standIn.order("/api.json", answer);
      const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
      const { result } = answerOf(await ask(["info", "openai/gpt-5", "--json"]));
      expect(result).toMatchObject({ price: { input: 3 } });
    }
  });

  it("for a full address of catalog.json is the only one, as facts come with it", async () => {
    const models = { "openai/gpt-5": { id: "openai/gpt-5", name: "GPT-5" } };
    standIn.serve("/catalog.json", { models, providers: smallCatalog(2) });
    standIn.requests.length = 0;
    const { ask } = createCommand({ MODELFORGE_URL: `${standIn.url}/catalog.json` });
    const { result } = answerOf(await ask(["info", "openai/gpt-5", "--json"]));
    expect(result).toMatchObject({ price: { input: 2 } });
    expect(standIn.requests.map(({ path }) => path)).toEqual(["/catalog.json"]);
  });

  it("is never made in plain http to another machine", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: "http://mirror.example/" });
    const { code, stderr } = await ask(["list"]);
    expect(code).toBe(2);
    expect(stderr).toContain("plain http is refused");
  });

  it("is not made twice by a library that is asked twice at once", async () => {
    const before = standIn.count("/api.json");
    const { home } = createCommand({});
    const script = `import { ModelsDevClient } from ${JSON.stringify(join(root, "dist/lib/index.mjs"))};
const client = new ModelsDevClient({ source: ${JSON.stringify(standIn.url)}, cacheDirectory: ${JSON.stringify(home)} });
const [a, b] = await Promise.all([client.getProviders(), client.getModels()]);
console.log(JSON.stringify([a.length, b.length]));`;
    const { env } = createCommand({});
    const ran = await ended(
      spawn(process.execPath, ["--input-type=module", "-e", script], { env }),
    );
    expect([ran.stdout, ran.stderr]).toEqual(["[12,55]\n", ""]);
    expect(standIn.count("/api.json") - before).toBe(1);
  });
});
