import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { answerOf } from "../cli/envelope.ts";
import { filesWith } from "../credentials/files-with.ts";
import { info, mine, ownCaches, type Row, withSource } from "./own.ts";

const source = withSource();
const { commandWith } = source;

describe("a model of one's own", () => {
  it("is listed, found, shown, compared and costed, and said to be of the configuration", async () => {
    const { command } = commandWith({ providers: mine });
    expect(await info(command, "openai/my-tune")).toMatchObject({
      name: "My tune",
      origin: "config",
      price: { input: 3, output: 9 },
      limits: { context: 64_000, output: null },
    });
    const ofHouse = await command.ask(["list", "--provider", "house", "--json"]);
    expect(answerOf<Row[]>(ofHouse).result).toMatchObject([
      { ref: "house/llama", price: null, origin: "config" },
    ]);
    const found = answerOf<Row[]>(await command.ask(["search", "my tune", "--json"])).result;
    expect(found[0]?.ref).toBe("openai/my-tune");
    const cost = ["cost", "openai/my-tune", "--input", "1m", "--output", "1m"];
    expect((await command.ask(cost)).stdout).toContain("$12");
    const compared = await command.ask(["compare", "openai/my-tune", "openai/gpt-5"]);
    expect(compared.stdout).toContain("my-tune");
    expect((await command.ask(["info", "openai/my-tune"])).stdout).toContain(
      "from your configuration",
    );
    const providers = answerOf<{ id: string }[]>(await command.ask(["providers", "--json"])).result;
    expect(providers.map(({ id }) => id)).toContain("house");
  });

  it("has no price where none is said: nothing is free that nobody called so", async () => {
    const { command } = commandWith({ providers: mine });
    const ran = await command.ask(["cost", "house/llama", "--input", "1k", "--json"]);
    expect(answerOf<unknown[]>(ran).result[0]).toMatchObject({ perRequest: null, fits: null });
  });
});

