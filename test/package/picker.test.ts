import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const dist = join(import.meta.dirname, "..", "..", "dist");
const read = (name: string): string => readFileSync(join(dist, name), "utf8");

describe("the built picker", () => {
  it("is a script of its own, loaded only by what fills the screen", () => {
    const loading = readdirSync(dist).filter(
      (name) => name.endsWith(".js") && read(name).includes("picker.mjs"),
    );
    expect(loading).toEqual(["config-wizard.js", "discover.js"]);
  });

  it("imports nothing but Node itself", () => {
    const imported = [
      ...read("picker.mjs").matchAll(/(?:^|[;}])import[^;]*?[`"']([^`"']+)[`"']/gm),
    ];
    expect(imported.length).toBeGreaterThan(3);
    expect(imported.map(([, name]) => name ?? "").filter((name) => !isBuiltin(name))).toEqual([]);
  });

  it("carries React for use, not for development", () => {
    const script = read("picker.mjs");
    const found = ["connectToDevTools", "react-reconciler.development", "NODE_ENV"].filter((word) =>
      script.includes(word),
    );
    expect(found).toEqual([]);
  });

  it("is covered by the notices of those who wrote parts of it", () => {
    for (const name of ["ink", "react", "react-reconciler", "yoga-layout", "chalk"]) {
      expect(read("THIRD-PARTY-NOTICES.md")).toMatch(new RegExp(`^## ${name}@\\d`, "m"));
    }
  });
});
