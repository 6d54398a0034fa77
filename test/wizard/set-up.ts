import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { type Command, createCommand } from "../cli/command.ts";
import type { Fault } from "../stand-in/answers.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { Screen, type ScreenOptions } from "../terminal/screen.ts";

export const key = "sk-planted-0123456789";

// colours, a title for the window, a line turned around, a sign of two columns
const hostile = "\u001b[31mRed\u001b]0;pwned\u0007 \u202ename 模型";

/** A list of models for whoever has the key. */
export const forTheKey: Fault = ({ headers }, response) => {
  const isOpen = headers.authorization === `Bearer ${key}`;
  response.writeHead(isOpen ? 200 : 401, { "content-type": "application/json" }).end("{}");
};

/** A model server on this machine, and a catalog that names it. */
export async function startServer() {
  const standIn = await StandIn.start();
  standIn.forever("/v1/models", forTheKey);
  return standIn;
}

function catalogOf(url: string, openai: string | undefined) {
  const api = `${url}/v1`;
  const models = [wireModel("own-1"), wireModel("own-2", { name: hostile })];
  return wireCatalog(
    wireProvider("own-server", models, { api, name: "Own Server" }),
    wireProvider("keyless", [wireModel("free-1")], { api, env: [] }),
    wireProvider("openai", [wireModel("gpt-5")], { api: openai, npm: "@ai-sdk/openai" }),
    wireProvider("azure", [wireModel("gpt-5")], {
      api: undefined,
      npm: "@ai-sdk/azure",
      env: ["AZURE_RESOURCE_NAME", "AZURE_API_KEY"],
    }),
    wireProvider("hostile", [wireModel("a-model", { name: hostile })], { api, name: hostile }),
  );
}

/** A user of their own, who has looked at the catalog once. */
export function newUser(
  url: string,
  environment: Record<string, string> = {},
  /** Where a mirror wants keys of OpenAI. */
  openai?: string,
) {
  const source = join(createCommand({}).home, "catalog.json");
  writeFileSync(source, JSON.stringify(catalogOf(url, openai)));
  const command = createCommand({ MODELFORGE_URL: source, ...environment });
  command.run(["list"]);
  return {
    command,
    config: () => readFileSync(join(command.home, ".config/model-forge/config.json"), "utf8"),
    stored: () =>
      readFileSync(join(command.home, ".local/share/model-forge/credentials/store.json"), "utf8"),
  };
}

export function makeProject(command: Command, config?: unknown): string {
  const project = join(command.home, "project");
  mkdirSync(join(project, ".git"), { recursive: true });
  if (config === undefined) return project;
  mkdirSync(join(project, ".model-forge"));
  writeFileSync(join(project, ".model-forge/config.json"), JSON.stringify(config));
  return project;
}

export function openWizard(
  command: Command,
  options: ScreenOptions & { args?: readonly string[] } = {},
): Screen {
  const environment = { ...command.env, ...options.environment };
  const args = options.args ?? ["config"];
  return new Screen(args, { columns: 100, directory: command.home, ...options, environment });
}

/** Where the person is, and what they type there. */
export type Answers = readonly (readonly [shown: string | RegExp, typed: string])[];

export async function answerAll(screen: Screen, answers: Answers): Promise<void> {
  for (const [shown, typed] of answers) {
    await screen.showsFrame(shown);
    screen.type(typed);
  }
}

export const enter = "\r";
export const escape = "\u001b";
export const down = "\u001b[B";
export const interrupt = "\u0003";

/** From nothing to the end. */
export const wholeWay = [
  ["Which provider?", "own\r"],
  ["Which credential of own-server?", enter],
  ["Key of own-server:", `${key}\r`],
  ["Let credentials of own-server go to", `${down}\r`],
  ["2 of 2", enter],
  ["Ask own-server whether", enter],
  ["valid", enter],
  ["This will be written", enter],
] as const satisfies Answers;

/** The lines that do the same, as they stand on the screen. */
export function scriptOn(screen: Screen): string[] {
  const at = screen.lines.findIndex((line) => line.startsWith("The same without questions"));
  return screen.lines.slice(at + 1).filter((line) => line.startsWith("modelforge "));
}

/** Runs such lines in pipes, with a key on standard input, in a directory of the second user that they are for. */
export function runScript(
  command: Command,
  lines: readonly string[],
  { typed = key, at = "" } = {},
): void {
  // checks are for a server in this process
  for (const line of lines.filter((one) => !one.includes(" --check"))) {
    const ran = command.shellIn(join(command.home, at), `printf %s '${typed}' | ${line}`);
    if (ran.code !== 0) throw new Error(`${line}\n${ran.stderr}`);
  }
}

// what was fetched, and what was compiled: any command leaves it
const caches = /^(?:\.cache|cache|state\/catalog)(?:\/|$)/;

/** Every file below a directory, with what it holds, who may read it and when it was changed. */
export function everythingIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => !caches.test(name))
    .toSorted()
    .map((name) => {
      const path = join(directory, name);
      const stats = statSync(path);
      const bytes = stats.isFile() ? readFileSync(path) : "";
      const sum = createHash("sha256").update(bytes).digest("hex");
      return `${name} ${stats.mode.toString(8)} ${stats.mtimeMs} ${sum}`;
    });
}

/** Files that hold a text. */
export function filesWith(directory: string, text: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => {
    const path = join(directory, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });
}
