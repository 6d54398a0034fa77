import { bin } from "../cli/command.ts";
import { Screen } from "./screen.ts";

// what was written last is lost where the terminal is closed at once: it stays open until all of it is read
const script = `"$0" "$@"; echo "(ended with $?)"; read -r`;
const ending = /\(ended with (\d+)\)\r\n$/;

/** What a command writes on a terminal of so many columns, as plain text: no colours, no pager, every line there is. */
export async function printedOn(
  columns: number,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; text: string }> {
  const screen = new Screen([process.execPath, bin, ...args], {
    program: ["bash", "-c", script],
    columns,
    rows: 50,
    environment: {
      NO_COLOR: "1",
      PAGER: "cat",
      // what outlives the command would write where its home is removed
      MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
      ...environment,
    },
  });
  try {
    await screen.shows(/\(ended with \d+\)/);
    const [, code] = ending.exec(screen.raw) ?? [];
    const text = screen.raw.replace(ending, "").replaceAll("\r\n", "\n");
    return { code: Number(code), text };
  } finally {
    screen.close();
  }
}
