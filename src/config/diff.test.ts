import { describe, expect, it } from "vitest";
import { diffOf } from "./diff.ts";

const lines = (name: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${name} ${at}\n`).join("");

describe("what changed", () => {
  it("is shown line by line, with two around it", () => {
    const before = lines("line", 9);
    expect(diffOf({ before, after: before.replace("line 4\n", "another\n") })).toBe(
      "@@ -3,5 +3,5 @@\n line 2\n line 3\n-line 4\n+another\n line 5\n line 6\n",
    );
  });

  it("is shown at once where two long texts have nothing in common", () => {
    const started = Date.now();
    const diff = diffOf({ before: lines("one", 20_000), after: lines("other", 30_000) });
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(diff.startsWith("@@ -1,20000 +1,30000 @@\n-one 0\n-one 1\n")).toBe(true);
    expect(diff.endsWith("+other 29999\n")).toBe(true);
  });
});
