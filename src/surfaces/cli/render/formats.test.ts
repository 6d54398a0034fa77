import { describe, expect, it } from "vitest";
import { type AnswerKind, formatsOf, rendered } from "./formats.ts";

const rows = [{ ref: "a/b", price: 1 }];
const answer = {
  value: () => rows,
  rows: () => rows,
  cells: () => ({ rows, fields: ["ref", "price"] }),
};

describe.each<AnswerKind>(["list", "document", "comparison", "ranking"])(
  "the formats of a %s",
  (kind) => {
    const [first, ...others] = formatsOf(kind);

    it("begin with the one for people, which each command draws itself", () => {
      expect(rendered(first as "text", answer)).toBeUndefined();
    });

    it("write every value, but for the envelope that the context prints", async () => {
      for (const name of others) {
        const written = await rendered(name, answer);
        expect([name, written === undefined]).toEqual([name, name === "json"]);
        if (written !== undefined) expect(written.text).toContain("a/b");
      }
    });
  },
);
