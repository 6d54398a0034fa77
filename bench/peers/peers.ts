import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Run } from "../count/pairs.ts";
import type { Line } from "../report/line.ts";
import { measureRow } from "../rows/measure-row.ts";
import { environmentFor } from "../setting/environment.ts";
import type { Setting } from "../setting/setting.ts";

/** Another tool that answers one of our questions. */
interface Peer {
  name: string;
  /** What is run, given what finds it; undefined where it is not installed. */
  command: (find: Find) => Pick<Run, "args" | "program"> | undefined;
  expected: RegExp;
}

interface Find {
  /** A file of an installed package. */
  file: (path: string) => string | undefined;
  program: (name: string) => string | undefined;
}

const usage = "{ input_tokens: 40000, output_tokens: 2000 }";

const peers: readonly Peer[] = [
  {
    name: "genai-prices calc, one usage",
    command: ({ file }) => {
      const script = file("@pydantic/genai-prices/dist/cli.js");
      const tokens = ["--input-tokens", "40000", "--output-tokens", "2000"];
      return script === undefined ? undefined : { args: [script, "calc", "gpt-5", ...tokens] };
    },
    expected: /0\.07/,
  },
  {
    name: "tokenlens, imported, one usage",
    command: ({ file }) => {
      const script = file("tokenlens/dist/index.js");
      if (script === undefined) return undefined;
      const ask = `estimateCost({ modelId: "openai:gpt-5", usage: ${usage} })`;
      const program = `import { estimateCost } from ${JSON.stringify(pathToFileURL(script).href)}; console.log(${ask})`;
      return { args: ["--input-type=module", "-e", program] };
    },
    expected: /0\.07/,
  },
  {
    name: "opencode models",
    command: ({ program }) => {
      const found = program("opencode");
      return found === undefined ? undefined : { program: found, args: ["models"] };
    },
    expected: /\//,
  },
];

/** Other tools where they are installed: here, with `npm install --global`, or as a program on the path. */
export async function measurePeers(
  setting: Setting,
): Promise<{ lines: Line[]; missing: string[] }> {
  const lines: Line[] = [];
  const missing: string[] = [];
  const find = await finder();
  for (const { name, command, expected } of peers) {
    const found = command(find);
    if (found === undefined) {
      missing.push(`${name}: not installed, not measured`);
      continue;
    }
    console.error(`  ${name}`);
    const env = environmentFor(setting.directory, "peers", {});
    const common = { ...found, env, cwd: setting.directory, expected };
    lines.push(...(await measureRow(setting, { name }, (node) => ({ ...common, node }))));
  }
  for (const sentence of missing) console.error(`  ${sentence}`);
  return { lines, missing };
}

async function finder(): Promise<Find> {
  const { stdout } = await promisify(execFile)("npm", ["root", "--global"]);
  const folders = [resolve("node_modules"), stdout.trim()];
  const onPath = (process.env.PATH ?? "").split(delimiter);
  return {
    file: (path) => folders.map((folder) => join(folder, path)).find(existsSync),
    program: (name) => onPath.map((folder) => join(folder, name)).find(canRun),
  };
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
