// a text, a comment, or a comma with nothing behind it but an end
const parts = /"(?:[^"\\]|\\[^])*"|\/\/[^\n\r]*|\/\*[^]*?\*\//g;
const textsAndLastCommas = /"(?:[^"\\]|\\[^])*"|(?<=["\w\]}]\s*),(?=\s*[\]}])/g;

/**
 * Reads JSON with comments and trailing commas, a mark in front allowed: a fiftieth of the code of the library that
 * changes such files, for those who read them at every start. Of two names that are the same the last one counts.
 *
 * Throws a `SyntaxError` where it is none.
 */
export function readPlainJson(text: string): unknown {
  const bare = text.replace(/^\ufeff/, "").replace(parts, kept);
  // nothing, or nothing but comments
  if (bare.trim() === "") return {};
  return JSON.parse(bare.replace(textsAndLastCommas, kept)) as unknown;
}

const kept = (part: string): string => (part.startsWith('"') ? part : " ");

/** Whether an object in such a text has two names that are the same; `said` is what was read of it. */
export function hasDoubledName(text: string, said: object): boolean {
  return namesIn(text.replace(parts, kept)) > namesIn(JSON.stringify(said));
}

function namesIn(json: string): number {
  const texts = json.match(/"(?:[^"\\]|\\[^])*"\s*:?/g) ?? [];
  return texts.filter((one) => one.endsWith(":")).length;
}
