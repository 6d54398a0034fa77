import { bin } from "../cli/command.ts";
import { Screen, type ScreenOptions } from "./screen.ts";

const ending = /\(ended with (\d+)\)\r\n$/;

/** What a command writes on a terminal of so many columns, as plain text: no colours, no pager, every line there is. */
export async function printedOn(
  columns: number,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number; text: string }> {
  return printedBy(`"$0" "$@"`, [process.execPath, bin, ...args], {
    columns,
    environment: {
      PAGER: "cat",
      // what outlives the command would write where its home is removed
      MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
      ...environment,
    },
  });
}

/** The same of what a shell does. */
export async function printedBy(
  script: string,
  args: readonly string[],
  options: ScreenOptions,
): Promise<{ code: number; text: string }> {
  // what was written last is lost where the terminal is closed at once: it stays open until all of it is read
  const whole = `${script}\necho "(ended with $?)"; read -r`;
  const screen = new Screen(args, {
    rows: 50,
    ...options,
    program: ["bash", "-c", whole],
    environment: { NO_COLOR: "1", ...options.environment },
  });
  try {
    // the end of the line may come later than what is before it
    await screen.showsLast(ending);
    const [, code] = ending.exec(screen.raw) ?? [];
    const text = screen.raw.replace(ending, "").replaceAll("\r\n", "\n");
    return { code: Number(code), text };
  } finally {
    await screen.close();
  }
}