describe("what a configuration says of a model of the catalog", () => {
  it("counts in its place, is said, and leaves the rest as it is", async () => {
    const { command } = commandWith({ providers: mine });
    const model = await info(command, "openai/gpt-5");
    expect(model).toMatchObject({
      price: { input: 0.5, output: 10 },
      configured: ["price.input"],
    });
    expect(model).not.toHaveProperty("origin");
    const page = (await command.ask(["info", "openai/gpt-5"])).stdout;
    expect(page).toContain("as your configuration says: price.input");
    const line = ["cost", "openai/gpt-5", "--input", "1m", "--output", "0"];
    expect((await command.ask(line)).stdout).toContain("$0.50");
    expect((await command.ask([...line, "--no-config"])).stdout).toContain("$1.25");
  });

  it("counts at once when it is changed, and no more when it is taken back", async () => {
    const { command, say } = commandWith({ providers: mine });
    expect((await info(command, "openai/gpt-5")).price?.input).toBe(0.5);
    const set = ["config", "set", "providers.openai.models.gpt-5.price.input", "0.25"];
    expect((await command.ask(set)).code).toBe(0);
    expect((await info(command, "openai/gpt-5")).price?.input).toBe(0.25);
    say({});
    expect((await info(command, "openai/gpt-5")).price?.input).toBe(1.25);
    expect((await command.ask(["info", "openai/my-tune"])).code).toBe(3);
  });

  it("keeps no second catalog where it adds nothing", async () => {
    const same = { "gpt-5": { price: { input: 1.25 }, limits: {} } };
    const { command } = commandWith({ providers: { openai: { models: same } } });
    const model = await info(command, "openai/gpt-5");
    expect(model.price?.input).toBe(1.25);
    expect(model).not.toHaveProperty("configured");
    expect(ownCaches(command)).toEqual([]);
  });

  it("counts in its project alone where a project says it", async () => {
    const { command } = commandWith({ providers: mine });
    const project = join(command.home, "work");
    mkdirSync(join(project, ".git"), { recursive: true });
    mkdirSync(join(project, ".model-forge"));
    const models = { "gpt-5": { price: { input: 7 } }, theirs: { name: "Theirs" } };
    writeFileSync(
      join(project, ".model-forge/config.json"),
      JSON.stringify({ providers: { openai: { models } } }),
    );
    const at = (directory: string, ref: string) =>
      command.shellIn(directory, `modelforge info ${ref} --json`);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    const ofProject = answerOf<Row>(at(project, "openai/gpt-5"));
    expect(ofProject.result.price?.input).toBe(7);
    expect(ofProject.warnings).toMatchObject([{ code: "config.project-models" }]);
    expect(ofProject.warnings[0]?.message).toContain("openai/gpt-5 is this project's word");
    expect(at(project, "openai/theirs").code).toBe(0);
    expect(at(project, "openai/my-tune").code).toBe(0);
    expect(answerOf<Row>(at(command.home, "openai/gpt-5")).result.price?.input).toBe(0.5);
    expect(at(command.home, "openai/theirs").code).toBe(3);
    // and back, from what was worked out before
    expect(answerOf<Row>(at(project, "openai/gpt-5")).result.price?.input).toBe(7);
    expect(ownCaches(command)).toHaveLength(2);
  });

  it("goes along with a newer catalog", async () => {
    const { command } = commandWith({ providers: mine });
    expect((await info(command, "openai/my-tune")).origin).toBe("config");
    const before = answerOf(await command.ask(["info", "openai/gpt-5", "--json"])).catalog;
    const document = structuredClone(recordedCatalog.read("api.json")) as {
      openai: { models: Record<string, { cost: { output: number } }> };
    };
    document.openai.models["gpt-5"] = {
      ...(document.openai.models["gpt-5"] as { cost: { output: number } }),
      cost: { output: 77 },
    };
    source.standIn.serve("/api.json", document);
    try {
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      const after = answerOf<Row>(await command.ask(["info", "openai/gpt-5", "--json"]));
      expect(after.result.price).toMatchObject({ input: 0.5, output: 77 });
      expect(after.catalog.digest).not.toBe(before.digest);
      expect((await info(command, "openai/my-tune")).origin).toBe("config");
    } finally {
      source.standIn.serve("/api.json", recordedCatalog.read("api.json"));
    }
  });

  it("is told with the source's own name, age and counts", async () => {
    const { command, say } = commandWith({});
    const plain = answerOf(await command.ask(["info", "openai/gpt-5", "--json"])).catalog;
    say({ providers: mine });
    const joined = answerOf(await command.ask(["info", "openai/gpt-5", "--json"])).catalog;
    expect(joined).toMatchObject({
      source: (plain as unknown as { source: string }).source,
      fetchedAt: plain.fetchedAt,
      models: plain.models + 2,
      providers: plain.providers + 1,
    });
    expect(joined.digest).not.toBe(plain.digest);
  });

  it("counts where the snapshot answers, offline and without a cache", async () => {
    const { command } = commandWith({ providers: mine });
    const offline = { MODELFORGE_OFFLINE: "1", MODELFORGE_ALLOW_SNAPSHOT: "1" };
    expect((await info(command, "openai/my-tune", offline)).origin).toBe("config");
    const nowhere = { MODELFORGE_CACHE_DIR: "/proc/nowhere" };
    expect((await info(command, "openai/my-tune", nowhere)).origin).toBe("config");
  });
});

describe("what may be a key in a configuration", () => {
  it("goes into no catalog, and is shown nowhere", async () => {
    const key = "Zq7Lm2Xw9Rt4Vb6Ny8Kc1Jd3";
    const { command } = commandWith({
      providers: {
        house: {
          baseUrl: `https://me:${key}@h.example/v1?api_key=${key}`,
          env: [`sk-proj-${key}`, key],
          models: { m: { name: `sk-proj-${key}`, price: { input: 1 } } },
        },
      },
    });
    for (const words of [
      ["info", "house/m"],
      ["info", "house/m", "--json"],
      ["list", "--provider", "house", "--json"],
      ["providers", "list", "--json"],
      ["providers", "info", "house", "--json"],
      ["providers", "info", "house", "--template"],
      ["config", "show", "--json", "--origin"],
    ]) {
      const ran = await command.ask(words);
      expect([words, `${ran.stdout}${ran.stderr}`.includes(key)]).toEqual([words, false]);
    }
    expect(filesWith(join(command.home, "cache"), key)).toEqual([]);
    expect(await info(command, "house/m")).toMatchObject({ name: "m", price: { input: 1 } });
  });
});

