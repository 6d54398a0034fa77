import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createHttp } from "../../src/system/real/http.ts";
import { copyOf, createCommand, ended, root } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { ConnectProxy } from "../stand-in/proxy.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const limits = { connectMs: 1_000, idleMs: 1_000, totalMs: 2_000, decodedBytes: 1_000_000 };
let standIn: StandIn;
let proxy: ConnectProxy;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog());
  standIn.serve("/models.json", {});
  proxy = await ConnectProxy.start(standIn.port);
});

beforeEach(() => {
  standIn.requests.length = 0;
  proxy.forget();
});

afterEach(() => {
  standIn.order("/api.json");
  standIn.order("/models.json");
});

afterAll(async () => {
  await proxy.close();
  await standIn.stop();
});

const at = (credentials: string, query = ""): string =>
  `http://${credentials}127.0.0.1:${standIn.port}${query}`;

describe("a mirror that refuses credentials", () => {
  it.each([
    ["a name and password", 401, "me:wrong@", ""],
    ["a name and password", 403, "me:wrong@", ""],
    ["a token in the query", 401, "", "/?token=wrong"],
  ])("is shown %s once: %i", async (_, code, credentials, query) => {
    standIn.forever("/api.json", status(code));
    const { ask } = createCommand({ MODELFORGE_URL: at(credentials, query) });
    const ran = await ask(["refresh-cache", "--json"]);
    expect([ran.code, errorOf(ran).code]).toEqual([5, "network.refused"]);
    expect(errorOf(ran).hint).toContain("sent once only");
    expect(standIn.requests.map(({ path }) => path)).toEqual(["/api.json"]);
  });

  it("is asked for the facts as well where it has let the prices go", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: at("me:pw@") });
    expect((await ask(["refresh-cache"])).code).toBe(0);
    expect(standIn.requests.map(({ path }) => path)).toEqual(["/api.json", "/models.json"]);
  });

  it("is not asked again in the background for a while", async () => {
    const command = createCommand({ MODELFORGE_URL: at("me:pw@") });
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    standIn.forever("/api.json", status(401));
    const stale = copyOf(command);
    expect((await stale.ask(["refresh-cache"])).code).toBe(5);
    standIn.requests.length = 0;
    const ran = await stale.ask(["info", "openai/gpt-5"], { MODELFORGE_TTL: "1ms" });
    expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringContaining("in the background")]);
    expect(standIn.requests).toEqual([]);
  });

  it("is shown them once where nothing is on disk, however many questions follow", async () => {
    standIn.forever("/api.json", status(401));
    const { ask } = createCommand({ MODELFORGE_URL: at("me:wrong@") });
    standIn.requests.length = 0;
    for (const args of [["list"], ["list"], ["info", "openai/gpt-5"]]) {
      const ran = await ask(args);
      expect([ran.code, ran.stdout]).toEqual([5, ""]);
    }
    expect(standIn.requests.map(({ path }) => path)).toEqual(["/api.json"]);
    expect((await ask(["refresh-cache"])).code).toBe(5);
    expect(standIn.requests).toHaveLength(2);
  });
});

describe("credentials that were refused", () => {
  it("are sent once each, where two are tried in turn", async () => {
    standIn.forever("/api.json", status(401));
    const { ask } = createCommand({});
    for (const password of ["first", "second", "first", "second", "first"]) {
      const ran = await ask(["list"], { MODELFORGE_URL: at(`me:${password}@`) });
      expect(ran.code).toBe(5);
    }
    expect(standIn.requests.map(({ headers }) => headers.authorization)).toEqual(
      ["me:first", "me:second"].map((one) => `Basic ${Buffer.from(one).toString("base64")}`),
    );
  });

  it("are not sent to a proxy again from other variables, nor with other exceptions", async () => {
    proxy.credentials = "me:pw";
    const named = proxy.url.replace("//", "//me:wrong@");
    const { ask } = createCommand({ MODELFORGE_URL: "https://models.test" });
    expect((await ask(["list"], { HTTPS_PROXY: named })).code).toBe(5);
    proxy.shown.length = 0;
    for (const variables of [
      { https_proxy: named },
      { ALL_PROXY: named },
      { HTTPS_PROXY: named, NO_PROXY: "x.example" },
    ] as Record<string, string>[]) {
      const ran = await ask(["list"], variables);
      expect(ran.stderr).toContain("within the hour it is not asked again");
    }
    expect(proxy.shown).toEqual([]);
  });
});

