import { clean } from "./clean.ts";
import type { Style } from "./style.ts";

/** Lines of a page for people. Values come from outside and are cleaned; titles and labels are ours. */
export class Page {
  readonly #lines: string[] = [];
  readonly #style: Style;

  constructor(style: Style) {
    this.#style = style;
  }

  title(name: string, detail: string): void {
    this.#lines.push(`${this.#style.bold(clean(name))}  ${this.#style.dim(clean(detail))}`);
  }

  /** A line that is prose of ours with values in it. */
  say(text: string): void {
    this.#lines.push(clean(text));
  }

  section(title: string): void {
    this.#lines.push("", this.#style.bold(title));
  }

  /** Labels padded to the longest; rows without a value are left out. */
  fields(rows: readonly [label: string, value: string | null][]): void {
    const shown = rows.filter(([, value]) => value !== null && value !== "");
    const width = Math.max(0, ...shown.map(([label]) => label.length));
    for (const [label, value] of shown) {
      this.#lines.push(`  ${this.#style.dim(label.padEnd(width))}  ${clean(value ?? "")}`);
    }
  }

  /** A table drawn elsewhere, moved in by two spaces. */
  block(text: string): void {
    for (const line of text.trimEnd().split("\n")) this.#lines.push(`  ${line}`);
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}
