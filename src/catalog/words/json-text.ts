/**
 * JSON as it is given out: exact, with everything escaped that a terminal acts on or a reader does not see. A half of a
 * character, which is no Unicode, is U+FFFD: no other program would read the document.
 */
export function jsonText(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  return escapeUnseen(json.includes("\\ud") ? withoutHalves(json) : json);
}

function withoutHalves(json: string): string {
  return json.replaceAll(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/g, (written, half?: string) =>
    half === undefined ? written : "\ufffd",
  );
}

// C0 JSON escapes itself; DEL, C1, soft hyphen, bidirectional marks, zero widths, tags it does not
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\udb40[\udc00-\udc7f]/g;

/** Inside of a JSON text's strings; nothing else of it holds such characters. */
export function escapeUnseen(json: string): string {
  return json.replaceAll(unseen, escaped);
}

function escaped(characters: string): string {
  let text = "";
  for (let at = 0; at < characters.length; at += 1) {
    text += `\\u${characters.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
  return text;
}
