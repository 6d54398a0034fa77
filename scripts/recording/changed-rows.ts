/** Prose that ModelForge does not read; it would be a third of the file. */
export const unread: readonly string[] = ["description"];

/** Combinations of fields that were met on other days: rows of this day less a field. */
export const lessened: readonly (readonly [provider: string, id: string, field: string])[] = [
  ["orcarouter", "anthropic/claude-opus-4.6", "knowledge"],
  ["the-grid-ai", "code-standard", "interleaved"],
];
