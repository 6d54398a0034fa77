import { commandTable } from "./command-table.ts";

/** Commands listed by their short name where they have one that is no group. */
export function renderRootHelp(): string {
  const rows = commandTable.flatMap(({ path, aliases, summary, alone }) => {
    const short = aliases.find((alias) => path.endsWith(` ${alias}`));
    const row = [short ?? path, summary] as const;
    return alone === undefined ? [row] : [[aliases[0] ?? path, alone.summary] as const, row];
  });
  const width = Math.max(...rows.map(([name]) => name.length));
  const commands = rows.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: modelforge <command> [flags]

Find the language models of every provider and what they cost, offline first.

Examples:
  modelforge search "claude sonnet"
  modelforge info openai/gpt-5
  modelforge list -c tools -s price -n 5
  modelforge list --free --json

Commands:
${commands.join("\n")}

Flags of every command:
  --json       print one JSON document
  --offline    never use the network
  --refresh    ask the source for a newer catalog first
  --quiet      no notes and no progress on stderr
  --verbose    say where the answer comes from
  --no-color   no colours
  --no-input   never ask anything
  -h, --help   show help; also after a command
  --version    print the version
`;
}

/** Help for `modelforge cache --help` and the like: the commands of one group. */
export function renderGroupHelp(group: string): string {
  const commands = commandTable.filter(({ path }) => path.startsWith(`${group} `));
  const alone = commands.flatMap((one) =>
    one.alone === undefined ? [] : [{ path: group, summary: one.alone.summary }],
  );
  const rows = [...commands, ...alone];
  const width = Math.max(...rows.map(({ path }) => path.length));
  const lines = rows.map(({ path, summary }) => `  ${path.padEnd(width)}  ${summary}`);
  const examples = commands.slice(0, 2).map(({ path }) => `  modelforge ${path} --help`);
  return `Usage: modelforge ${group} <command> [flags]

Examples:
${examples.join("\n")}

Commands:
${lines.join("\n")}
`;
}
