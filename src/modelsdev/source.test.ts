import { resolve } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../failure.ts";
import { realCodec } from "../system/real/codec.ts";
import { realFiles } from "../system/real/files.ts";
import { anyCharacter } from "../testing/any-character.ts";
import { failureOf } from "../testing/failures.ts";
import { showAddress } from "../system/address.ts";
import { parseSource, type UrlSource } from "./source.ts";

const machine = { files: realFiles, codec: realCodec };
const parse = (text?: string) => parseSource(text, machine);

function parseUrl(text?: string): UrlSource {
  const source = parse(text);
  if (source.kind !== "url") throw new Error(`${text} was taken for a file`);
  return source;
}

describe("a source on the network", () => {
  it("is models.dev where none is given", () => {
    expect(parse(undefined)).toMatchObject({
      kind: "url",
      catalogUrl: new URL("https://models.dev/api.json"),
      factsUrl: new URL("https://models.dev/models.json"),
      shown: "https://models.dev",
    });
  });

  it.each([
    ["https://mirror.example", "https://mirror.example/api.json"],
    ["https://mirror.example/", "https://mirror.example/api.json"],
    [" https://mirror.example/a/b// ", "https://mirror.example/a/b/api.json"],
    ["https://mirror.example/a?token=1", "https://mirror.example/a/api.json?token=1"],
    ["https://mirror.example:8443/x.json", "https://mirror.example:8443/x.json"],
    ["https://mirror.example/API.JSON", "https://mirror.example/API.JSON"],
    ["https://mirror.example/api.json#top", "https://mirror.example/api.json"],
    ["HTTPS://Mirror.Example", "https://mirror.example/api.json"],
  ])("reads %j as %s", (text, url) => {
    expect(parseUrl(text).catalogUrl.href).toBe(url);
  });

  it("has facts beside an api.json, and none beside anything else", () => {
    expect(parseUrl("https://m.example/v2/api.json").factsUrl?.href).toBe(
      "https://m.example/v2/models.json",
    );
    expect(parseUrl("https://m.example/catalog.json").factsUrl).toBeUndefined();
    expect(parseUrl("https://m.example/my-api.json").factsUrl).toBeUndefined();
  });

  it("is read the same with and without `new URL`", () => {
    const piece = fc.constantFrom(
      ..."https:// http:// models.dev localhost 127.0.0.1 0x7f.1 a-b a--b xn--a . .. - _ / // :80 :443 :8443 :99999 :0 A api.json API.JSON .json %2e ä @ x".split(
        " ",
      ),
    );
    const read = (text: string) => {
      try {
        const source = parse(text);
        return source.kind === "url" ? { ...source } : "a file";
      } catch (error) {
        return error instanceof ModelForgeError ? error.code : error;
      }
    };
    let both = 0;
    fc.assert(
      fc.property(
        fc.constantFrom("https://models.dev", "https://a.b", "http://localhost", "https://", ""),
        fc.array(piece, { maxLength: 6 }),
        (start, pieces) => {
          const text = start + pieces.join("");
          // an empty fragment changes nothing but the way
          const [plain, whole] = [read(text), read(`${text}#`)];
          if (typeof plain === "object") both += 1;
          if (whole !== "a file") expect([text, plain]).toEqual([text, whole]);
        },
      ),
      { seed: 4821, numRuns: 5_000 },
    );
    expect(both).toBeGreaterThan(1_000);
  });

  it("has a cache of its own, the same however it is written", () => {
    const keys = ["https://m.example", "https://m.example/", "https://m.example/api.json"];
    expect(new Set(keys.map((text) => parse(text).key)).size).toBe(1);
    expect(parse("https://m.example/v2").key).not.toBe(parse("https://m.example").key);
    // caches of earlier versions stay valid
    expect(parse("https://models.dev").key).toBe("models.dev-4a92e452");
    expect(parse("https://models.dev/?").key).toBe("models.dev-4a92e452");
  });

  it("has another cache for another query, whose name tells nobody the query", () => {
    const keyOf = (text: string, salt?: string) => parseSource(text, machine, () => salt).key;
    const [one, two] = ["https://m.example?token=1", "https://m.example?token=2"];
    expect(keyOf(one, "salt")).toBe(keyOf(one, "salt"));
    expect(keyOf(one, "salt")).not.toBe(keyOf(two, "salt"));
    expect(keyOf(one, "salt")).not.toBe(keyOf(one, "another salt"));
    expect(keyOf(one, "salt")).toMatch(/^m\.example-[0-9a-f]{16}$/);
    // without a salt nothing of it is in the name
    expect(keyOf(one)).toBe(keyOf(two));
    expect(keyOf(one)).not.toBe(keyOf("https://m.example"));
  });

  it.each(["%3Ftoken=", ";token=", "&key=", "/token="])(
    "has another cache for another value behind %s, whose name tells nobody the value",
    (sign) => {
      const sourceOf = (value: string, salt?: string) =>
        parseSource(`https://m.example/x${sign}${value}`, machine, () => salt);
      expect(sourceOf("1", "salt").key).not.toBe(sourceOf("2", "salt").key);
      expect(sourceOf("1", "salt").key).not.toBe(sourceOf("1", "another salt").key);
      expect(sourceOf("1").key).toBe(sourceOf("2").key);
      expect(sourceOf("s3cret").shown).toMatch(/^https:\/\/m\.example\/x\/?…$/);
    },
  );

  it("asks for a salt only where there is a query to hide", () => {
    const asked = (text: string): boolean => {
      let isAsked = false;
      parseSource(text, machine, () => {
        isAsked = true;
        return "salt";
      });
      return isAsked;
    };
    for (const text of ["https://models.dev", "https://me:pw@m.example/#top", "./api.json"]) {
      expect(asked(text)).toBe(false);
    }
    expect(asked("https://m.example?x")).toBe(true);
  });

  it("shows that there is a query, and nothing of it", () => {
    expect(parse("https://m.example/a?token=1").shown).toBe("https://m.example/a?…");
    expect(parse("https://m.example/x.json?token=1").shown).toBe("https://m.example/x.json?…");
  });

  it("keeps credentials for the request and shows them nowhere", () => {
    const source = parseUrl("https://me:s3cret@m.example/x");
    expect(source.catalogUrl.password).toBe("s3cret");
    expect(source.factsUrl?.password).toBe("s3cret");
    expect(source.shown).toBe("https://m.example/x");
    expect(source.key).toBe(parse("https://m.example/x").key);
    expect(showAddress(source.catalogUrl)).toBe("https://m.example/x/api.json");
  });
});