describe("the catalog that is worked out with it", () => {
  const damaged: [string, (path: string) => void][] = [
    ["cut short", (path) => writeFileSync(path, readFileSync(path).subarray(0, 40))],
    ["with other bytes", (path) => writeFileSync(path, readFileSync(path).fill(7))],
  ];
  it.each(damaged)("answers rightly when every file of it is %s", async (_, damage) => {
    const { command } = commandWith({ providers: mine });
    await info(command, "openai/my-tune");
    const directory = join(command.home, "cache/v1", ownCaches(command)[0] ?? "");
    for (const path of readdirSync(directory, { recursive: true, withFileTypes: true }))
      if (path.isFile()) damage(join(path.parentPath, path.name));
    expect(await info(command, "openai/gpt-5")).toMatchObject({ configured: ["price.input"] });
    expect(await info(command, "openai/my-tune")).toMatchObject({ origin: "config" });
  });

  it("is verified with the cache of its source, and worked out anew where it is damaged", async () => {
    const { command } = commandWith({ providers: mine });
    await info(command, "openai/my-tune");
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
    const directory = join(command.home, "cache/v1", ownCaches(command)[0] ?? "");
    const file = readdirSync(directory, { recursive: true, encoding: "utf8" }).find((path) =>
      path.endsWith("wire.jsonl"),
    );
    const damaged = join(directory, file ?? "");
    writeFileSync(damaged, readFileSync(damaged).fill(7));
    const ran = await command.ask(["cache", "verify", "--json"]);
    expect([ran.code, JSON.parse(ran.stdout)]).toMatchObject([
      8,
      { result: { damages: [{ path: damaged }] } },
    ]);
    expect(await info(command, "openai/my-tune")).toMatchObject({ origin: "config" });
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
  });

  it("is worked out of the file where what was kept of that is damaged", async () => {
    const { command, say } = commandWith({});
    const file = join(command.home, "api.json");
    writeFileSync(file, JSON.stringify(recordedCatalog.read("api.json")));
    const of = { MODELFORGE_URL: file };
    await info(command, "openai/gpt-5", of);
    await info(command, "openai/gpt-5", of);
    const kept = join(command.home, "cache/v1");
    for (const path of readdirSync(kept, { recursive: true, encoding: "utf8" }))
      if (path.endsWith("body.br")) writeFileSync(join(kept, path), "damaged");
    say({ providers: mine });
    expect(await info(command, "openai/my-tune", of)).toMatchObject({ origin: "config" });
  });

  it("goes with the cache of its source, and that of another stays", async () => {
    const { command } = commandWith({ providers: mine });
    await info(command, "openai/my-tune");
    const file = join(command.home, "api.json");
    writeFileSync(file, JSON.stringify(recordedCatalog.read("api.json")));
    await info(command, "openai/my-tune", { MODELFORGE_URL: file });
    expect(ownCaches(command)).toHaveLength(2);
    expect((await command.ask(["cache", "clear", "--yes"])).code).toBe(0);
    expect(ownCaches(command)).toHaveLength(1);
    expect(await info(command, "openai/my-tune", { MODELFORGE_URL: file })).toMatchObject({
      origin: "config",
    });
  });

  it("is what makes room first, and is worked out again", async () => {
    const { command, say } = commandWith({ providers: mine });
    await info(command, "openai/my-tune");
    say({ providers: { openai: { models: { other: { name: "Other" } } } } });
    expect((await info(command, "openai/other")).origin).toBe("config");
    expect(ownCaches(command)).toHaveLength(2);
    const ran = await command.ask(["cache", "prune"], { MODELFORGE_MAX_CACHE_SIZE: "1KB" });
    expect(ran.code).toBe(0);
    expect(ownCaches(command)).toEqual([]);
    expect((await info(command, "openai/other")).origin).toBe("config");
  });

  it("touches nothing of somebody's that stands in its place", async () => {
    const { command } = commandWith({ providers: mine });
    await info(command, "openai/my-tune");
    const key = ownCaches(command)[0] ?? "";
    const elsewhere = join(command.home, "elsewhere");
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, "mine.txt"), "mine");
    expect((await command.ask(["cache", "clear", "--yes"])).code).toBe(0);
    symlinkSync(elsewhere, join(command.home, "cache/v1", key));
    expect(await info(command, "openai/my-tune")).toMatchObject({ origin: "config" });
    expect(readdirSync(elsewhere)).toEqual(["mine.txt"]);
  });

  it("is answered from memory where it cannot be kept", async () => {
    const { command, say } = commandWith({});
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    say({ providers: mine });
    // a file in the place of every directory that it could be kept in
    const own = (await info(command, "openai/my-tune"), ownCaches(command)[0] ?? "");
    expect((await command.ask(["cache", "clear", "--yes"])).code).toBe(0);
    expect((await command.ask(["refresh-cache", "--no-config"])).code).toBe(0);
    writeFileSync(join(command.home, "cache/v1", own), "in the way");
    expect(await info(command, "openai/my-tune")).toMatchObject({ origin: "config" });
    expect(readFileSync(join(command.home, "cache/v1", own), "utf8")).toBe("in the way");
  });
});
