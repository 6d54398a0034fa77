import { describe, expect, it } from "vitest";
import { readUrl } from "./url.ts";

describe("an address", () => {
  it("is read however often it was read before, with letters beyond ASCII too", () => {
    const hosts = new Set(
      Array.from({ length: 20_000 }, () => readUrl(["https://a.b", "ä"].join(""))?.hostname),
    );
    expect([...hosts]).toEqual(["a.xn--b-0fa"]);
  });

  it("is undefined for text that is none, and relative to another where one is given", () => {
    expect(readUrl("api.json")).toBeUndefined();
    expect(readUrl("api.json", "https://m.example/v2/")?.href).toBe(
      "https://m.example/v2/api.json",
    );
    expect(readUrl("https://:0", "https://m.example")).toBeUndefined();
  });
});
