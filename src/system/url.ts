/**
 * An address; undefined for text that is none. `URL.canParse` is not asked: on Node 20 V8 hands it, once it is
 * optimised, text with signs like ä or ß in a form that it misreads.
 */
export function readUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
