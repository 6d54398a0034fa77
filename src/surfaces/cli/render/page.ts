import { clean } from "../../../catalog/words/clean.ts";
import { type Drawable, type Drawn, drawn, joined } from "./drawn.ts";
import type { Style } from "./style.ts";
import { type Measure, measureFor, pad } from "./width.ts";

type Field = readonly [label: string, value: string];

/** Lines of a page for people. */
export class Page {
  readonly #blocks: (Drawable | readonly Field[])[] = [];
  readonly #style: Style;

  constructor(style: Style) {
    this.#style = style;
  }

  title(name: string, detail: string): void {
    this.#blocks.push(drawn`${this.#style.bold(name)}  ${this.#style.dim(detail)}`);
  }

  say(text: string): void {
    this.#blocks.push(text);
  }

  section(title: string): void {
    this.#blocks.push("", this.#style.bold(title));
  }

  /** Labels padded to the longest; rows without a value are left out. */
  fields(rows: readonly [label: string, value: string | null][]): void {
    const shown = rows.flatMap(([label, value]): Field[] =>
      value === null || value === "" ? [] : [[clean(label), value]],
    );
    this.#blocks.push(shown);
  }

  /** Lines drawn elsewhere, moved in by two spaces. */
  block(lines: readonly Drawable[]): void {
    for (const line of lines) this.#blocks.push(drawn`  ${line}`);
  }

  async draw(): Promise<Drawn> {
    const fields = this.#blocks.flatMap((block) => (isFields(block) ? block : []));
    const measure = await measureFor(fields.map(([label]) => label).join(""));
    const lines = this.#blocks.flatMap((block) =>
      isFields(block) ? this.#drawFields(block, measure) : [block],
    );
    return joined(lines.map((line) => drawn`${line}\n`));
  }

  #drawFields(fields: readonly Field[], measure: Measure): Drawn[] {
    const width = Math.max(0, ...fields.map(([label]) => measure(label)));
    return fields.map(
      ([label, value]) => drawn`  ${this.#style.dim(pad(label, width, "left", measure))}  ${value}`,
    );
  }
}

function isFields(block: Drawable | readonly Field[]): block is readonly Field[] {
  return Array.isArray(block);
}
