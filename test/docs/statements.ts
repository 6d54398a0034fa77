import { proseOf } from "./markdown.ts";

/** A sentence closes with one of these signs, perhaps within quotes or brackets, before a capital or a code span. */
const sentenceEnd = /(?<=[.!?][")*]*) (?=[("[*`–]*[A-Z0-9`$])/;

/** What a page says outside of blocks and headings: sentences, items of lists, and rows of tables below their heads. */
export function statementsOf(page: string): string[] {
  return blocksOf(page).flatMap((block) => (block.startsWith("|") ? [block] : sentencesOf(block)));
}

/** White space as one blank, so that a line break within a sentence does not count. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Paragraphs, items and rows, each in one line. */
function blocksOf(page: string): string[] {
  const blocks: string[] = [];
  let isOpen = false;
  const lines = proseOf(page.replaceAll(/<!--[\s\S]*?-->/g, "")).split("\n");
  lines.forEach((line, at) => {
    if (line.trim() === "" || line.startsWith("#")) isOpen = false;
    else if (line.startsWith("|")) {
      if (isBelowHead(lines, at)) blocks.push(inOneLine(line));
      isOpen = false;
    } else if (isOpen && !isItem(line)) blocks.push(inOneLine(`${blocks.pop()} ${line}`));
    else {
      blocks.push(inOneLine(line.replace(/^ *(- |\d+\. )/, "")));
      isOpen = true;
    }
  });
  return blocks;
}

function isItem(line: string): boolean {
  return /^ *(- |\d+\. )/.test(line);
}

/** A row that is neither the head of its table nor the line below that. */
function isBelowHead(lines: readonly string[], at: number): boolean {
  const isRule = (line = ""): boolean => /^\|[-|: ]+\|$/.test(line);
  return !isRule(lines[at]) && !isRule(lines[at + 1]);
}

function sentencesOf(paragraph: string): string[] {
  return paragraph.split(sentenceEnd).filter((sentence) => /\w/.test(sentence));
}

/** The words of a statement that none of the texts covers, in one line; empty where all are. */
export function leftOf(statement: string, texts: readonly string[]): string {
  const signs = statement.split("");
  for (const text of texts) {
    for (let at = statement.indexOf(text); at >= 0; at = statement.indexOf(text, at + 1)) {
      signs.fill(" ", at, at + text.length);
    }
  }
  const left = signs.join("");
  return /\w/.test(left) ? inOneLine(left) : "";
}
