import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCommand, ended, root } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
};
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

describe("a request", () => {
  let standIn: StandIn;

  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.serve("/api.json", smallCatalog());
  });

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

describe("a stale catalog", () => {
  let standIn: StandIn;

  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.serve("/api.json", smallCatalog());
  });

  afterAll(() => standIn.stop());

  async function staleCommand() {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    return command;
  }

  it("answers at once, says its age, and is refreshed once in the background", async () => {
    const { ask } = await staleCommand();
    const before = standIn.count("/api.json");
    const { code, stderr } = await ask(["info", "openai/gpt-5"], { MODELFORGE_TTL: "1ms" });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /note: the catalog is \d+ seconds? old; it is being refreshed in the background/,
    );
    await standIn.asked("/api.json", before + 1);
  });

  const quietly: [name: string, args: string[], environment: Record<string, string>][] = [
    ["with --offline", ["--offline"], {}],
    ["under MODELFORGE_OFFLINE", [], { MODELFORGE_OFFLINE: "1" }],
    ["in CI", [], { CI: "true" }],
    ["where the feature is off", [], { MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0" }],
  ];
  for (const [name, args, environment] of quietly) {
    it(`is left alone ${name}`, async () => {
      const { ask, env } = await staleCommand();
      const stale = { MODELFORGE_TTL: "1ms", ...environment };
      const { code, stderr } = await ask(["info", "openai/gpt-5", ...args], stale);
      expect(code).toBe(0);
      expect(stderr).not.toContain("background");
      const notes = execFileSync("find", [env.MODELFORGE_STATE_DIR, "-name", "last-refresh.json"]);
      const note = readFileSync(notes.toString().trim(), "utf8");
      expect(JSON.parse(note)).toMatchObject({ state: "done" });
    });
  }
});

describe("offline", () => {
  const hasStrace = spawnSync("strace", ["-V"]).status === 0;

  it.skipIf(!hasStrace)("opens no socket (skipped where strace is missing)", async () => {
    const { env, home } = createCommand({});
    const trace = join(home, "trace");
    for (const more of [["--offline"], ["--offline", "--refresh"]]) {
      const { status } = spawnSync(
        "strace",
        [
          "-f",
          "-e",
          "trace=socket,connect",
          "-o",
          trace,
          process.execPath,
          join(root, "dist/bin.js"),
          "list",
          ...more,
        ],
        { env, maxBuffer: 64 * 1024 * 1024 },
      );
      expect(status).toBe(0);
      expect(readFileSync(trace, "utf8")).not.toMatch(/socket\(AF_INET|connect\(/);
    }
  });
});

describe.skipIf(!hasOpenssl)("over TLS (skipped where openssl is missing)", () => {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-tls-"));
  const certificate = join(directory, "cert.pem");
  let standIn: StandIn;
  let proxy: Server;
  const tunnels: string[] = [];

  beforeAll(async () => {
    const key = join(directory, "key.pem");
    const subject = ["-subj", "/CN=models.test", "-addext", "subjectAltName=DNS:models.test"];
    const files = ["-keyout", key, "-out", certificate];
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", ...subject, ...files],
      { stdio: "ignore" },
    );
    standIn = await StandIn.start({
      key: readFileSync(key, "utf8"),
      cert: readFileSync(certificate, "utf8"),
    });
    standIn.serve("/api.json", smallCatalog());
    proxy = createServer();
    proxy.on("connect", (request, client) => {
      tunnels.push(request.url ?? "");
      const upstream = connect(standIn.port, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
        upstream.pipe(client).pipe(upstream);
      });
      client.on("error", () => upstream.destroy());
      upstream.on("error", () => client.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  });

  afterAll(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await standIn.stop();
  });

  const through = (): Record<string, string> => ({
    MODELFORGE_URL: "https://models.test",
    HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
  });

  for (const variable of ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"]) {
    it(`goes through HTTPS_PROXY and trusts what ${variable} names`, async () => {
      const { ask } = createCommand({ ...through(), [variable]: certificate });
      const { code, stderr } = await ask(["refresh-cache"]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(tunnels).toContain("models.test:443");
    });
  }

  it("refuses a certificate nobody vouches for and names the variables that would", async () => {
    const { ask } = createCommand(through());
    const { code, stderr } = await ask(["refresh-cache"]);
    expect(code).toBe(5);
    expect(stderr).toContain("certificate of models.test is not trusted");
    expect(stderr).toContain("NODE_EXTRA_CA_CERTS");
  });

  it("leaves the proxy out for hosts in NO_PROXY", async () => {
    const before = tunnels.length;
    const { ask } = createCommand({ ...through(), NO_PROXY: "models.test" });
    expect((await ask(["refresh-cache"])).code).toBe(5);
    expect(tunnels.length).toBe(before);
  });
});
