import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../failure.ts";
import { realCodec } from "../system/real/codec.ts";
import { realFiles } from "../system/real/files.ts";
import { carriesSecret, looksLikeAddress, readAddress, showAddress } from "./address.ts";
import { parseSource } from "../modelsdev/source.ts";

describe("showAddress", () => {
  it.each([
    ["https://m.example/x", "https://m.example/x"],
    ["https://me:pw@m.example:8443/x", "https://m.example:8443/x"],
    ["https://token@m.example", "https://m.example/"],
    ["https://m.example/x?token=1#top", "https://m.example/x?…"],
    ["HTTPS://ME:PW@M.example/X", "https://m.example/X"],
    ["https://[::1]:9/x", "https://[::1]:9/x"],
    ["https://cdn.example/gh/me/catalog@main/api.json", undefined],
    ["https://cdn.example/npm/@scope/pkg@1.3.0/api.json", undefined],
    ["https://m.example/x?user=me@work.example", "https://m.example/x?…"],
    ["https://me:p/w@m.example/x", "https://…"],
    ["https://me:p?w@m.example/x", "https://…"],
    ["https://me:p#w@m.example/x", "https://…"],
    ["https://me:12/34@m.example/x", "https://…"],
    ["https://me:12?34@m.example/x", "https://…"],
    ["https://me:12#34@m.example/x", "https://…"],
    ["https://to.ken/x@m.example:8443", "https://…"],
    ["https://12345/67@m.example", "https://…"],
    ["https://me:p\\w@m.example", "https://…"],
    ["https://me:p w@m example", "https://…"],
    ["https://m.example/x%3Ftoken=s3cret", "https://m.example/x…"],
    ["https://m.example/x%3fs3cret/api.json", "https://m.example/x…"],
    ["https://m.example/x%253Ftoken=s3cret", "https://m.example/x…"],
    ["https://m.example/x;token=s3cret", "https://m.example/x…"],
    ["https://m.example/x%3Btoken%3Ds3cret/y", "https://m.example/x…"],
    ["https://m.example/x&token=s3cret?more", "https://m.example/x…"],
    ["https://m.example/x%23token=s3cret", "https://m.example/x…"],
    ["https://m.example/a/access_token=s3cret/api.json", "https://m.example/a/…"],
    ["https://m.example/year=2026/a;b/c%23/api.json", undefined],
    ["https:me:pw@m.example", "…"],
    ["me:pw@m.example", "…"],
    ["//me:pw@m.example", "…"],
    ["data:text/plain,pw", "…"],
    ["", "…"],
  ])("shows %j without anything secret", (text, shown = text) => {
    expect(showAddress(text)).toBe(shown);
  });

  it("shows no more than the scheme of what has no host", () => {
    expect(showAddress(new URL("data:text/plain,secret"))).toBe("data:…");
  });
});

describe("text that looks like an address gone wrong", () => {
  it.each([
    "https:me:pw@m.example/x",
    "https:/me:pw@m.example/x",
    "https:\\\\me:pw@m.example",
    "https//me:pw@m.example/x",
    "https;//me:p/w@m.example/x",
    "//me:pw@m.example/x",
    "me:pw@m.example/x",
    "me:p/w@m.example/x",
    "token@m.example/x",
    "m.example:8443/api.json",
    "m.example/api.json?token=1",
    '"https://me:pw@m.example"',
    "URL=https://me:pw@m.example",
    "file:api.json",
    "token=s3cret",
    "TOKEN=s3cret/api.json",
    "m.example/x%3Ftoken=s3cret",
    "m.example/x;token=s3cret",
    "m.example/v1/token=s3cret",
  ])("is %j", (text) => {
    expect(readAddress(text)).toBeUndefined();
    expect(looksLikeAddress(text)).toBe(true);
  });

  it.each([
    "api.json",
    "./me@work.example/api.json",
    "/srv/me:here/api.json?1",
    "../api.json?token=1",
    "./token=s3cret",
    "data/year=2026/api.json",
    "~/catalog/api.json",
    "node_modules/@scope/models/api.json",
    "node_modules/.pnpm/models@1.0.0/api.json",
    "C:\\catalog\\api.json",
    "c:/catalog/api.json",
    "\\\\server\\share\\api.json",
    "通义.json",
  ])("is not %j, a path", (text) => {
    expect(looksLikeAddress(text)).toBe(false);
  });
});

it("tells which addresses carry something secret", () => {
  for (const text of [
    "https://me@m.example",
    "https://:pw@m.example",
    "https://m.example?x",
    "https://m.example/x;token=1",
  ]) {
    expect(carriesSecret(new URL(text))).toBe(true);
  }
  expect(carriesSecret(new URL("https://m.example/x#top"))).toBe(false);
});

describe("a source", () => {
  const signs = Array.from("a19./@#?:\\ %&=[]-~\t");
  const odd = fc.string({ unit: fc.constantFrom(...signs), maxLength: 5 });
  const start = fc.constantFrom(
    ..."https:// http:// HTTPS:// https: https:/ https:/// https:\\\\ // https// foo:// 'https://".split(
      " ",
    ),
    "",
    " https://",
  );
  const host = fc.constantFrom(
    "m.example",
    "127.0.0.1:8080",
    "localhost:1",
    "[::1]:9",
    "mirror:80",
  );
  const end = fc.constantFrom(
    "",
    "/",
    "/a?t=T0KEN",
    "/a%3Ft=T0KEN",
    "/a%253FT0KEN/api.json",
    "/a;t=T0KEN",
    "/a&t=T0KEN",
    "/a%26t%3DT0KEN",
    "/access-token=T0KEN/api.json",
    "?T0KEN",
    "/x#T0KEN",
    "/x?a=me@b.example&t=T0KEN",
  );

  it("shows nothing of a password or a query, however either is written", () => {
    const property = fc.property(start, odd, odd, odd, host, end, (scheme, a, b, c, at, rest) => {
      const text = `${scheme}me${a}:${b}S3CRET${c}@${at}${rest}`;
      expect(shownOf(text)).not.toMatch(/S3CRET|T0KEN/);
    });
    fc.assert(property, { seed: 4801, numRuns: 5_000 });
  });

  function shownOf(text: string): string {
    try {
      const { shown, key } = parseSource(text, { files: realFiles, codec: realCodec });
      return `${shown} ${key}`;
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      return JSON.stringify([error.message, error.hint, error.details, String(error.cause)]);
    }
  }
});

describe("a password that ends the host too early", () => {
  it("is told behind a name with a dot and digits that look like a port", () => {
    expect(showAddress("https://jane.doe:12/s3cret@mirror")).toBe("https://…");
  });

  it.each([
    "mirror.example/api.json#token=s3cret",
    "mirror.example/api.json&token=s3cret",
    "https%3A%2F%2Fme%3As3cret%40mirror.example",
  ])("or a secret makes an address, not a file, of %s", (text) => {
    expect(looksLikeAddress(text)).toBe(true);
  });
});
