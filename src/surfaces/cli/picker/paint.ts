/** Where the person types; undefined hides the cursor. */
export interface CursorPlace {
  line: number;
  column: number;
}

// a terminal that knows this shows a frame at once; others ignore it
const begin = "\u001b[?2026h";
const end = "\u001b[?2026l";

/** What turns the lines on the screen into others: only those that differ are written. */
export function paint(
  before: readonly string[],
  after: readonly string[],
  cursor: CursorPlace | undefined,
): string {
  const parts = [begin, "\u001b[?25l"];
  const count = Math.max(before.length, after.length);
  for (let line = 0; line < count; line += 1) {
    const text = after[line] ?? "";
    if (text === (before[line] ?? "")) continue;
    // emptied first: afterwards the cursor may stand on the last sign of a full line
    parts.push(`\u001b[${line + 1};1H\u001b[2K`, text, "\u001b[0m");
  }
  if (cursor !== undefined) {
    parts.push(`\u001b[${cursor.line + 1};${cursor.column + 1}H\u001b[?25h`);
  }
  parts.push(end);
  return parts.join("");
}
