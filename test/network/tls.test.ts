import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import {
  type Certificate,
  canMakeCertificate,
  makeCertificate,
  makeCertificateOf,
} from "../stand-in/certificate.ts";
import { ConnectProxy } from "../stand-in/proxy.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const host = "models.test";

describe.skipIf(!canMakeCertificate())("over TLS (skipped where openssl is missing)", () => {
  let own: Certificate;
  let foreign: Certificate;
  let standIn: StandIn;
  let elsewhere: StandIn;
  let proxy: ConnectProxy;

  beforeAll(async () => {
    own = makeCertificate(`DNS:${host}`, "IP:127.0.0.1");
    foreign = makeCertificate("DNS:somebody-else.example");
    [standIn, elsewhere] = [await StandIn.start(own), await StandIn.start(foreign)];
    for (const one of [standIn, elsewhere]) one.serve("/api.json", smallCatalog());
    proxy = await ConnectProxy.start(standIn.port);
  });

  beforeEach(() => {
    standIn.requests.length = 0;
    proxy.tunnels.length = 0;
    proxy.manner = "leads";
  });

  afterAll(async () => {
    await proxy.close();
    await standIn.stop();
    await elsewhere.stop();
  });

  const direct = (to: StandIn): string => `https://127.0.0.1:${to.port}`;
  const through = (more: Record<string, string> = {}) =>
    createCommand({ MODELFORGE_URL: `https://${host}`, HTTPS_PROXY: proxy.url, ...more });

  it.each(["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"])(
    "goes through HTTPS_PROXY and trusts what %s names",
    async (variable) => {
      const { code, stderr } = await through({ [variable]: own.path }).ask(["refresh-cache"]);
      expect([code, stderr]).toEqual([0, ""]);
      expect([...new Set(proxy.tunnels)]).toEqual([`${host}:443`]);
      expect(proxy.others).toEqual([]);
    },
  );

  it("trusts what SSL_CERT_FILE names besides what Node trusts by itself", async () => {
    const directory = mkdtempSync(join(tmpdir(), "modelforge-trusted-"));
    const { stdout } = spawnSync("openssl", ["x509", "-noout", "-hash", "-in", own.path]);
    copyFileSync(own.path, join(directory, `${String(stdout).trim()}.0`));
    const other = makeCertificateOf("another", "DNS:somebody-else.example");
    const { ask } = createCommand({ MODELFORGE_URL: direct(standIn), SSL_CERT_FILE: other.path });
    expect((await ask(["refresh-cache"])).code).toBe(5);
    const trust = { NODE_OPTIONS: "--use-openssl-ca", SSL_CERT_DIR: directory };
    expect((await ask(["refresh-cache"], trust)).code).toBe(0);
    rmSync(directory, { recursive: true });
  });

  it("takes https_proxy in lower case as well", async () => {
    const { ask } = createCommand({
      MODELFORGE_URL: `https://${host}`,
      https_proxy: proxy.url,
      SSL_CERT_FILE: own.path,
    });
    expect((await ask(["refresh-cache"])).code).toBe(0);
    expect(proxy.tunnels).toContain(`${host}:443`);
  });

  it("leaves the proxy out for hosts in NO_PROXY", async () => {
    const { ask } = through({ NO_PROXY: `other.example,${host}` });
    expect((await ask(["refresh-cache"])).code).toBe(5);
    expect(proxy.tunnels).toEqual([]);
  });

  it("never sends what is on this machine through the proxy", async () => {
    const { ask } = through({ SSL_CERT_FILE: own.path, MODELFORGE_URL: direct(standIn) });
    expect((await ask(["refresh-cache"])).code).toBe(0);
    expect([proxy.tunnels, standIn.count("/api.json", 200)]).toEqual([[], 1]);
  });

  it.each(["hangs up", "is silent"] as const)(
    "ends within its time limit where the proxy %s",
    async (manner) => {
      proxy.manner = manner;
      const settings = { SSL_CERT_FILE: own.path, MODELFORGE_TIMEOUT: "1s" };
      const ran = await through(settings).ask(["refresh-cache", "--json"]);
      expect(ran.code).toBe(5);
      expect(errorOf(ran).code).toMatch(/^network\./);
      expect(proxy.tunnels.length).toBeLessThan(10);
    },
  );

  it.each([403, 407, 502] as const)(
    "gives up soon and names the proxy where it answers %i",
    async (manner) => {
      proxy.manner = manner;
      const ran = await through({ SSL_CERT_FILE: own.path }).ask(["refresh-cache", "--json"]);
      expect([ran.code, errorOf(ran).hint]).toEqual([5, expect.stringMatching(/proxy/i)]);
      // not in a circle: three tries at most, of the prices and of the facts
      expect(proxy.tunnels.length).toBeLessThan(10);
    },
  );

  it("refuses a certificate nobody vouches for and names the variables that would", async () => {
    const { code, stderr } = await through().ask(["refresh-cache"]);
    expect(code).toBe(5);
    expect(stderr).toContain(`certificate of ${host} is not trusted`);
    expect(stderr).toContain("NODE_EXTRA_CA_CERTS");
    expect(standIn.requests).toEqual([]);
  });

  it("keeps the older catalog in charge once its source's certificate is not trusted", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: direct(standIn) });
    const trust = { NODE_EXTRA_CA_CERTS: own.path };
    expect((await ask(["refresh-cache"], trust)).code).toBe(0);
    const refused = await ask(["refresh-cache", "--json"]);
    expect([refused.code, errorOf(refused).code]).toEqual([5, "network.untrusted-certificate"]);
    const answer = answerOf(await ask(["info", "openai/gpt-5", "--json"]));
    expect(answer).toMatchObject({ catalog: { origin: "cache" }, result: { price: { input: 1 } } });
  });

  it("refuses a certificate that is trusted but of another host", async () => {
    const { ask } = createCommand({
      MODELFORGE_URL: direct(elsewhere),
      NODE_EXTRA_CA_CERTS: foreign.path,
    });
    const ran = await ask(["refresh-cache", "--json"]);
    expect([ran.code, errorOf(ran).code]).toEqual([5, "network.untrusted-certificate"]);
    expect(elsewhere.requests).toEqual([]);
  });

  it("says so where the file SSL_CERT_FILE names cannot be read, and does not go on", async () => {
    const ran = await through({ SSL_CERT_FILE: "/no/such/file.pem" }).ask([
      "refresh-cache",
      "--json",
    ]);
    expect([ran.code, errorOf(ran).code]).toEqual([7, "file.unreadable"]);
    expect(errorOf(ran).hint).toContain("SSL_CERT_FILE");
    expect(proxy.tunnels).toEqual([]);
  });
});

it("gives up in time where the other side takes the connection and never shakes hands", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const { ask } = createCommand({ MODELFORGE_URL: url, MODELFORGE_TIMEOUT: "1s" });
  const started = Date.now();
  const ran = await ask(["refresh-cache", "--json"]);
  silent.close();
  expect(Date.now() - started).toBeLessThan(5_000);
  expect([ran.code, errorOf(ran).code]).toEqual([5, "network.timed-out"]);
});
