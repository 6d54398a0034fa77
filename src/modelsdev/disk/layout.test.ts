import { describe, expect, it } from "vitest";
import { insideAt } from "../../places/layout.ts";
import { generationFiles, layoutWith, ourLayout } from "./layout.ts";
import { isGenerationName } from "./names.ts";

const source = "models.dev-c9d8938b";

/** Whether a path below a given directory is one that ModelForge makes. */
function isOurs(path: string): boolean {
  const names = path.split("/");
  const name = names.pop() ?? "";
  const inside = insideAt(ourLayout, names);
  return (
    inside?.files?.test(name) === true ||
    inside?.directories?.some(([pattern]) => pattern.test(name)) === true
  );
}

describe("what ModelForge makes in a directory that was given", () => {
  it.each([
    ".model-forge",
    ".model-forge.4711-1-x3k9q2.tmp",
    "v1",
    `v1/${source}`,
    "v1/snapshot",
    "v1/file-api.json-0123abcd",
    `v1/${source}/current.json`,
    `v1/${source}/current.json.4711-1.tmp`,
    `v1/${source}/refresh.lock/holder`,
    `v1/${source}/refresh.lock/after-4711-1-x3k9q2`,
    `v1/${source}/refresh.lock/holder-unknown`,
    `v1/${source}/refused/0123456789abcdef.json.br`,
    `v1/${source}/generations/0123456789abcdef-2`,
    `v1/${source}/generations/0123456789abcdef-2-4711-1-x3k9q2/body.br`,
    `v1/${source}/generations/.new-4711-1-x3k9q2/models.jsonl`,
    `v1/${source}/generations/.gone-4711-1-x3k9q2`,
    `v1/${source}/prepared/0123456789abcdef-4/columns.bin`,
    `v1/${source}/prepared/0123456789abcdef-4-4711-1-x3k9q2/manifest.json`,
    `v1/${source}/prepared/.new-4711-1-x3k9q2/models.jsonl`,
    `v1/${source}/prepared/.gone-4711-1-x3k9q2`,
    `v1/${source}/quarantine/0123456789abcdef-2-4711-1-x3k9q2`,
    `v1/${source}/quarantine/current.json-4711-1-x3k9q2`,
    `catalog/${source}/answers`,
    `catalog/${source}/last-refresh.json.4711-1-x3k9q2.tmp`,
    "code/0.1.0-v20.18.1-x64-info.bin",
    "code/0.1.0-v20.18.1-x64-refresh-cache-network.js.bin",
    "code/0.1.0-v23.0.0-nightly2024-arm64-help.bin.4711.tmp",
  ])("is %s", (path) => {
    expect(isOurs(path)).toBe(true);
  });

  it.each([
    "v2",
    "v1.bak",
    "code/my-project",
    "code/notes.bin",
    "code/0.1.0-v20.18.1-x64-info.bin.bak",
    "v1/x",
    "v1/my-notes-of-2026",
    "v1/../secrets-01234567",
    `v1/${source}/notes.txt`,
    `v1/${source}/current.json.bak`,
    `v1/${source}/current.json.tmp`,
    `v1/${source}/refresh.lock/mine`,
    `v1/${source}/refresh.lock/after-all`,
    `v1/${source}/generations/mine`,
    `v1/${source}/generations/.new-ideas`,
    `v1/${source}/generations/0123456789abcdef`,
    `v1/${source}/generations/0123456789abcdef-2/notes.txt`,
    `v1/${source}/generations/0123456789abcdef-2/body.br.bak`,
    `v1/${source}/generations/0123456789abcdef-2/deeper`,
    `v1/${source}/prepared/mine`,
    `v1/${source}/prepared/0123456789abcdef-4/notes.txt`,
    `v1/${source}/quarantine/mine`,
    `v1/${source}/refused/catalog.json.br`,
    `catalog/${source}/answers.txt`,
    "catalog/mine",
  ])("is not %s", (path) => {
    expect(isOurs(path)).toBe(false);
  });

  it("is in a generation what its manifest names, of whatever version", () => {
    const { files } = layoutWith(["quality.bin"]);
    for (const name of [...generationFiles, "quality.bin"]) expect(files?.test(name)).toBe(true);
    expect(layoutWith([]).files?.test("quality.bin")).toBe(false);
  });

  it("names a generation by a digest and a version, and by nothing that leads elsewhere", () => {
    expect(isGenerationName("0123456789abcdef-2")).toBe(true);
    for (const name of [
      "../0123456789abcdef-2",
      "0123456789abcdef-2/..",
      "0123456789ABCDEF-2",
      "",
    ]) {
      expect([name, isGenerationName(name)]).toEqual([name, false]);
    }
  });
});
