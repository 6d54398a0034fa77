import { describe, expect, it } from "vitest";
import { failureOf } from "../testing/failures.ts";
import { refuseNewSecret, refuseSecret, secretIn, shownName, withoutSecrets } from "./secrets.ts";

const key = `sk-ant-${"a1b2".repeat(6)}`;

describe("what holds a secret", () => {
  it.each([
    key,
    "AKIAIOSFODNN7EXAMPLE",
    `eyJhbGciOiJIUzI1.${"a1b2".repeat(4)}.${"c3d4".repeat(4)}`,
    `bearer ${"a1b2".repeat(4)}`,
    `BEARER ${"a1b2".repeat(4)}`,
    "//me:pw@mirror.example/a",
    "https://me@mirror.example/a",
    "HTTPS://mirror.example/a?key=b",
    "https://mirror.example/a#b",
  ])("is found by its form, and not shown: %s", (secret) => {
    expect(secretIn(secret)).toMatch(/^a(n address with)? /);
    for (const text of [secret, `a ${secret} b`])
      expect(withoutSecrets(text)).not.toContain(secret);
  });

  it.each([
    "openai/gpt-5",
    "https://models.dev",
    "me@mirror.example",
    "sk",
    "what? #1",
    "sk-small",
    "sk-project-1",
    "xai-fast",
    "huggingface/hf_model",
    "https://sk-gateway.example.com/v1",
    "Never print sk- keys",
    "9f86d081884c7d659a2feaa0c55ad015",
  ])("is not found where none is: %s", (text) => {
    expect([secretIn(text), withoutSecrets(text)]).toEqual([undefined, text]);
  });

  it("is found in time that grows with the text alone, whatever it is made of", () => {
    const pieces = [
      "a",
      "-a",
      "eyJ-",
      "eyJaaaaaaaaaa.",
      "a://",
      "//:",
      "sk-",
      "Bearer ",
      "f0",
      "@",
    ];
    for (const piece of pieces) {
      const text = piece.repeat(50_000);
      const start = performance.now();
      secretIn(text);
      withoutSecrets(text);
      // minutes, where a text is gone through from each place in it
      expect([piece, performance.now() - start < 5000]).toEqual([piece, true]);
    }
  });

  it("is an address with a query where it is all of a text, and none within a sentence", () => {
    const page = "see https://example.com/#top";
    expect(secretIn(page)).toBeUndefined();
    expect(secretIn(`{"source": "https://mirror.example/a?b"}`)).toMatch(/^an address/);
    // what is shown goes without it all the same
    expect(withoutSecrets(page)).not.toContain("#top");
  });

  it("is refused as a value where a word of it is a key, or where it is known", () => {
    for (const text of [key, `config alias a ${key}`, "sk-1234", "x=hf_abc1234"])
      expect(failureOf(() => refuseSecret(text)).code).toBe("usage.bad-value");
    expect(failureOf(() => refuseSecret("alias a correct-horse", ["correct-horse"])).message).toBe(
      "that looks like a key that is at hand here; a configuration holds none",
    );
    for (const text of ["openai/gpt-5", "config set catalog.ttl 12h"])
      refuseSecret(text, ["horse"]);
  });

  it("is refused in a text where it was not before", () => {
    const old = `{ // ${key}\n}`;
    refuseNewSecret(old, `{ // ${key}\n "current": "a" }`, []);
    for (const line of [`// ${key} too`, '"current": "horse-battery"'])
      expect(failureOf(() => refuseNewSecret(old, `${old}\n${line}`, ["horse-battery"])).code).toBe(
        "usage.bad-value",
      );
  });

  it("is no name that is shown; of others what nobody sees is seen, and of one without end the beginning", () => {
    expect([key, "sk-1234", `aliases.${key}.model`].map(shownName)).toEqual(["…", "…", "…"]);
    expect(shownName("a\u202eb\u0007c\u200bd")).toBe("a\\u{202e}b\\u{7}c\\u{200b}d");
    expect(shownName("k".repeat(100_000))).toHaveLength(81);
    expect(shownName("catalog.source")).toBe("catalog.source");
  });
});
