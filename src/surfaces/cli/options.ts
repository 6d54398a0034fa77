import { type Command, Option } from "commander";

/** Flags of every command. */
export function addGlobalOptions(command: Command): void {
  command
    .option("--json", "print one JSON document")
    .option("--offline", "never use the network")
    .option("--allow-snapshot", "let the snapshot of models.dev answer for a source that cannot")
    .option("--refresh", "ask the source for a newer catalog first")
    .option("--quiet", "no notes and no progress on stderr")
    .option("--verbose", "say where the answer comes from")
    .option("--no-color", "no colours")
    .addOption(noInput());
}

/** Beside `--input <tokens>` commander would take it for that flag's negation. */
function noInput(): Option {
  return Object.assign(new Option("--no-input", "never ask anything"), {
    attributeName: () => "prompts",
  });
}
