// as narrow as ASCII, and our own: a missing number, an ellipsis, at least
const plain = /^[\x20-\x7e–…≥]*$/;

/** Whether there is nothing in a text but what takes a column a character and does no harm. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

// ESC sequences whole: CSI, OSC and the other string commands up to their end, two-character commands. A text may be
// put together of several foreign ones and our words, so that none may reach from one to the next, or without an end:
// no sequence goes over a space or over what stands behind a name, and of one that is none, its control characters go.
const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /(?:\u001b\[|\u009b)[0-?]*[@-Za-z~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\s\u0000-\u001f\u007f-\u009f"]*(?:\u0007|\u001b\\|\u009c)|\u001b\(?[0-9A-Z[\\a-z]/g;

// C0, DEL, C1; soft hyphen; bidirectional marks and overrides; zero-width space, line and paragraph separators, BOM,
// interlinear marks; no characters at all; tags; halves of characters
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// joiners belong between letters and pictures beyond ASCII; beside anything else they only make two names look the same
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const idleJoiners = /(?<=^|[\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?=[\x00-\x7f]|$)/g;

/** Text from outside, fit for a terminal: nothing in it moves the cursor, sets the clipboard or turns the line around. */
export function clean(text: string): string {
  if (isPlain(text)) return text;
  return text
    .replaceAll(sequences, "")
    .replaceAll(/[\t\n\r]+/g, " ")
    .replaceAll(unwanted, "")
    .replaceAll(idleJoiners, "");
}

/** The same of many texts: most are plain, which is seen at once of all of them. */
export function cleanAll(texts: readonly string[]): readonly string[] {
  return isPlain(texts.join("")) ? texts : texts.map(clean);
}

/** The same for a text of several lines. */
export function cleanLines(text: string): string {
  return text.split("\n").map(clean).join("\n");
}
