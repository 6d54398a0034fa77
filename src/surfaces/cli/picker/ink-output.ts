import { widthOf } from "./width.ts";

/** Lines alone: how wide a text may be, each component has seen to itself. */
interface Clip {
  y1: number | undefined;
  y2: number | undefined;
}

/** A text on a line, from a column on. */
interface Segment {
  x: number;
  text: string;
}

type Transformer = (line: string, position: number) => string;

/**
 * The build puts this in the place of ink's class of the same name: ink takes every sign of the screen apart on every
 * key, 130 ms on the first one. Here lines are put side by side whole, so nothing may lie on top of anything else.
 */
export default class Output {
  readonly width: number;
  readonly height: number;
  readonly #lines: Segment[][];
  readonly #clips: Clip[] = [];

  constructor({ width, height }: { width: number; height: number }) {
    this.width = width;
    this.height = height;
    this.#lines = Array.from({ length: height }, () => []);
  }

  write(x: number, y: number, text: string, how: { transformers: readonly Transformer[] }): void {
    const clip = this.#clips.at(-1);
    text.split("\n").forEach((line, position) => {
      const at = y + position;
      if (clip?.y1 !== undefined && at < clip.y1) return;
      if (clip?.y2 !== undefined && at >= clip.y2) return;
      const drawn = how.transformers.reduce((before, change) => change(before, position), line);
      this.#lines[at]?.push({ x, text: drawn });
    });
  }

  clip(clip: Clip): void {
    this.#clips.push(clip);
  }

  unclip(): void {
    this.#clips.pop();
  }

  get(): { output: string; height: number } {
    return { output: this.#lines.map(joined).join("\n"), height: this.height };
  }
}

function joined(segments: readonly Segment[]): string {
  let line = "";
  let used = 0;
  for (const { x, text } of segments.toSorted((a, b) => a.x - b.x)) {
    line += " ".repeat(Math.max(0, x - used)) + text;
    used = Math.max(used, x) + widthOf(text);
  }
  return line.trimEnd();
}
