import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Warning } from "../failure.ts";
import { realCodec } from "../system/real/codec.ts";
import { failureOf } from "../testing/failures.ts";
import { utf32 } from "../testing/utf32.ts";
import { digestOf, parseJson } from "./body.ts";
import { readBody } from "./read-body.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (data: Uint8Array | string): string =>
  createHash("sha256").update(data).digest("hex");

describe("digestOf", () => {
  it("is the SHA-256 of a catalog that came alone", () => {
    const catalog = bytes('{"a":1}');
    expect(digestOf({ catalog, facts: undefined }, realCodec)).toBe(sha256(catalog));
  });

  it("tells catalog and facts apart, and which is which", () => {
    const [a, b] = [bytes("{}"), bytes("[]")];
    expect(digestOf({ catalog: a, facts: b }, realCodec)).toBe(sha256(`${sha256(a)} ${sha256(b)}`));
    const digests = [
      digestOf({ catalog: a, facts: undefined }, realCodec),
      digestOf({ catalog: a, facts: b }, realCodec),
      digestOf({ catalog: b, facts: a }, realCodec),
    ];
    expect(new Set(digests).size).toBe(3);
  });
});

describe("parseJson", () => {
  it("reads JSON in UTF-8, with a byte order mark or without", () => {
    expect(parseJson(bytes('{"name":"通义"}'))).toEqual({ name: "通义" });
    expect(parseJson(bytes("\ufeff[1]"))).toEqual([1]);
    expect(parseJson(bytes("null"))).toBeNull();
  });

  it("finds nothing in what is no JSON or no UTF-8", () => {
    expect(parseJson(bytes(""))).toBeUndefined();
    expect(parseJson(bytes('{"a":'))).toBeUndefined();
    expect(parseJson(bytes("{}{}"))).toBeUndefined();
    expect(parseJson(bytes("<!doctype html>"))).toBeUndefined();
    expect(parseJson(Uint8Array.from([0x22, 0xff, 0x22]))).toBeUndefined();
  });
});

describe("readBody", () => {
  const catalog = bytes('{"openai":{"models":{"gpt-5":{}}}}');

  it("reads a catalog and the facts beside it", () => {
    const read = readBody({ catalog, facts: bytes('{"openai/gpt-5":{"license":"MIT"}}') });
    expect(read.models.map(({ model }) => model.ref)).toEqual(["openai/gpt-5"]);
    expect(read.facts.map(({ license }) => license)).toEqual(["MIT"]);
  });

  it("does without facts that cannot be read", () => {
    const { models, facts } = readBody({ catalog, facts: bytes("<html>") });
    expect([models.length, facts.length]).toEqual([1, 0]);
  });

  it.each<[what: string, facts: Uint8Array, message: string]>([
    ["HTML", bytes("<html>"), 'f.json is no JSON: 6 bytes that begin with "<html>"'],
    ["empty", bytes(""), "f.json is no JSON: it is empty"],
    ["UTF-16", Buffer.from("{}", "utf16le"), "f.json is not UTF-8: it is UTF-16"],
    ["Latin-1", Buffer.from('{"\u00fc', "latin1"), "f.json is not UTF-8: byte 0xfc at offset 2"],
    ["a list", bytes("[]"), "f.json is no object of models' facts"],
  ])("says of facts that are %s that it does without them, and why", (_, factsBytes, message) => {
    const warnings: Warning[] = [];
    const { models } = readBody(
      { catalog, facts: factsBytes },
      { told: { name: "f.json", warnings } },
    );
    expect(models).toHaveLength(1);
    expect(warnings).toEqual([
      { code: "catalog.broken", message: expect.stringContaining(message) },
    ]);
    expect(warnings[0]?.message).toMatch(/; answering without it$/);
  });

  it("says how a broken catalog begins", () => {
    const failure = failureOf(() =>
      readBody({ catalog: bytes("<!doctype html>"), facts: undefined }),
    );
    expect(failure.code).toBe("catalog.broken");
    expect(failure.message).toContain('"<!doctype html>"');
    const empty = failureOf(() => readBody({ catalog: bytes(""), facts: undefined }));
    expect(empty.message).toContain("it is empty");
  });

  it.each<[what: string, bytes: number[], offset: number]>([
    ["bytes of a program", [0x00, 0x01, 0x02, 0x03], 0],
    ["two bytes", [0x00, 0x01], 0],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 6],
    ["words of four bytes", [0x00, 0x00, 0x00, 0x01], 0],
  ])("says of %s that it is no text, and not how to save it", (_, some, offset) => {
    const failure = failureOf(() => readBody({ catalog: Uint8Array.from(some), facts: undefined }));
    expect(failure.message).toContain("no JSON: it is no text: byte 0x");
    expect(failure.details.offset).toBe(offset);
    expect(failure.hint).not.toContain("UTF-8");
  });

  it.each<[what: string, bytes: Buffer, message: RegExp, offset: number]>([
    ["UTF-16 with its mark", Buffer.from('\ufeff{"a":{}}', "utf16le"), /UTF-16/, 0],
    ["UTF-16 of big ends", Buffer.from('\ufeff{"a":{}}', "utf16le").swap16(), /UTF-16/, 0],
    ["UTF-16 without its mark", Buffer.from('{"a":{}}', "utf16le"), /UTF-16/, 0],
    ["UTF-32 with its mark", utf32('\ufeff{"a":{}}'), /UTF-32 by its first four bytes/, 0],
    ["UTF-32 without its mark", utf32('{"a":{}}'), /UTF-32/, 0],
    ["UTF-32 of big ends", utf32('\ufeff{"a":{}}').swap32(), /UTF-32/, 0],
    ["UTF-32 of big ends without", utf32('{"a":{}}').swap32(), /UTF-32/, 0],
    ["Latin-1", Buffer.from('{"caf\u00e9":{}}', "latin1"), /byte 0xe9 at offset 5 /, 5],
    ["Latin-1 in the end", Buffer.from('{"\u00fc', "latin1"), /byte 0xfc at offset 2 /, 2],
    ["half a character", Buffer.from('{"通').subarray(0, 4), /byte 0xe9 at offset 2 /, 2],
    [
      "Latin-1 after UTF-8",
      Buffer.concat([Buffer.from('\ufeff{"通\ufffd'), Buffer.from([0xa0])]),
      /0xa0 at offset 11 /,
      11,
    ],
  ])(
    "says of a catalog in %s that it is not UTF-8, and where",
    (_, catalogBytes, message, offset) => {
      const failure = failureOf(() => readBody({ catalog: catalogBytes, facts: undefined }));
      expect(failure).toMatchObject({ code: "catalog.broken", details: { offset } });
      expect(failure.message).toMatch(/^the catalog is not UTF-8: /);
      expect(failure.message).toMatch(message);
    },
  );

  it("takes a catalog that begins with the mark of UTF-8", () => {
    const marked = bytes('\ufeff{"openai":{"models":{"gpt-5":{}}}}');
    expect(readBody({ catalog: marked, facts: undefined }).models).toHaveLength(1);
  });
});
