import type { Environment } from "../../system/ports.ts";

/** The words that start the person's editor: `VISUAL`, else `EDITOR`, else what every system has. */
export function editorCommand({ get, platform }: Pick<Environment, "get" | "platform">): string[] {
  for (const name of ["VISUAL", "EDITOR"]) {
    const words = wordsOf(get(name) ?? "");
    if (words.length > 0) return words;
  }
  return [platform === "win32" ? "notepad" : "vi"];
}

/** Blanks part words, quotation marks keep them together; no shell looks at them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );
}
