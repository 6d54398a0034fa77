import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Certificate, makeCertificate } from "../stand-in/certificate.ts";
import { ConnectProxy } from "../stand-in/proxy.ts";
import type { StandIn } from "../stand-in/stand-in.ts";
import { smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { expectAnswersFrom, resultsOf } from "../support/questions.ts";
import { errorOf } from "../support/run.ts";
import { forget, startServing } from "../support/serving.ts";
import { describeWhere, lackOfOpenssl } from "../support/tools.ts";

// .invalid resolves nowhere: only the proxy can lead there
const host = "catalog.invalid";
const catalog = smallCatalog();

describeWhere(lackOfOpenssl(), "https", () => {
  let certificate: Certificate;
  let standIn: StandIn;
  let proxy: ConnectProxy;

  beforeAll(async () => {
    certificate = makeCertificate(`DNS:${host}`, "DNS:localhost", "IP:127.0.0.1");
    standIn = await startServing(catalog, certificate);
    proxy = await ConnectProxy.start(standIn.port);
  });
  afterEach(() => {
    forget(standIn);
    proxy.tunnels.length = 0;
    proxy.manner = "leads";
  });
  afterAll(async () => {
    await proxy.close();
    await standIn.stop();
  });

  const url = (): string => `https://127.0.0.1:${standIn.port}`;
  const behindProxy = (env: Record<string, string>): Place =>
    new Place({
      MODELFORGE_URL: `https://${host}`,
      MODELFORGE_TIMEOUT: "5s",
      HTTPS_PROXY: proxy.url,
      ...env,
    });

  it.each([["NODE_EXTRA_CA_CERTS"], ["SSL_CERT_FILE"]])(
    "reaches a host through HTTPS_PROXY whose certificate %s vouches for",
    async (variable) => {
      const place = behindProxy({ [variable]: certificate.path });
      const run = await place.run(["refresh-cache"]);
      expect(run.stderr).toBe("");
      expect(run.code).toBe(0);
      expect(new Set(proxy.tunnels)).toEqual(new Set([`${host}:443`]));
      expect(proxy.others).toEqual([]);
      expect(standIn.count("/api.json", 200)).toBe(1);
      expectAnswersFrom(catalog, await resultsOf(place));
    },
  );

  it("takes https_proxy in lower case as well", async () => {
    const place = behindProxy({ SSL_CERT_FILE: certificate.path, HTTPS_PROXY: "" });
    const run = await place.run(["refresh-cache"], {
      env: { HTTPS_PROXY: undefined, https_proxy: proxy.url },
    });
    expect(run.code).toBe(0);
    expect(proxy.tunnels).toContain(`${host}:443`);
  });

  it("does not go through the proxy to a host that NO_PROXY names", async () => {
    const place = behindProxy({
      SSL_CERT_FILE: certificate.path,
      NO_PROXY: `other.example,${host}`,
      MODELFORGE_TIMEOUT: "2s",
    });
    const run = await place.run(["refresh-cache", "--json"]);
    expect(proxy.tunnels).toEqual([]);
    expect(run.code).toBe(5);
    expect(errorOf(run).code).toMatch(/^network\.(unreachable|timed-out)$/);
  });

  it("never sends what is on this machine through the proxy", async () => {
    const place = behindProxy({ SSL_CERT_FILE: certificate.path, MODELFORGE_URL: url() });
    expect((await place.run(["refresh-cache"])).code).toBe(0);
    expect(proxy.tunnels).toEqual([]);
    expect(standIn.count("/api.json", 200)).toBe(1);
  });

  it("refuses a certificate nobody vouches for, through the proxy too, and names the way out", async () => {
    const run = await behindProxy({}).run(["refresh-cache", "--json"]);
    expect(run.code).toBe(5);
    expect(run.stdout).toBe("");
    const error = errorOf(run);
    expect(error.code).toBe("network.untrusted-certificate");
    expect(error.hint).toMatch(/NODE_EXTRA_CA_CERTS/);
    expect(standIn.requests).toEqual([]);
  });

  it.each([
    ["refuses the tunnel with 403", 403],
    ["wants a password with 407", 407],
    ["cannot reach the host and says 502", 502],
    ["hangs up", "hangs-up"],
    ["says nothing", "silent"],
  ] as const)("gives up within its time and names the proxy where it %s", async (_what, manner) => {
    proxy.manner = manner;
    const place = behindProxy({ SSL_CERT_FILE: certificate.path, MODELFORGE_TIMEOUT: "2s" });
    const run = await place.run(["refresh-cache", "--json"]);
    expect(run.code).toBe(5);
    expect(run.ms).toBeLessThan(5_000);
    expect(errorOf(run)).toMatchObject({ hint: expect.stringMatching(/proxy/i) });
    // not in a circle: three tries at most
    expect(proxy.tunnels.length).toBeLessThan(10);
  });

  it("gives up within its time where the other side takes the connection and never shakes hands", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const place = new Place({ MODELFORGE_URL: url, MODELFORGE_TIMEOUT: "2s" });
    const run = await place.run(["refresh-cache", "--json"]);
    silent.close();
    expect(run.code).toBe(5);
    expect(run.ms).toBeLessThan(5_000);
    expect(errorOf(run).code).toBe("network.timed-out");
  });

  it("says so when the file SSL_CERT_FILE names cannot be read, and does not go on without it", async () => {
    const run = await behindProxy({ SSL_CERT_FILE: "/no/such/file.pem" }).run([
      "refresh-cache",
      "--json",
    ]);
    expect(run.code).toBe(7);
    expect(errorOf(run)).toMatchObject({
      code: "file.unreadable",
      hint: expect.stringMatching(/SSL_CERT_FILE/),
    });
  });
});
