import { describe, expect, it } from "vitest";
import { withoutPrinted } from "./without-printed.ts";

const key = "Zx9-planted_0123456789";

describe("what a program complains of", () => {
  it.each([
    ["behind a name", `tok=${key}`],
    ["in JSON", `{"password":"${key}"}`],
    ["behind many words", `${"word ".repeat(30)}${key}`],
    ["in many lines", `${"a line\n".repeat(30)}key: ${key}\n`],
    ["in a list", `first,${key},last`],
    ["in colours", `\u001b[31m${key}\u001b[0m`],
  ])("has nothing in it of a key that it printed %s", (_, printed) => {
    expect(withoutPrinted(`cannot use ${key} now`, printed)).toBe("cannot use … now");
    expect(withoutPrinted(`cannot use "${key}", now`, printed)).toBe('cannot use "…", now');
    expect(withoutPrinted(`token=${key.toUpperCase()}!`, printed)).toBe("token=…!");
    expect(withoutPrinted(`${key.slice(0, 12)} or x${key}x`, printed)).toBe("… or …");
  });

  it("has no part of a password with signs of every kind", () => {
    expect(withoutPrinted("not p@s$w:o*r&d!", "pw=p@s$w:o*r&d!")).toBe("not …");
  });

  it("stays as it is where nothing of it was printed", () => {
    const said = "[ERROR] 2026/11/28 you are not signed in: op signin --account my.1password.com";
    expect(withoutPrinted(said, "")).toBe(said);
    expect(withoutPrinted(said, `signed in as ${key}`)).toBe(said);
  });
});
