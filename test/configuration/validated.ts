import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../src/config/finding.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { createCommand, type Ran } from "../cli/command.ts";

let written: string | undefined;

/** A catalog with a model that is deprecated, in a file. */
function source(): string {
  if (written !== undefined) return written;
  const { home } = createCommand({});
  written = join(home, "catalog.json");
  const old = wireModel("gpt-4", { status: "deprecated", release_date: "2023-03-01" });
  writeFileSync(written, catalogWith(wireModel("gpt-5-mini"), old));
  return written;
}

export function catalogWith(...models: object[]): string {
  const all = [wireModel("gpt-5"), ...models] as Parameters<typeof wireProvider>[1];
  const azure = wireProvider("azure", [wireModel("other")], {
    npm: "@ai-sdk/azure",
    api: undefined,
  });
  return JSON.stringify(wireCatalog(wireProvider("openai", all), azure));
}

/** The command with what the two files say, in a project of its own. */
export function commandWith(user: string | undefined, project?: string, from = source()) {
  const command = createCommand({ MODELFORGE_URL: from, OPENAI_API_KEY: "correct-horse" });
  const directory = mkdtempSync(join(command.home, "project-"));
  mkdirSync(join(directory, ".git"));
  const files = {
    user: join(command.home, ".config/model-forge/config.json"),
    project: join(directory, ".model-forge/config.json"),
  };
  for (const [path, text] of [
    [files.user, user],
    [files.project, project],
  ] as const) {
    mkdirSync(join(path, ".."), { recursive: true });
    if (text !== undefined) writeFileSync(path, text);
  }
  const run = (words: string, more: Record<string, string> = {}): Ran =>
    command.shellIn(directory, `modelforge config validate ${words}`, more);
  const found = (words = "", more: Record<string, string> = {}): Finding[] =>
    (JSON.parse(run(`${words} --json`, more).stdout) as { result: Finding[] }).result;
  return { ...files, directory, command, run, found };
}
