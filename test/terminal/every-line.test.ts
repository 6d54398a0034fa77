import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { printedOn } from "./printed.ts";

const source = { MODELFORGE_URL: join(recordedCatalog.directory, "api.json") };
const { env, home } = createCommand(source);
const configured = join(home, "c");
const environment = {
  ...source,
  MODELFORGE_CACHE_DIR: env.MODELFORGE_CACHE_DIR,
  MODELFORGE_STATE_DIR: env.MODELFORGE_STATE_DIR,
  MODELFORGE_CONFIG_DIR: configured,
  MODELFORGE_DATA_DIR: join(home, "d"),
  EDITOR: "true",
};

/** Of each command lines that say much; a command without one is asked for nothing but itself. */
const lines: Readonly<Record<string, readonly string[]>> = {
  "models list": ["--limit 9", "--max-price 1 --min-context 100k --limit 9", "--kind embedding"],
  "models search": ["claude sonnet", "embedding --limit 5"],
  "models info": ["openai/gpt-5", "deepseek-chat", "openrouter/openai/gpt-5", "gtp-5x"],
  "models compare": ["gpt-5 claude-sonnet-4-5", "gpt-5 gemini-2.5-pro --all"],
  "models offers": ["gpt-5"],
  "models recommend": ["coding --limit 3", "coding --explain --limit 2", "chat --chart --limit 4"],
  discover: ["--plain --no-input"],
  cost: ["gpt-5 claude-sonnet-4-5 --input 9k --cached 33.333% --output 2k"],
  "providers list": ["--limit 9"],
  "providers info": ["openai", "amazon-bedrock", "google-vertex", "opnai"],
  "cache restore": ["nothing"],
  "cache clear": ["--yes"],
  "cache prune": ["--dry-run"],
  "config get": ["catalog.source", "catalog", "nothing.of.this.name"],
  "config set": ["catalog.ttl 6h", "catalog.ttl soon", "catalog.source https://models.example.com"],
  "config add": ["gpt-5 --use --dry-run", "mine --unlisted", "azure/gpt-5 --value A"],
  "config add-auto": ["--any --dry-run", "--use-case coding --yes", ""],
  "config remove": ["openai/gpt-5"],
  "config use": ["gpt-5 --offline", "my-fine-tune --unlisted --dry-run"],
  "config alias": ["fast gpt-5", "Fast gpt-5", "quick fast"],
  "config unset": ["catalog.source", "nothing.of.this.name"],
  "config migrate": ["", "--from nothing.json", "--dry-run"],
  "config rollback": ["--dry-run", "9"],
  "config validate": ["", "--strict"],
  "features enable": ["background-refresh", "background-refesh", "code-cache"],
  "features disable": ["background-refresh"],
  "auth login": [
    "openai --api-key sk-0123456789abcdef",
    "openai --api-key gsk_0123456789abcdef --no-input",
    "vllm --api-key some-key-of-mine --trust-host http://10.0.0.5:8000",
    "opnai --api-key some-key-of-mine",
    "github-copilot",
    "github-copilot --client-id Ov23liAbCdEfGhIjKlMn --host http://10.0.0.5",
  ],
  "auth status": ["", "openai snowflake-cortex vllm"],
  "auth trust": ["openai proxy.example:8443 --yes", "openai proxy", "--list"],
  "auth token": ["openai", "groq --yes"],
  "auth exec": ["openai -- true", "groq -- true", "openai -- no-such-program"],
  "auth logout": ["openai", "openai --account work"],
  completion: [],
};

// a script for a shell is no text for people
const asked = commandTable
  .filter(({ path }) => path !== "completion")
  .flatMap(({ path }) => (lines[path] ?? [""]).map((rest) => `${path} ${rest}`.trim()));

const wrong = [
  "shwo gpt-5",
  "list --lmit 5",
  "list gpt-5",
  "list --sort cheap",
  "list -o /none/out",
];

describe.each([40, 80])("on a terminal of %i columns", (columns) => {
  it.each([...asked, ...wrong])("no line of %s is wider", async (line) => {
    const { text } = await printedOn(columns, line.split(" "), environment);
    const wide = text
      .split("\n")
      // a command in a hint stays whole: it may be pasted
      .filter((one) => stringWidth(one) > columns && !/^hint: .*modelforge /.test(one))
      // so may the path of a file
      .filter((one) => !one.includes(join(configured, "config.json")));
    expect(wide).toEqual([]);
  });

  it.each([
    ["--help", "--quiet"],
    ["cache", "--help"],
    ["models", "--help"],
  ])("no line of what says which commands there are is wider: %s %s", async (...words) => {
    const { text } = await printedOn(columns, words, environment);
    expect(text.split("\n").filter((one) => stringWidth(one) > columns)).toEqual([]);
  });

  it.each(commandTable.map(({ path }) => path))(
    "no line of the help of %s is wider",
    async (path) => {
      const { text } = await printedOn(columns, [...path.split(" "), "--help"], environment);
      // examples are lines to be pasted
      const [, rest = ""] = /Examples:\n(?: .*\n)*\n?([^]*)/.exec(text) ?? [];
      expect(rest.split("\n").filter((one) => stringWidth(one) > columns)).toEqual([]);
    },
  );
});
