import type { CliContext } from "./context.ts";
import type { Flag } from "./flag.ts";
import type { Drawn } from "./render/drawn.ts";

export const noPager: Flag = { name: "--no-pager", about: "print long answers in one go" };

// of the titles above the rows, and of the prompt below them
const besides = 2;

/** Prints a text of so many rows, through the pager where a terminal has fewer lines. */
export async function printPaged(
  context: CliContext,
  text: Drawn,
  rows: number,
  pager: boolean,
): Promise<void> {
  const { terminal, environment } = context.machine;
  const height = terminal.out.rows ?? 0;
  const command = environment.get("MODELFORGE_PAGER") ?? environment.get("PAGER") ?? "less";
  const isLong = terminal.out.isTerminal && height > 0 && rows + besides > height;
  if (pager && isLong && command !== "cat" && environment.get("TERM") !== "dumb") {
    if (await terminal.page(text, command)) return;
  }
  context.print(text);
}

/** Says which columns there was no room for, and what shows them. */
export function noteHidden(context: CliContext, titles: readonly string[], way: string): void {
  if (titles.length === 0) return;
  const [columns, them] = titles.length === 1 ? ["column", "it"] : ["columns", "them"];
  const names = [...new Set(titles)].join(", ");
  context.note(`${titles.length} ${columns} hidden; ${way} shows ${them}: ${names}`);
}
