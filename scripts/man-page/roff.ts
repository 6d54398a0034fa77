/** The language of manual pages: https://man.openbsd.org/roff.7 */

/** Text as it is meant: nothing in it is a request, and what looks like a dash can be copied as one. */
export function escapeRoff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll(/[^\x00-\x7f]/gu, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `\\[u${code.toString(16).toUpperCase().padStart(4, "0")}]`;
    })
    .replaceAll(/^(?=[.'])/gm, "\\&");
}

/** Escaped, what stands in backquotes bold. */
export function prose(text: string): string {
  return text
    .split("`")
    .map((part, at) => (at % 2 === 1 ? `\\fB${escapeRoff(part)}\\fR` : escapeRoff(part)))
    .join("");
}

export function section(title: string, ...body: string[]): string {
  return [`.SH "${escapeRoff(title)}"`, ...body].join("\n");
}

export function subsection(title: string, ...body: string[]): string {
  return [`.SS "${escapeRoff(title)}"`, ...body].join("\n");
}

export function paragraph(text: string): string {
  return `.PP\n${prose(text)}`;
}

/** A term, and what it means below it. */
export function entry(term: string, text: string): string {
  return `.TP\n\\fB${escapeRoff(term)}\\fR\n${prose(text)}`;
}

/** Lines as they stand. */
export function verbatim(lines: readonly string[]): string {
  return [".PP", ".RS 4", ".nf", ...lines.map(escapeRoff), ".fi", ".RE"].join("\n");
}
