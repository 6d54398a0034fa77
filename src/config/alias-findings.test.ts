import { describe, expect, it } from "vitest";
import { aliasFindings } from "./alias-findings.ts";
import { leavesOf } from "./layers.ts";

function found(aliases: unknown) {
  const said = { aliases };
  const text = JSON.stringify(said, null, 1);
  const file = { path: "/c.json", scope: "user", text, said } as const;
  const { findings, idle } = aliasFindings(leavesOf(file).leaves, [file]);
  const lines = text.split("\n");
  return {
    idle: idle.map(({ name, index }) => [name, index]),
    said: findings.map(({ code, message, line }) => [
      code,
      message,
      lines[(line ?? 0) - 1]?.trim().replace(",", ""),
    ]),
  };
}

describe("what is wrong with aliases", () => {
  it("is a circle, whichever way it goes, with the way", () => {
    const { said } = found({
      a: { model: "b" },
      b: { model: "m/1", fallback: ["m/2", "c"] },
      c: { model: "a" },
      self: { model: "self" },
    });
    expect(said).toEqual([
      ["config.alias-circle", "a stands for b: a circle, a > b > c > a", '"model": "b"'],
      ["config.alias-circle", "b falls back to c: a circle, b > c > a > b", '"c"'],
      ["config.alias-circle", "c stands for a: a circle, c > a > b > c", '"model": "a"'],
      ["config.alias-circle", "self stands for itself: a circle, self > self", '"model": "self"'],
    ]);
  });

  it("is one that falls back to another, and one that stands for nothing", () => {
    const { said } = found({
      a: { model: "m/1", fallback: ["b"] },
      b: { model: "m/2" },
      none: { needs: ["tools"] },
    });
    expect(said).toEqual([
      ["config.alias-of-alias", "a falls back to b, which is an alias, too", '"b"'],
      ["config.empty-alias", "the alias none stands for no model", '"needs": ['],
    ]);
  });

  it("is a fallback that was taken before, of the same file alone", () => {
    const { said, idle } = found({ a: { model: "m/1", fallback: ["m/2", "m/1", "m/2", "m/3"] } });
    expect(said.map(([code]) => code)).toEqual(["config.idle-fallback", "config.idle-fallback"]);
    expect(idle).toEqual([
      ["m/1", 1],
      ["m/2", 2],
    ]);
  });

  it("is nothing where there is a model, with what it falls back to", () => {
    expect(found({ small: { model: "m/1", fallback: ["m/2"] } }).said).toEqual([]);
  });
});
