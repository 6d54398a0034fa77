import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { defaultOf } from "../src/config/key-defaults.ts";
import { keyMeanings } from "../src/config/key-meanings.ts";
import { configKeys } from "../src/config/keys.ts";
import { kindWords } from "../src/config/kind-words.ts";
import { alternativesOf, ownVariables } from "../src/credentials/from-environment.ts";
import { hostTable } from "../src/credentials/hosts/table.ts";
import { failures } from "../src/failure.ts";
import { failureMeanings } from "../src/failure-meanings.ts";
import { commandTable } from "../src/surfaces/cli/command-table.ts";
import { buildCommand } from "../src/surfaces/cli/parse.ts";
import { renderRootHelp } from "../src/surfaces/cli/root-help.ts";
import { publishedSchemas } from "./schemas.ts";
import { knownAddresses, withoutTemplate } from "../src/providers/known-addresses.ts";
import { variables } from "../src/system/variables.ts";

/** Writes docs/reference/ and schema/ from the code; with --check only says what is stale. */

const note = "<!-- Made by `npm run docs` from the code. Do not edit. -->";

async function commandsPage(): Promise<string> {
  const parts = [`# Commands\n\n${note}\n\n\`\`\`text\n${renderRootHelp()}\`\`\`\n`];
  for (const entry of commandTable) {
    const help = buildCommand(entry, await entry.load(), 100).helpInformation();
    const also =
      entry.aliases.length === 0
        ? ""
        : `\nAlso: ${entry.aliases.map((one) => `\`modelforge ${one}\``).join(", ")}.\n`;
    const [group] = entry.aliases;
    const alone =
      entry.alone === undefined ? "" : `\n\`modelforge ${group}\` alone: ${entry.alone.summary}.\n`;
    parts.push(`## ${entry.path}\n${also}${alone}\n\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`);
  }
  return parts.join("\n");
}

function environmentPage(): string {
  const rows = variables.map(
    ({ name, meaning, fallback }) => `| \`${name}\` | ${meaning} | ${fallback} |`,
  );
  return `# Environment variables\n\n${note}\n\nOrder: flag, environment, [the project's file and yours](settings.md), default. An empty variable counts as unset. A name that begins with \`MODELFORGE_\` and is not among these is noted on stderr.\n\n| variable | what it says | default |\n|---|---|---|\n${rows.join("\n")}\n`;
}

function configurationPage(): string {
  const rows = configKeys.map(({ key, kind, project }) => {
    const { about, example } = keyMeanings[key];
    const more = defaultOf(key);
    const variable = more.variable === undefined ? "" : `\`${more.variable}\``;
    const fallback = more.fallback === undefined ? "unset" : `\`${String(more.fallback)}\``;
    const name = key.replace("*", "<name>");
    return `| \`${name}\` | ${about} | ${kindWords[kind].takes} | \`${JSON.stringify(example)}\` | ${project ? "yes" : "no"} | ${variable} | ${fallback} |`;
  });
  return `# Settings\n\n${note}\n\nOrder: flag, environment, the project's file, yours, default. What is no setting is noted on stderr, with the line it stands on.\n\n| setting | what it says | takes | for example | a project may say it | variable that goes first | default |\n|---|---|---|---|---|---|---|\n${rows.join("\n")}\n`;
}

function errorsPage(): string {
  const rows = Object.entries(failures).map(
    ([code, { exit }]) =>
      `| \`${code}\` | ${exit} | ${failureMeanings[code as keyof typeof failures]} |`,
  );
  return `# Errors and exit codes\n\n${note}\n\nExit 0: done, also where nothing matched. Exit 8: \`cache verify\` found damage.\n\n| code | exit | when |\n|---|---|---|\n${rows.join("\n")}\n`;
}

/** Nothing of a catalog: what is known of each provider whatever a catalog says. */
function providersPage(): string {
  const code = (text: string): string => `\`${text}\``;
  const rows = Object.entries(hostTable).map(([id, { secrets, hosts }]) => {
    const ways = (alternativesOf(id) ?? secrets.map((one) => [one])).map((names) =>
      names.map(code).join(" and "),
    );
    const where = hosts.map((host) =>
      typeof host === "string"
        ? code(host)
        : `the host that ${code(host.variable)} names, where it ends in ${host.suffixes.map(code).join(" or ")}`,
    );
    const address = knownAddresses[id] === undefined ? "" : code(knownAddresses[id].baseUrl);
    const why = withoutTemplate[id];
    return `| ${code(id)} | ${ways.join(" or ")} | ${ownVariables(id).map(code).join(" or ")} | ${where.join(", ") || "nowhere before `modelforge auth trust`"} | ${why ?? address} |`;
  });
  return `# Providers and their credentials\n\n${note}\n\nWhich variables hold a credential of a provider, and which hosts it may be sent to: https, if not written otherwise. Variables with "and" between them are needed together. Where no address is named, the catalog says it; \`modelforge providers info <id> --template\` fills it and names the package.\n\n| provider | variables | variables of ModelForge, which go first | credentials go to | address |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
}

async function pages(): Promise<Map<string, string>> {
  const found = new Map([
    ["docs/reference/commands.md", await commandsPage()],
    ["docs/reference/environment.md", environmentPage()],
    ["docs/reference/settings.md", configurationPage()],
    ["docs/reference/errors.md", errorsPage()],
    ["docs/reference/providers.md", providersPage()],
  ]);
  const rows: string[] = [];
  for (const [name, schema] of publishedSchemas()) {
    found.set(`schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
    rows.push(`- [\`schema/${name}.json\`](../../schema/${name}.json)`);
  }
  found.set(
    "docs/reference/json-schema.md",
    `# JSON Schema\n\n${note}\n\nWhat \`--json\` prints, as JSON Schema (draft 2020-12). \`models\` is the answer of \`list\` and \`search\`; \`error\` is the last line of stderr where a command fails. Schemas are open: fields may be added. A \`.projection\` is what \`--fields\` leaves of a list.\n\n${rows.join("\n")}\n`,
  );
  return found;
}

const stale: string[] = [];
for (const [path, text] of await pages()) {
  if (process.argv.includes("--check")) {
    let current = "";
    try {
      current = readFileSync(path, "utf8");
    } catch {
      // not there: as stale as can be
    }
    if (current !== text) stale.push(path);
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
if (stale.length > 0) {
  console.error(`stale: ${stale.join(", ")}; run npm run docs`);
  process.exitCode = 1;
}
