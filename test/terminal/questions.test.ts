import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { removeTree } from "../remove-tree.ts";
import { Screen } from "./screen.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** The command at a question, and whether a configuration was written. */
function asked(line: string, environment: Record<string, string> = {}) {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-asked-"));
  open.push(() => removeTree(directory));
  const source = join(directory, "catalog.json");
  const azure = { npm: "@ai-sdk/azure", api: undefined, env: ["AZURE_RESOURCE_NAME"] };
  const providers = [
    wireProvider("openai", [wireModel("gpt-5")], { npm: "@ai-sdk/openai", api: undefined }),
    wireProvider("azure", [wireModel("gpt-5")], azure),
  ];
  writeFileSync(source, JSON.stringify(wireCatalog(...providers)));
  const configuration = join(directory, "configuration");
  const editor = join(directory, "editor");
  writeFileSync(editor, `#!/bin/sh\nprintf '{ broken' > "$1"\n`, { mode: 0o755 });
  if (line === "config migrate") {
    mkdirSync(configuration);
    const python = { providers: { openai: { llm_type: "openai", models: { "gpt-5": {} } } } };
    writeFileSync(join(configuration, "config.json"), JSON.stringify(python));
  }
  if (line === "auth login house") {
    mkdirSync(configuration);
    const house = { providers: { house: { baseUrl: "http://127.0.0.1:9/v1" } } };
    writeFileSync(join(configuration, "config.json"), JSON.stringify(house));
  }
  const screen = new Screen(line.split(" "), {
    columns: 100,
    environment: {
      MODELFORGE_URL: source,
      MODELFORGE_CONFIG_DIR: configuration,
      MODELFORGE_DATA_DIR: join(directory, "data"),
      MODELFORGE_CACHE_DIR: join(directory, "cache"),
      VISUAL: "",
      EDITOR: editor,
      ...environment,
    },
  });
  open.push(() => screen.close());
  const isWritten = (): boolean => readdirSync(directory).includes("configuration");
  return { screen, isWritten };
}

const keys = { OPENAI_API_KEY: "correct-horse" };

describe("a question that Enter says yes to", () => {
  it.each([
    ["\r", true],
    ["y\r", true],
    [" YES \r", true],
    ["n\r", false],
    ["no\r", false],
    ["q\r", false],
    ["Quit\r", false],
    ["abort\r", false],
    ["cancel\r", false],
  ])("is answered by %j", async (keysTyped, isYes) => {
    const { screen, isWritten } = asked("config add-auto", keys);
    await screen.shows("Use openai/gpt-5? [Y/n]");
    screen.type(keysTyped);
    expect([await screen.ended(), isWritten()]).toEqual([isYes ? 0 : 130, isYes]);
  });

  it.each([
    ["y\r", true],
    ["later\r", false],
  ])("is asked once more where the answer is neither, then %j", async (keysTyped, isYes) => {
    const { screen, isWritten } = asked("config add-auto", keys);
    await screen.shows("Use openai/gpt-5? [Y/n]");
    screen.type("maybe\r");
    await screen.shows("y for yes, n for no: Use openai/gpt-5? [Y/n]");
    screen.type(keysTyped);
    expect([await screen.ended(), isWritten()]).toEqual([isYes ? 0 : 130, isYes]);
  });
});

// each place in the sources that asks for a yes, with a line that comes to it
const yesOrNo: [string, string, string, string][] = [
  ["commands/config-add-auto.ts", "config add-auto", "Use openai/gpt-5? [Y/n]", "nothing was"],
  ["commands/auth-logout.ts", "auth logout --all", "stored credential? [y/N]", "nothing was"],
  ["commands/auth-trust.ts", "auth trust openai a.example", "a.example? [y/N]", "nothing was"],
  ["commands/cache-clear.ts", "cache clear", "[y/N]", "nothing was removed"],
  ["commands/config-migrate.ts", "config migrate", "Move it? [y/N]", "nothing was"],
  ["commands/config-edit.ts", "config edit", "Edit it again? [Y/n]", "is left as it was"],
  ["host-to-trust.ts", "auth login house", "May its key go there? [y/N]", "nothing was stored"],
  ["commands/auth-login.ts", "auth login openai", "Keep it all the same? [y/N]", "nothing was"],
];
// tested where there is a keychain, and where there is a list to choose from
const elsewhere = ["discover/ask-for-change.ts", "wizard/write-all.ts"];

describe("no to any question", () => {
  it.each(yesOrNo.flatMap((row) => [[...row, "n\r"] as const, [...row, "\u001b"] as const]))(
    "cancels (%s): %s, %s, %s, %j",
    async (_, line, question, left, no) => {
      const { screen } = asked(line, keys);
      const [, , provider = ""] = line.split(" ");
      if (line.startsWith("auth login ")) {
        await screen.shows(`Key of ${provider}:`);
        screen.type("gsk_planted0123456789\r");
      }
      await screen.shows(question);
      screen.type(no);
      expect(await screen.ended()).toBe(130);
      expect(screen.lines.join("\n")).toContain(left);
    },
  );

  it("is tested of each place that asks", () => {
    const sources = new URL("../../src/surfaces/cli/", import.meta.url);
    const asking = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
      (path) =>
        path.endsWith(".ts") &&
        !["confirm.ts", "yes-or-no.ts"].includes(path) &&
        /\b(?:confirm|askForYes)\(/.test(readFileSync(new URL(path, sources), "utf8")),
    );
    expect(asking.toSorted()).toEqual([...yesOrNo.map(([path]) => path), ...elsewhere].toSorted());
  });
});

describe("Ctrl-C at a question", () => {
  it.each([
    ["config add-auto", "Use openai/gpt-5? [Y/n]", "nothing was changed"],
    ["config add azure/gpt-5", "AZURE_RESOURCE_NAME:", "nothing was changed"],
    ["auth logout --all", "Remove every stored credential? [y/N]", "nothing was removed"],
    ["auth trust openai a.example", "go to https://a.example? [y/N]", "nothing was trusted"],
    ["auth login openai", "Key of openai:", "nothing was stored"],
  ])("leaves everything as it was: %s", async (line, question, left) => {
    const { screen, isWritten } = asked(line, keys);
    await screen.shows(question);
    screen.type("\u0003");
    expect([await screen.ended(), isWritten()]).toEqual([130, false]);
    expect(screen.lines.join("\n")).toContain(left);
  });
});
