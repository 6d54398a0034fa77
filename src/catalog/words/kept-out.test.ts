import { describe, expect, it } from "vitest";
import { hidden } from "./hidden.ts";
import { isKeptOut, keepOut } from "./kept-out.ts";

const secrets = [
  'correct"horse/battery',
  "Stra\u00dfe-\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2",
  "k\u00e4se-\u{1f600}-zwei",
];

const hide = (text: string): string => hidden.in?.(text) ?? text;

describe("what is kept out", () => {
  it.each(secrets)("is hidden in every form and in any case, and nothing else is: %s", (secret) => {
    keepOut(secret);
    const json = JSON.stringify(secret).slice(1, -1);
    const bytes = (before: string) => Buffer.from(`${before}${secret}`);
    const forms = [
      secret,
      json,
      JSON.stringify(json).slice(1, -1),
      encodeURIComponent(secret),
      encodeURIComponent(secret).toLowerCase(),
      encodeURI(secret),
      secret.replace("\u03c2", "\u03c3"),
    ];
    for (const form of forms) expect(hide(`a ${form} b`)).toBe("a [secret] b");
    for (const before of ["", "a", "ab", "name:"]) {
      for (const encoding of ["base64", "base64url"] as const) {
        const text = bytes(before).toString(encoding);
        expect([isKeptOut(text), hide(text)]).toEqual([true, expect.stringContaining("[secret]")]);
      }
    }
    expect(hide("correct horse, strasse, kaese")).toBe("correct horse, strasse, kaese");
  });

  it("is hidden however long keys are and however many", () => {
    const long = Array.from({ length: 40 }, (_, at) => `${at}-${"0123456789abcdef".repeat(500)}`);
    for (const one of long) keepOut(one);
    expect(hide(long.join(" "))).toBe(long.map(() => "[secret]").join(" "));
  });

  it("is one mark where two overlap, and two where one stands behind the other", () => {
    keepOut("overlapping-1234");
    keepOut("1234-more-of-it");
    expect(hide("an overlapping-1234-more-of-it b")).toBe("an [secret] b");
    expect(hide("overlapping-1234overlapping-1234")).toBe("[secret][secret]");
  });

  it("is hidden behind letters that are two in the other case", () => {
    keepOut("zwei-letters-0123");
    expect(hide("\u0130\u00df\u0149 ZWEI-letters-0123 \u0130")).toBe(
      "\u0130\u00df\u0149 [secret] \u0130",
    );
  });

  it("is hidden as Markdown, a shell and CSV write it", () => {
    keepOut(`my_house|key's "4455"`);
    for (const written of [
      `my\\_house\\|key's "4455"`,
      `my_house|key'\\''s "4455"`,
      `my_house|key's ""4455""`,
    ])
      expect(hide(written)).toBe("[secret]");
  });

  it("is nothing that is part of a word", () => {
    keepOut("battery");
    expect(hide("a battery")).toBe("a battery");
  });
});
