import stringWidth from "string-width";
import { expect } from "vitest";
import { printedOn } from "./printed.ts";

const wideEnough = 400;
const hiddenNote =
  /^note: (\d+) columns? hidden; (?:fewer )?(?:--\S+ or )?a wider terminal shows (?:it|them): (.*)$/m;

interface Printed {
  /** What was said on stderr, each on one line. */
  notes: string[];
  lines: string[];
  hidden: string[];
}

async function printed(
  columns: number,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Printed> {
  const { code, text } = await printedOn(columns, words, environment);
  expect([words, code]).toEqual([words, 0]);
  expect([words, text.split("\n").filter((line) => stringWidth(line) > columns)]).toEqual([
    words,
    [],
  ]);
  // a note goes on two columns further in
  const whole = text.replaceAll(/^(?:note|warning): .*(?:\n {2}\S.*)*/gm, (note) =>
    note.replaceAll(/\n {2}/g, " "),
  );
  const lines = whole.split("\n");
  const isNote = (line: string): boolean => /^(note|warning): /.test(line);
  const [, count, names] = hiddenNote.exec(whole) ?? [];
  const hidden = names?.split(", ") ?? [];
  expect(hidden).toHaveLength(Number(count ?? 0));
  return { notes: lines.filter(isNote), lines: lines.filter((line) => !isNote(line)), hidden };
}

/** Whether a title stands above the first table. */
function hasTitle({ lines }: Printed, title: string): boolean {
  return lines[0]?.split(/ {2,}/).includes(title) === true;
}

/**
 * Checks what a list says on a terminal: no line is wider, what is said to be hidden is and nothing else, `titles` are
 * there, and of each of `refs`, in their order, provider and version.
 */
export async function expectFitting(
  columns: number,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  { titles = [], refs = [] }: { titles?: readonly string[]; refs?: readonly string[] } = {},
): Promise<void> {
  const narrow = await printed(columns, words, environment);
  const wide = await printed(wideEnough, words, environment);
  expect([words, wide.hidden]).toEqual([words, []]);
  for (const title of narrow.hidden) {
    expect([words, columns, title, hasTitle(narrow, title)]).toEqual([
      words,
      columns,
      title,
      false,
    ]);
    expect([words, columns, title, hasTitle(wide, title)]).toEqual([words, columns, title, true]);
  }
  for (const title of titles) {
    expect([words, columns, title, hasTitle(narrow, title)]).toEqual([words, columns, title, true]);
  }
  const rows = narrow.lines.slice(1);
  refs.forEach((ref, at) => {
    const [provider = ""] = ref.split("/");
    const [version = ""] =
      /(?<=^|[-_.:@])[a-z]*\d+/i.exec(ref.slice(ref.lastIndexOf("/") + 1)) ?? [];
    const cell = rows[at]?.split(/ {2,}/)[0] ?? "";
    expect([ref, cell.startsWith(`${provider}/`), cell.includes(version)]).toEqual([
      ref,
      true,
      true,
    ]);
  });
}
