import type { Environment } from "../../system/ports.ts";

interface Editor {
  /** The words that start it. */
  words: string[];
  /** Nobody named it: it is what every system has. */
  isUsual: boolean;
}

/** The person's editor: `VISUAL`, else `EDITOR`, else what every system has. */
export function editorCommand({ get, platform }: Pick<Environment, "get" | "platform">): Editor {
  for (const name of ["VISUAL", "EDITOR"]) {
    const words = wordsOf(get(name) ?? "");
    if (words.length > 0) return { words, isUsual: false };
  }
  return { words: [platform === "win32" ? "notepad" : "vi"], isUsual: true };
}

/** Blanks part words, quotation marks keep them together; no shell looks at them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );
}
