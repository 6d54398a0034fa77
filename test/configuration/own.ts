import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { StandIn } from "../stand-in/stand-in.ts";

/** What a person says of models: one the catalog lacks, one it has, and a provider of their own. */
export const mine = {
  openai: {
    models: {
      "my-tune": { name: "My tune", price: { input: 3, output: 9 }, limits: { context: 64_000 } },
      "gpt-5": { price: { input: 0.5 } },
    },
  },
  house: { baseUrl: "http://127.0.0.1:1234/v1", models: { llama: { name: "Llama" } } },
};

export interface Row {
  ref: string;
  name: string;
  price: { input: number | null; output: number | null } | null;
  limits: { context: number | null };
  origin?: string;
  configured?: string[];
}

/** The recorded catalog, served for all tests of a file, and commands that are configured to say something of it. */
export function withSource() {
  let standIn: StandIn | undefined;
  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.serve("/api.json", recordedCatalog.read("api.json"));
    standIn.serve("/models.json", recordedCatalog.read("models.json"));
  });
  afterAll(() => standIn?.stop());
  return {
    get standIn(): StandIn {
      return standIn as StandIn;
    },
    commandWith: (said: unknown) => commandWith(said, (standIn as StandIn).url),
  };
}

/** A command with such a configuration. */
function commandWith(said: unknown, url: string) {
  const command = createCommand({ MODELFORGE_URL: url });
  const file = join(command.home, ".config/model-forge/config.json");
  const say = (what: unknown): void => {
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, JSON.stringify(what));
  };
  say(said);
  return { command, say, file };
}

export const info = async (command: Command, ref: string, more: Record<string, string> = {}) =>
  answerOf<Row>(await command.ask(["info", ref, "--json"], more)).result;

/** The caches of a command, by their names; `ownCaches`: those worked out with a configuration. */
export const caches = ({ home }: Command): string[] => {
  const directory = join(home, "cache/v1");
  return existsSync(directory) ? readdirSync(directory) : [];
};
export const ownCaches = (command: Command): string[] =>
  caches(command).filter((name) => name.startsWith("own-"));
