import { describe, expect, it } from "vitest";
import { failureOf } from "../../testing/failures.ts";
import { parseSource, type UrlSource } from "../../modelsdev/source.ts";
import { realCodec } from "./codec.ts";
import { realFiles } from "./files.ts";
import { lacksHttpsProxy, proxyFor } from "./http-proxy.ts";

type Variables = Record<string, string>;

/** The address asked for, the variables, and which proxy by which variable. */
const rows: [url: string, variables: Variables, proxy: string | undefined][] = [
  ["https://m.example", {}, undefined],
  ["https://m.example", { HTTPS_PROXY: "http://p:3128" }, "http://p:3128 by HTTPS_PROXY"],
  ["https://m.example", { https_proxy: "http://p:3128" }, "http://p:3128 by https_proxy"],
  [
    "https://m.example",
    { https_proxy: "http://a:1", HTTPS_PROXY: "http://b:2" },
    "http://a:1 by https_proxy",
  ],
  [
    "https://m.example",
    { https_proxy: "", HTTPS_PROXY: "http://p:3128" },
    "http://p:3128 by HTTPS_PROXY",
  ],
  [
    "https://m.example",
    { https_proxy: " ", HTTPS_PROXY: "http://p:3128" },
    "http://p:3128 by HTTPS_PROXY",
  ],
  ["https://m.example", { https_proxy: "", HTTPS_PROXY: "" }, undefined],
  ["https://m.example", { ALL_PROXY: "http://p:3128" }, "http://p:3128 by ALL_PROXY"],
  [
    "https://m.example",
    { all_proxy: "", ALL_PROXY: "http://p:3128" },
    "http://p:3128 by ALL_PROXY",
  ],
  [
    "https://m.example",
    { HTTPS_PROXY: "http://a:1", ALL_PROXY: "http://b:2" },
    "http://a:1 by HTTPS_PROXY",
  ],
  ["https://m.example", { HTTPS_PROXY: "", all_proxy: "http://b:2" }, "http://b:2 by all_proxy"],
  ["https://m.example", { http_proxy: "http://p:3128", HTTP_PROXY: "http://p:3128" }, undefined],
  ["http://m.example", { http_proxy: "http://p:3128" }, "http://p:3128 by http_proxy"],
  ["http://m.example", { HTTP_PROXY: "http://p:3128" }, "http://p:3128 by HTTP_PROXY"],
  ["http://m.example", { HTTPS_PROXY: "http://p:3128" }, undefined],
  ["http://m.example", { ALL_PROXY: "http://p:3128" }, "http://p:3128 by ALL_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "p:3128" }, "http://p:3128 by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "10.0.0.1:3128" }, "http://10.0.0.1:3128 by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "[fe80::1]:3128" }, "http://[fe80::1]:3128 by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "HTTP://P:3128/" }, "http://p:3128 by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: " http://p:3128/a/b " }, "http://p:3128 by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "http://p" }, "http://p:1080 by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "http://p:80" }, "http://p by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "p" }, "http://p:1080 by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "https://p" }, "https://p by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "https://p:8443" }, "https://p:8443 by HTTPS_PROXY"],
  ["https://m.example", { HTTPS_PROXY: "http://p:1", NO_PROXY: "*" }, undefined],
  ["https://m.example", { HTTPS_PROXY: "http://p:1", NO_PROXY: "m.example" }, undefined],
  [
    "https://m.example",
    { HTTPS_PROXY: "http://p:1", NO_PROXY: "m.example:80" },
    "http://p:1 by HTTPS_PROXY",
  ],
  ["http://m.example", { http_proxy: "http://p:1", NO_PROXY: "m.example:80" }, undefined],
  [
    "https://m.example",
    { HTTPS_PROXY: "http://p:1", no_proxy: "", NO_PROXY: "m.example" },
    undefined,
  ],
  [
    "https://m.example",
    { HTTPS_PROXY: "http://p:1", no_proxy: "x", NO_PROXY: "m.example" },
    "http://p:1 by HTTPS_PROXY",
  ],
  ["https://10.1.2.3", { HTTPS_PROXY: "http://p:1", NO_PROXY: "10.0.0.0/8" }, undefined],
  ["https://m.example", { HTTPS_PROXY: "socks5://p:1", NO_PROXY: "*" }, undefined],
];

describe("the proxy for an address", () => {
  it.each(rows)("of %s under %j is %s", (url, variables, expected) => {
    const proxy = proxyFor(new URL(url), variables);
    expect(proxy && `${proxy.origin} by ${proxy.variable}`).toBe(expected);
  });

  it.each([
    "http://localhost:1",
    "http://LOCALHOST.:1",
    "http://mirror.localhost",
    "http://127.0.0.1",
    "http://127.8.9.10",
    "http://127.1",
    "http://[::1]",
    "http://[0:0:0:0:0:0:0:1]",
    "http://[::ffff:127.0.0.1]",
    "https://127.0.0.1",
  ])("is none for %s, which is this machine", (url) => {
    const every = { HTTP_PROXY: "p:1", HTTPS_PROXY: "p:1", ALL_PROXY: "socks5://p:1" };
    expect(proxyFor(new URL(url), every)).toBeUndefined();
  });

  it.each([
    "http://128.0.0.1",
    "http://localhost.example",
    "http://notlocalhost",
    "http://127.0.0.1.example",
    "http://[::2]",
    "http://[::ffff:10.0.0.1]",
  ])("is the one named for %s, which is another machine", (url) => {
    expect(proxyFor(new URL(url), { http_proxy: "p:1" })).toBeDefined();
  });

  it("is none wherever plain http is spoken", () => {
    const local = [
      "localhost",
      "a.localhost",
      "localhost.",
      "127.9.9.9",
      "[::1]",
      "[::ffff:127.0.0.2]",
    ];
    for (const host of local) {
      const source = parseSource(`http://${host}/`, { files: realFiles, codec: realCodec });
      const { catalogUrl } = source as UrlSource;
      expect([host, proxyFor(catalogUrl, { http_proxy: "p:1" })]).toEqual([host, undefined]);
    }
  });
});

describe("an address of https", () => {
  it.each<[Variables, boolean]>([
    [{ HTTP_PROXY: "p:1" }, true],
    [{ http_proxy: "p:1", HTTPS_PROXY: "" }, true],
    [{ HTTP_PROXY: "p:1", HTTPS_PROXY: "p:1", NO_PROXY: "*" }, false],
    [{ HTTP_PROXY: "p:1", all_proxy: "p:1" }, false],
    [{}, false],
  ])("has a proxy for plain http alone under %j: %s", (variables, lacks) => {
    expect(lacksHttpsProxy(new URL("https://m.example"), variables)).toBe(lacks);
    expect(lacksHttpsProxy(new URL("http://m.example"), variables)).toBe(false);
  });
});

describe("credentials of a proxy", () => {
  it.each([
    ["http://p:1", undefined],
    ["http://@p:1", undefined],
    ["http://me:pw@p:1", "me:pw"],
    ["me:pw@p:1", "me:pw"],
    ["http://me@p:1", "me:"],
    ["http://:pw@p:1", ":pw"],
    ["http://me%40work:p%3Aw%2F%C3%A4@p:1", "me@work:p:w/ä"],
    ["http://me:100%@p:1", "me:100%"],
    ["http://me:p/w?#@ss@p:1", "me:p/w?#@ss"],
    ["http://office\\me:pw@p:1", "office\\me:pw"],
    ["https://me:a:b@p:1", "me:a:b"],
  ])("of %s are %s", (text, credentials) => {
    const proxy = proxyFor(new URL("https://m.example"), { HTTPS_PROXY: text });
    expect([proxy?.credentials, proxy?.host]).toEqual([credentials, "p:1"]);
  });
});

describe("a variable that names no proxy", () => {
  it.each([
    ["socks4://me:s3cret@p:1", "socks4"],
    ["socks4a://p:1", "socks4a"],
    ["socks5://me:s3cret@p:1", "socks5"],
    ["SOCKS5H://p:1", "socks5h"],
    ["ftp://me:s3cret@p:1", "ftp"],
  ])("is named with its scheme: %s", (text, scheme) => {
    const failure = failureOf(() => proxyFor(new URL("https://m.example"), { ALL_PROXY: text }));
    expect([failure.code, failure.details]).toEqual([
      "network.bad-setting",
      { variable: "ALL_PROXY", scheme },
    ]);
    expect(failure.message).toContain(`ALL_PROXY names a ${scheme} proxy`);
    expect(failure.message).not.toContain("s3cret");
  });

  it.each([
    "http://",
    "http://me:s3cret@",
    "http://me:s3cret@:3128",
    "http:s3cret:3128",
    "p:s3cret",
    "p:0",
    "p:70000",
    "http://p p:1",
    "::1:3128",
    "http://[s3cret:1",
    "http://p?s3cret",
  ])("is named and nothing of it shown: %s", (text) => {
    const failure = failureOf(() => proxyFor(new URL("https://m.example"), { HTTPS_PROXY: text }));
    const { code, message, hint, details } = failure;
    expect([code, details]).toEqual(["network.bad-setting", { variable: "HTTPS_PROXY" }]);
    expect(`${message} ${hint}`).not.toContain("s3cret");
  });
});