describe("plain http", () => {
  it.each([
    "http://localhost:8080",
    "http://127.0.0.1",
    "http://127.8.9.10:1/api.json",
    "http://[::1]:3000",
    "http://LOCALHOST",
    "http://localhost.:8080",
    "http://mirror.localhost:8080",
    "http://a.mirror.Localhost./api.json",
    "http://127.0.0.1.",
    "http://127.1",
    "http://[::ffff:127.0.0.1]:80",
  ])("is spoken to this machine: %s", (text) => {
    expect(parseUrl(text).catalogUrl.protocol).toBe("http:");
  });

  it.each([
    "http://models.dev",
    "http://localhost.example.com",
    "http://notlocalhost",
    "http://..localhost",
    "http://localhost..",
    "http://127.0.0.1.example.com",
    "http://128.0.0.1",
    "http://0.0.0.0",
    "http://10.0.0.1",
    "http://[::2]",
    "http://[::ffff:10.0.0.1]",
    "http://mirror.localhost.example.com",
    "http://localhost@models.dev",
    "http://me:s3cret@models.dev",
  ])("is refused to any other: %s", (text) => {
    const failure = failureOf(() => parse(text));
    expect(failure.code).toBe("network.insecure");
    expect(failure.message).not.toContain("s3cret");
  });
});

describe("a source in a file", () => {
  it("is any path", () => {
    const path = resolve("some/api.json");
    const urls = [`file://${path}`, `file:${path}`, `file://localhost${path}`];
    for (const text of ["some/api.json", "./some/api.json", path, ...urls]) {
      expect(parse(text)).toMatchObject({
        kind: "file",
        path,
        shown: path,
        factsPath: resolve("some/models.json"),
      });
    }
    expect(parse(`FILE://${path}`).kind).toBe("file");
  });

  it("has facts beside an api.json only", () => {
    expect(parse("/data/catalog.json")).toMatchObject({ factsPath: undefined });
    expect(parse("/data/my-api.json")).toMatchObject({ factsPath: undefined });
  });

  it("may have spaces and other letters in its name", () => {
    expect(parse("file:///tmp/my%20catalog/%C3%A4.json")).toMatchObject({
      path: "/tmp/my catalog/ä.json",
    });
    expect(parse("/tmp/My Catalog é.json").key).toMatch(/^file-my_catalog_.json-[0-9a-f]{8}$/);
  });

  it("may have a percent sign in its name", () => {
    expect(parse("file:///tmp/100%.json")).toMatchObject({ path: "/tmp/100%.json" });
  });
});

describe("what is no source", () => {
  it.each([
    "https://",
    "https://[",
    "https://a b/",
    "ftp://models.dev",
    "ws://x",
    "file:api.json",
    "file://server/api.json",
    "models.dev:443/api.json",
  ])("is refused: %s", (text) => {
    expect(failureOf(() => parse(text)).code).toBe("usage.bad-value");
  });

  it.each([
    "ftp://me:s3cret@models.dev/api.json",
    "https://me:s3cret@models dev/api.json",
    "ftp://me:an@s3cret@models.dev",
    "https://me:s3cret/1@models.dev",
    "https:me:s3cret@models.dev",
    "me:s3cret@models.dev",
    "models.dev/api.json?s3cret",
    "models.dev/x%3Ftoken=s3cret",
    "token=s3cret",
  ])("is refused without showing its password: %s", (text) => {
    const { message, hint, details } = failureOf(() => parse(text));
    expect(JSON.stringify({ message, hint, details })).not.toContain("s3cret");
  });

  it("is a failure of ours, whatever it is", () => {
    const start = fc.constantFrom("", "https://", "http://", "file://", "file:///", "x://", "//");
    fc.assert(
      fc.property(start, fc.string({ unit: anyCharacter }), (scheme, rest) => {
        try {
          const { key } = parse(scheme + rest);
          expect(key).toMatch(/^[a-z0-9._-]+-(?:[0-9a-f]{8}|[0-9a-f]{16})$/);
        } catch (error) {
          expect(error).toBeInstanceOf(ModelForgeError);
        }
      }),
      { seed: 4801, numRuns: 1000 },
    );
  });
});
