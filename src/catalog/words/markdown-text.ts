/** A text as it stands in a table of Markdown. */
export function markdownText(text: string): string {
  return text.replaceAll(/[\\|`*_<>[\]]/g, (character) => `\\${character}`);
}
