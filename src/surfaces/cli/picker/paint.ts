import type { Drawn } from "../render/drawn.ts";
import type { Pen } from "./contract.ts";

/** Where the person types; undefined hides the cursor. */
export interface CursorPlace {
  line: number;
  column: number;
}

/** What turns the lines on the screen into others: only those that differ are written. */
export function paint(
  before: readonly string[],
  after: readonly string[],
  cursor: CursorPlace | undefined,
  { drawn, recoloured }: Pen,
): Drawn {
  // a terminal that knows 2026 shows a frame at once; others ignore it
  let frame = drawn`\u001b[?2026h\u001b[?25l`;
  const count = Math.max(before.length, after.length);
  for (let line = 0; line < count; line += 1) {
    const text = after[line] ?? "";
    if (text === (before[line] ?? "")) continue;
    // emptied first: afterwards the cursor may stand on the last sign of a full line
    frame = drawn`${frame}\u001b[${line + 1};1H\u001b[2K${recoloured(text)}\u001b[0m`;
  }
  if (cursor !== undefined) {
    frame = drawn`${frame}\u001b[${cursor.line + 1};${cursor.column + 1}H\u001b[?25h`;
  }
  return drawn`${frame}\u001b[?2026l`;
}
