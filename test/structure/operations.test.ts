import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Field } from "../../src/catalog/words/field.ts";
import { type OperationName, operations } from "../../src/operations/index.ts";
import { readInput } from "../../src/surfaces/library/inputs.ts";
import { failureOf } from "../../src/testing/failures.ts";
import { root } from "../cli/command.ts";

const names = Object.keys(operations) as OperationName[];
const folder = join(root, "src/operations");

describe("every operation", () => {
  it("has the name of its folder, and every folder is listed", () => {
    const folders = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...names].sort()).toEqual(folders.sort());
  });

  it("is a sentence that ends in a full stop, and reads or writes", () => {
    for (const { summary, effect } of Object.values(operations)) {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(["reads", "writes"]).toContain(effect);
    }
  });

  it.each(names)("%s says of each field what it means", (name) => {
    const fields: Record<string, Field> = operations[name].fields;
    for (const [field, { kind, about }] of Object.entries(fields)) {
      expect([field, about.length > 0, typeof kind.type]).toEqual([field, true, "string"]);
    }
  });

  it.each(names)("%s refuses what it does not know, and names it", (name) => {
    const { code, details } = failureOf(() => readInput(name, { frobnicate: 1 }));
    expect([code, details.field]).toEqual(["usage.bad-value", "frobnicate"]);
  });

  it.each(names)("%s asks for what it cannot do without", (name) => {
    const fields: Record<string, Field> = operations[name].fields;
    const needed = Object.entries(fields).filter(([, { isNeeded }]) => isNeeded === true);
    if (needed.length === 0) {
      expect(readInput(name, {})).toEqual({});
      return;
    }
    const { code, details } = failureOf(() => readInput(name, {}));
    expect(code).toBe("usage.bad-value");
    expect(needed.map(([field]) => field)).toContain(details.field);
  });
});
