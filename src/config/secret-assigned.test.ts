import { describe, expect, it } from "vitest";
import { mayHoldSecret } from "./may-hold-secret.ts";
import { heapsIn, secretsAssignedIn } from "./secret-assigned.ts";

const heap = "Zq7pL2mN9vX4cB8tR1wK";
const uuid = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";
const digits = "0123456789abcdef".repeat(2);

describe("a secret that a sentence says", () => {
  it.each([
    [`scaleway api_key: ${uuid}`, uuid],
    [` old token = "${uuid}" `, uuid],
    [`token => ${heap}`, heap],
    ["token → plainplain123456", "plainplain123456"],
    [`api key - ${heap}`, heap],
    [` api key:\n   ${heap} `, heap],
    [` the key\n ${heap}`, heap],
    [`curl -u bob:hunter2 https://h.example`, "hunter2"],
    ["password: correcthorsebattery", "correcthorsebattery"],
    ["password is correct-horse-battery", "correct-horse-battery"],
    [`azure ${digits}`, digits],
    ["openaikey: abcdef123456", "abcdef123456"],
    ["mykey = abcdef123456", "abcdef123456"],
    ["schluessel: abcdef123456", "abcdef123456"],
    ["Schlüssel: abcdef123456", "abcdef123456"],
    ["tool --api-key abcdef123456", "abcdef123456"],
    ['"password": "correct-horse",', "correct-horse"],
    ["password was plainplain123456", "plainplain123456"],
  ])("is found once, with its place: %j", (text, secret) => {
    expect(secretsAssignedIn(text)).toEqual([{ secret, index: text.lastIndexOf(secret) }]);
    expect(mayHoldSecret(text)).toBe(true);
  });

  it.each([
    "cache key: abcdef123456",
    "monkey: abcdef123456",
    "hotkey: ctrl+shift+k1",
    "turkey = abcdefgh1",
    "token: claude-sonnet-4-20250514",
    "key: mixtral-8x22b-instruct",
    "these need a key:\n deepseek-v3\n gpt-4o",
    "uses the api key\n gpt-4o-mini-2024-07-18",
    "commit 5eb85cc45a259553501f535b8ac79a77d0e79223",
    "azure sdk 5eb85cc45a259553501f535b8ac79a77d0e79223",
    `see ${digits}`,
    `model ${uuid}`,
    "password: authentication",
    "password: see-below",
    "api_key: ${OPENAI_API_KEY}",
    "api_key: OPENAI_API_KEY",
    "api key: <your-key-1>",
    "api key - needed from 2025-01-01",
    "curl -u user:password",
    "curl -u user:$PASSWORD1",
    "token: https://example.com/a1",
    '"password": "none"',
  ])("is not seen where there is none: %j", (text) => {
    expect(secretsAssignedIn(text)).toEqual([]);
  });

  it("is found without a name where it is mixed as no word is", () => {
    for (const text of [heap, ` ${heap}.`, `X-Own: ${heap}`])
      expect(heapsIn(text)).toMatchObject([{ secret: heap }]);
    for (const text of [
      `https://docs.example/d/${heap}/edit`,
      `sha512-${heap}a==`,
      "XMLHttpRequest2UTF8Decode",
      "5eb85cc45a259553501f535b8ac79a77d0e79223",
    ])
      expect(heapsIn(text)).toEqual([]);
  });

  it("is found in time that grows with the text alone", () => {
    for (const piece of ["a", "a ", "key ", "a-", "-u ", "--a ", " key:\n", "A1b", "a:"]) {
      const start = performance.now();
      secretsAssignedIn(piece.repeat(200_000));
      heapsIn(piece.repeat(200_000));
      // minutes, where a text is gone through from each place in it
      expect([piece, performance.now() - start < 5000]).toEqual([piece, true]);
    }
  });
});
