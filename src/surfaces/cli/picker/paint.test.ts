import { Terminal } from "@xterm/headless";
import { describe, expect, it } from "vitest";
import { drawn, recoloured } from "../render/drawn.ts";
import { type CursorPlace, paint as paintWith } from "./paint.ts";

const pen = { drawn, recoloured };
const paint = (before: string[], after: string[], cursor?: CursorPlace): string =>
  paintWith(before, after, cursor, pen).text;

async function screenAfter(...frames: string[][]): Promise<string[]> {
  const terminal = new Terminal({ cols: 10, rows: 3, allowProposedApi: true });
  let before: string[] = [];
  for (const frame of frames) {
    const text = paint(before, frame, undefined);
    await new Promise<void>((resolve) => terminal.write(text, resolve));
    before = frame;
  }
  const { active } = terminal.buffer;
  return [0, 1, 2].map((line) => active.getLine(line)?.translateToString(true) ?? "");
}

describe("paint", () => {
  it("leaves nothing of the frame before, up to the last column", async () => {
    const full = ["0123456789", "abcdefghij", "ABCDEFGHIJ"];
    expect(await screenAfter(["x"], full)).toEqual(full);
    expect(await screenAfter(full, ["short", "", "ABCDEFGHIJ"])).toEqual([
      "short",
      "",
      "ABCDEFGHIJ",
    ]);
    expect(await screenAfter(full, ["one"])).toEqual(["one", "", ""]);
  });

  it("writes only lines that differ", () => {
    const written = paint(["same", "old"], ["same", "new"], undefined);
    expect(written).toContain("new");
    expect(written).not.toContain("same");
  });

  it("shows the cursor only where somebody types", () => {
    expect(paint([], [], undefined)).not.toContain("\u001b[?25h");
    expect(paint([], [], { line: 0, column: 4 })).toContain("\u001b[1;5H\u001b[?25h");
  });

  it("lets colours through, and nothing else that moves or sets anything", () => {
    const line = "\u001b[1mbold\u001b[22m \u001b[2Jx\u001b]52;c;eA==\u0007\u202ey\u009b1mz";
    const [text = ""] = /2K(.*)\u001b\[0m/.exec(paint([], [line]))?.slice(1) ?? [];
    expect(text).toBe("\u001b[1mbold\u001b[22m xyz");
  });
});
