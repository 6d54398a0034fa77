import { describe, expect, it } from "vitest";
import { measureFor, pad, truncate } from "./width.ts";

const length = (text: string): number => text.length;

describe("measureFor", () => {
  it("counts characters of ASCII, and columns of what is not", async () => {
    const plain = await measureFor("abc");
    expect(plain("abcd")).toBe(4);
    const wide = await measureFor("abc千");
    expect([wide("abcd"), wide("千问"), wide("e\u0301"), wide("")]).toEqual([4, 4, 1, 0]);
  });
});

describe("truncate", () => {
  it("leaves what fits", () => {
    expect(truncate("abcd", 4, "…", length)).toBe("abcd");
  });

  it("cuts what does not, and shows it", () => {
    expect(truncate("abcdef", 4, "…", length)).toBe("abc…");
    expect(truncate("abcdef", 4, "...", length)).toBe("a...");
  });

  it("has room for a part of the ellipsis at least", () => {
    expect(truncate("abcdef", 2, "...", length)).toBe("..");
    expect(truncate("abcdef", 0, "…", length)).toBe("");
  });

  it("never cuts a wide character in half", async () => {
    const measure = await measureFor("千");
    expect(truncate("千问千问", 6, "…", measure)).toBe("千问…");
  });
});

describe("pad", () => {
  it("fills up on either side, and leaves what is too long", () => {
    expect(pad("ab", 4, "left", length)).toBe("ab  ");
    expect(pad("ab", 4, "right", length)).toBe("  ab");
    expect(pad("abcde", 4, "left", length)).toBe("abcde");
  });
});