describe("credentials that were corrected", () => {
  it("are tried at once where nothing is on disk", async () => {
    standIn.forever("/api.json", status(401));
    const { ask } = createCommand({ MODELFORGE_URL: at("me:wrong@") });
    expect((await ask(["list"])).code).toBe(5);
    const again = await ask(["list"]);
    expect(again.stderr).toContain("within the hour it is not asked again");
    expect(again.stderr).toContain("others are tried at once");
    standIn.order("/api.json");
    const ran = await ask(["list", "--json"], { MODELFORGE_URL: at("me:right@") });
    expect(answerOf(ran).catalog.origin).toBe("network");
  });

  it("let the background refresh a stale catalog again", async () => {
    const command = createCommand({ MODELFORGE_URL: at("me:pw@") });
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    standIn.forever("/api.json", status(401));
    expect((await command.ask(["refresh-cache"])).code).toBe(5);
    const stale = { MODELFORGE_TTL: "1ms", MODELFORGE_FEATURE_BACKGROUND_REFRESH: "1" };
    const paused = await copyOf(command).ask(["info", "openai/gpt-5"], stale);
    expect(paused.stderr).toContain("the last refresh failed: ");
    expect(paused.stderr).toContain("answers 401; modelforge refresh-cache tries again");
    const corrected = { ...stale, MODELFORGE_URL: at("me:new@") };
    const ran = await command.ask(["info", "openai/gpt-5"], corrected);
    expect(ran.stderr).toContain("it is being refreshed in the background");
  });

  it("are those of a proxy as well", async () => {
    proxy.credentials = "me:pw";
    const named = (name: string) => ({ HTTPS_PROXY: proxy.url.replace("//", `//${name}@`) });
    const { ask } = createCommand({ MODELFORGE_URL: "https://models.test" });
    for (const [name, shown] of [
      ["me:wrong", ["me:wrong"]],
      ["me:wrong", []],
      // let in by the proxy, which leads to plain http
      ["me:pw", ["me:pw"]],
    ] as const) {
      proxy.shown.length = 0;
      expect((await ask(["list"], named(name))).code).toBe(5);
      expect([...new Set(proxy.shown)]).toEqual(shown);
    }
  });
});

describe("a source that has nothing at its address", () => {
  it("is not asked again by itself for an hour, and every answer says so", async () => {
    const command = createCommand({ MODELFORGE_URL: at("") });
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    standIn.forever("/api.json", status(404));
    expect((await command.ask(["refresh-cache"])).code).toBe(5);
    standIn.requests.length = 0;
    const ran = await command.ask(["info", "openai/gpt-5"], { MODELFORGE_TTL: "1ms" });
    expect(ran.stderr).toMatch(
      /the catalog is .* old; the last refresh failed: .* answers 404; modelforge refresh-cache tries again/,
    );
    expect(standIn.requests).toEqual([]);
  });
});

describe("a proxy that refuses credentials", () => {
  const url = "https://models.test";
  const knownAs = (name: string): Record<string, string> => ({
    MODELFORGE_URL: url,
    HTTPS_PROXY: proxy.url.replace("//", `//${name}@`),
  });

  it("is shown them once by a refresh, and once by each question that asks for one", async () => {
    proxy.credentials = "me:pw";
    const { ask } = createCommand(knownAs("me:wrong"));
    for (const args of [["refresh-cache"], ["list", "--refresh"], ["list", "--refresh"]]) {
      proxy.shown.length = 0;
      await ask([...args, "--json"]);
      expect(proxy.shown).toEqual(["me:wrong"]);
    }
  });

  it("is shown them once by a program that asks several questions at once", async () => {
    proxy.credentials = "me:pw";
    const script = `import { ModelsDevClient } from ${JSON.stringify(join(root, "dist/lib/index.mjs"))};
const client = new ModelsDevClient();
const all = await Promise.allSettled([client.refresh(), client.refresh(), client.refresh()]);
console.log(JSON.stringify(all.map(({ reason }) => reason.code)));`;
    const { env } = createCommand(knownAs("me:wrong"));
    const ran = await ended(
      spawn(process.execPath, ["--input-type=module", "-e", script], { env }),
    );
    const code = "network.proxy-refused";
    expect([ran.stdout.trim(), ran.stderr]).toEqual([JSON.stringify([code, code, code]), ""]);
    expect(proxy.shown).toEqual(["me:wrong"]);
  });
});

describe("plain http through a proxy", () => {
  const get = async (url: string, proxyUrl: string): Promise<{ code: string; status?: number }> => {
    process.env.http_proxy = proxyUrl;
    const http = createHttp();
    try {
      const response = await http.get({ url: new URL(url), headers: {}, limits });
      const body = await response.body();
      return { code: body.length > 2 ? "catalog" : "nothing", status: response.status };
    } catch (error) {
      return { code: (error as { code: string }).code };
    } finally {
      await http.close();
      delete process.env.http_proxy;
    }
  };

  it("is asked for by its whole address", async () => {
    expect(await get("http://models.test/api.json", proxy.url)).toEqual({
      code: "catalog",
      status: 200,
    });
    expect([proxy.others, proxy.tunnels]).toEqual([["http://models.test/api.json"], []]);
    expect(standIn.requests[0]?.headers.host).toBe("models.test");
  });

  it("is let in with the right credentials, and told of a proxy's 407 as of its own", async () => {
    proxy.credentials = "me:pw";
    const [right, wrong] = ["me:pw", "me:wrong"].map((name) =>
      proxy.url.replace("//", `//${name}@`),
    ) as [string, string];
    expect(await get("http://models.test/api.json", right)).toMatchObject({ code: "catalog" });
    const refused = { code: "network.proxy-refused" };
    expect(await get("http://models.test/api.json", wrong)).toEqual(refused);
    expect(await get("http://models.test/api.json", proxy.url)).toEqual(refused);
    expect(proxy.shown).toEqual(["me:pw", "me:wrong", undefined]);
  });
});
