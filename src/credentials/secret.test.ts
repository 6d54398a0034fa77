import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { hidden } from "../catalog/words/hidden.ts";
import { Secret } from "./secret.ts";

const value = 'sk-planted+/0001 "ä"';

afterEach(() => {
  hidden.in = undefined;
});

describe("a secret", () => {
  it("is seen by nothing that prints, joins or inspects it", () => {
    const secret = new Secret(value);
    const shown = [
      String(secret),
      JSON.stringify({ secret }),
      inspect(secret, { depth: 9, showHidden: true }),
      inspect({ deep: [secret] }, { depth: 9 }),
      String([secret]),
      "".concat(secret as never),
      new Error("x", { cause: secret }).cause,
    ];
    for (const one of shown) expect(String(one)).not.toContain("planted");
    expect(secret.reveal()).toBe(value);
    expect(Object.keys(secret)).toEqual([]);
  });

  it("shows its last four letters from twelve on", () => {
    expect(new Secret("12345678abcd").lastFour).toBe("abcd");
    expect(new Secret("1234567abcd").lastFour).toBeNull();
  });

  it("is kept out of whatever is written from then on, in every form", () => {
    expect(hidden.in).toBeUndefined();
    void new Secret(value);
    const out = hidden.in ?? ((text: string) => text);
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    for (const form of [
      value,
      JSON.stringify(value),
      JSON.stringify(JSON.stringify(value)),
      encodeURIComponent(value),
      // as addresses write their hosts, and as some programs shout
      value.toLowerCase(),
      value.toUpperCase(),
      encodeURIComponent(value).toLowerCase(),
      base64(value),
      base64(`me:${value}`),
      base64(`Bearer x ${value} and more`),
      Buffer.from(`:${value}`).toString("base64url"),
    ]) {
      const written = out(`before ${form} after`);
      expect(written, form).toContain("[secret]");
      expect(written).not.toMatch(/planted|PLANTED|cGxhbnRlZ|wbGFudGVk|bGFudGVk/);
      expect(written).toMatch(/^before .*after$/);
    }
    expect(out("nothing of it")).toBe("nothing of it");
  });
});
