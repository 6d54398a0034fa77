import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../src/failure.ts";
import { createFakeSystem, type FakeSystem } from "../../src/testing/fake-system.ts";
import { canMakeCertificate, makeCertificate } from "../stand-in/certificate.ts";
import { contractOf, contractOfPlaces, type WideNetwork } from "./http.ts";
import { mirror } from "./http-answers.ts";
import { realNetwork } from "./served.ts";

contractOf("the network of this machine", realNetwork);
contractOf("by way of a proxy", () => realNetwork({ isProxied: true }));
contractOfPlaces("the network of this machine", realNetwork);

describe.skipIf(!canMakeCertificate())("over TLS (skipped where openssl is missing)", () => {
  const certificate = canMakeCertificate()
    ? makeCertificate(`DNS:${mirror}`, "IP:127.0.0.1")
    : undefined;
  const secure = certificate === undefined ? {} : { certificate };
  contractOf("directly", () => realNetwork(secure));
  contractOf("through a tunnel", () => realNetwork({ ...secure, isProxied: true }));
});

contractOf("a network made up", madeUpNetwork);
contractOfPlaces("a network made up", madeUpNetwork);

async function madeUpNetwork(): Promise<WideNetwork> {
  const { http } = createFakeSystem();
  const server = "http://127.0.0.1:4711";
  const elsewhere = {
    nobody: "http://127.0.0.1:4712/",
    noHost: "http://no-such-host.invalid/",
    noHttp: "http://127.0.0.1:4713/",
    noTls: "https://127.0.0.1:4711/",
  };
  http.serve(elsewhere.nobody, { fails: "network.unreachable" });
  http.serve(elsewhere.noHttp, { fails: "network.not-http" });
  http.serve(elsewhere.noTls, { fails: "ERR_SSL_WRONG_VERSION_NUMBER" });
  http.serve(`${server}/`, { body: "" });
  return {
    http,
    server,
    ...elsewhere,
    serve: (path, answer) => http.serve(new URL(path, server).href, answer),
    get seen() {
      return http.requests.map(({ url, headers, body }) => ({
        path: url.slice(server.length),
        headers,
        body,
      }));
    },
    close: () => http.close(),
  };
}

describe("a network made up", () => {
  const address = "https://models.dev/api.json";
  const limits = { connectMs: 1_000, idleMs: 2_000, totalMs: 10_000, decodedBytes: 1_000 };
  const ask = async ({ http }: FakeSystem, url = address): Promise<string> => {
    const { body } = await http.get({ url: new URL(url), headers: {}, limits });
    return new TextDecoder().decode(await body());
  };

  it("gives one answer after the other, and the last for ever", async () => {
    const system = createFakeSystem();
    system.http.serve(address, { body: "1" }, { fails: "ECONNRESET" }, { body: "3" });
    expect(await ask(system)).toBe("1");
    await expect(ask(system)).rejects.toMatchObject({ code: "network.interrupted" });
    expect([await ask(system), await ask(system)]).toEqual(["3", "3"]);
  });

  it("knows addresses by a pattern too, and works answers out", async () => {
    const system = createFakeSystem();
    system.http.serve(/\.json$/, ({ url }) => ({ body: `of ${url}` }));
    expect(await ask(system, "https://a.example/x.json")).toBe("of https://a.example/x.json");
    await expect(ask(system, "https://a.example/x.html")).rejects.toMatchObject({
      details: { reason: "ENOTFOUND" },
    });
  });

  it("records who asked for what, when, and what came of it, without the password", async () => {
    const system = createFakeSystem({ now: "2026-07-02T12:00:00.000Z" });
    system.http.serve(address, { status: 200, body: "x", headMs: 500 });
    await ask(system, "https://me:secret@models.dev/api.json");
    await ask(system);
    expect(system.http.requests).toEqual([
      {
        url: address,
        headers: {},
        limits,
        atMs: Date.parse("2026-07-02T12:00:00.000Z"),
        status: 200,
      },
      {
        url: address,
        headers: {},
        limits,
        atMs: Date.parse("2026-07-02T12:00:00.500Z"),
        status: 200,
      },
    ]);
  });

  it("takes as long as it is told, by its own clock", async () => {
    const system = createFakeSystem();
    system.http.serve(address, { connectMs: 100, headMs: 1_900, body: ["a", "b"], pieceMs: 1_500 });
    expect(await ask(system)).toBe("ab");
    expect(system.clock.steady()).toBe(5_000);
    system.http.serve(address, { connectMs: 1_001 });
    await expect(ask(system)).rejects.toMatchObject({
      details: { reason: "CONNECT_TIMEOUT" },
    });
    expect(system.clock.steady()).toBe(6_000);
  });

  it("waits for a test that works an answer out, no longer than the limits by its clock", async () => {
    const system = createFakeSystem();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    system.http.serve(address, async () => {
      await held;
      return { body: "at last" };
    });
    const patient = ask(system);
    await system.clock.advance(1_999);
    release();
    expect(await patient).toBe("at last");
    system.http.serve(address, () => new Promise(() => undefined));
    const late = ask(system).catch((error: unknown) => error);
    await system.clock.advance(2_000);
    expect(await late).toMatchObject({ details: { reason: "HEADERS_TIMEOUT" } });
  });

  it.each([
    ["ENOTFOUND", "network.unreachable"],
    ["ECONNREFUSED", "network.unreachable"],
    ["ETIMEDOUT", "network.timed-out"],
    ["ECONNRESET", "network.interrupted"],
    ["HPE_HEADER_OVERFLOW", "network.garbled"],
    ["EPROTO", "network.tls-failed"],
    ["CERT_HAS_EXPIRED", "network.untrusted-certificate"],
    ["EMFILE", "network.failed"],
    ["network.unreachable", "network.unreachable"],
    ["network.timed-out", "network.timed-out"],
    ["network.interrupted", "network.interrupted"],
    ["network.garbled", "network.garbled"],
    ["network.not-http", "network.not-http"],
    ["network.tls-failed", "network.tls-failed"],
    ["network.untrusted-certificate", "network.untrusted-certificate"],
    ["network.proxy-refused", "network.proxy-refused"],
    ["network.failed", "network.failed"],
    ["network.bad-setting", "network.bad-setting"],
    ["file.unreadable", "file.unreadable"],
    ["catalog.broken", "catalog.broken"],
    ["catalog.too-large", "catalog.too-large"],
    ["cancelled", "cancelled"],
  ])("fails with %s as %s", async (fails, code) => {
    const system = createFakeSystem();
    system.http.serve(address, { fails });
    await expect(ask(system)).rejects.toMatchObject({ code });
    await expect(ask(system)).rejects.toBeInstanceOf(ModelForgeError);
  });
});
