import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type * as Library from "../../src/index.ts";
import { root } from "../cli/command.ts";

const required = createRequire(join(root, "package.json"))("modelforge") as typeof Library;
const imported = (await import(join(root, "dist/lib/index.mjs"))) as typeof Library;

const failureOf = (library: typeof Library): unknown => {
  try {
    return new library.ModelsDevClient({ ttlMs: -1 });
  } catch (error) {
    return error;
  }
};

describe("an error of one copy of the library", () => {
  it("is an error of ours to the other copy", () => {
    expect(required.ModelForgeError).not.toBe(imported.ModelForgeError);
    for (const made of [failureOf(required), failureOf(imported)]) {
      expect(made).toBeInstanceOf(imported.ModelForgeError);
      expect(made).toBeInstanceOf(required.ModelForgeError);
    }
  });

  it("is no error of a class that somebody made of ours", () => {
    class Own extends imported.ModelForgeError {}
    const own = new Own("cancelled", { message: "" });
    expect(failureOf(imported)).not.toBeInstanceOf(Own);
    expect(own).toBeInstanceOf(Own);
    expect(own).toBeInstanceOf(required.ModelForgeError);
  });

  it("is nothing else", () => {
    for (const other of [new Error("x"), { code: "cancelled" }, null, "cancelled", undefined]) {
      expect(other instanceof imported.ModelForgeError).toBe(false);
    }
  });
});
