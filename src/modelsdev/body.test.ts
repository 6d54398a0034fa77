import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { realCodec } from "../system/real/codec.ts";
import { failureOf } from "../testing/failures.ts";
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

  it("says how a broken catalog begins", () => {
    const failure = failureOf(() =>
      readBody({ catalog: bytes("<!doctype html>"), facts: undefined }),
    );
    expect(failure.code).toBe("catalog.broken");
    expect(failure.message).toContain('"<!doctype html>"');
    const empty = failureOf(() => readBody({ catalog: bytes(""), facts: undefined }));
    expect(empty.message).toContain("it is empty");
  });
});
