import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../cli/command.ts";

const folders = [".", ".changeset", "bench", "docs", "schema", "scripts", "src", "test"];
// CI may have more beside the project than others have
const beside = /\.\.\/shared|"\.\.", "shared"/;

function filesOf(folder: string): string[] {
  const recursive = folder !== ".";
  return readdirSync(join(root, folder), { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("the project", () => {
  it("names no folder beside it: a clone alone is whole", () => {
    const files = folders.flatMap(filesOf);
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((path) => beside.test(readFileSync(path, "utf8")))).toEqual([]);
  });
});
