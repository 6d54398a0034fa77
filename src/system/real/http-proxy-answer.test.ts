import { describe, expect, it } from "vitest";
import { CredentialsGate, proxyAnswered } from "./http-proxy-answer.ts";
import type { Proxy } from "./http-proxy.ts";

const proxy: Proxy = {
  variable: "HTTPS_PROXY",
  origin: "http://p.example:3128",
  host: "p.example:3128",
  credentials: undefined,
};
const known: Proxy = { ...proxy, credentials: "me:s3cret" };
const basic = { "proxy-authenticate": 'Basic realm="office"' };

describe("what a proxy answers", () => {
  it.each([
    [407, basic, proxy, "network.proxy-refused", "wants a name", "http://name:password@p.example"],
    [407, {}, proxy, "network.proxy-refused", "wants a name", "http://name:password@p.example"],
    [407, basic, known, "network.proxy-refused", "refuses the name", "correct them in HTTPS_PROXY"],
    [
      407,
      { "proxy-authenticate": ["Negotiate", "NTLM"] },
      proxy,
      "network.proxy-refused",
      "407",
      "Basic",
    ],
    [403, {}, proxy, "network.proxy-refused", "does not let", "NO_PROXY"],
    [405, {}, proxy, "network.proxy-refused", "knows no CONNECT", "NO_PROXY"],
    [501, {}, proxy, "network.proxy-refused", "knows no CONNECT", "NO_PROXY"],
    [101, {}, proxy, "network.proxy-refused", "opens no tunnel", "NO_PROXY"],
    [103, {}, proxy, "network.proxy-refused", "opens no tunnel", "NO_PROXY"],
    [302, {}, proxy, "network.proxy-refused", "does not let", "NO_PROXY"],
    [511, {}, known, "network.refused", "this network wants a login", "log in"],
    [500, {}, proxy, "network.unreachable", "cannot reach m.example", "NO_PROXY"],
    [502, {}, proxy, "network.unreachable", "cannot reach m.example", "NO_PROXY"],
    [504, {}, known, "network.unreachable", "cannot reach m.example", "NO_PROXY"],
  ] as const)("%i with %j is told with its proxy", (status, headers, asked, code, words, next) => {
    const failure = proxyAnswered(status, headers as Record<string, string>, asked, "m.example");
    expect(failure.code).toBe(code);
    expect(failure.message).toContain("the proxy p.example:3128 (HTTPS_PROXY)");
    expect(failure.message).toContain(words);
    expect(failure.message).toContain(String(status));
    expect(failure.hint).toContain(next);
    expect(failure.details).toEqual({ proxy: "p.example:3128", variable: "HTTPS_PROXY", status });
    expect(JSON.stringify([failure.message, failure.hint])).not.toContain("s3cret");
  });
});

describe("credentials whose worth is not known", () => {
  const refusal = () => proxyAnswered(407, {}, known, "m.example");

  it("go out with one request at a time until one has been let in", async () => {
    const gate = new CredentialsGate();
    const order: string[] = [];
    let answer = (): void => undefined;
    const first = gate.pass(async () => {
      order.push("first asks");
      await new Promise<void>((resolve) => (answer = resolve));
      order.push("first is let in");
    });
    const second = gate.pass(async () => order.push("second asks"));
    await Promise.resolve();
    answer();
    await Promise.all([first, second]);
    expect(order).toEqual(["first asks", "first is let in", "second asks"]);
  });

  it("are not sent again once they were refused", async () => {
    const gate = new CredentialsGate();
    let asked = 0;
    const ask = async (): Promise<never> => {
      asked += 1;
      throw refusal();
    };
    const all = await Promise.allSettled([gate.pass(ask), gate.pass(ask), gate.pass(ask)]);
    expect(asked).toBe(1);
    for (const one of all) {
      expect(one).toMatchObject({ reason: { code: "network.proxy-refused" } });
    }
  });

  it("are sent again where something else went wrong", async () => {
    const gate = new CredentialsGate();
    await expect(gate.pass(() => Promise.reject(new Error("reset")))).rejects.toThrow("reset");
    expect(await gate.pass(async () => "let in")).toBe("let in");
    const unreachable = proxyAnswered(502, {}, known, "m.example");
    await expect(gate.pass(() => Promise.reject(unreachable))).rejects.toBe(unreachable);
  });
});
