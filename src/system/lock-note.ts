/** Names of the notes in the directory of a lock. */
export const isNoteName = /^(?:holder|after-\d{1,10}-\d{1,9}-[0-9a-z]{0,6})(?:-unknown)*$/;

/** Most bytes of one; a holder's has 200. */
export const longestNote = 4_096;

const beginning = '{"name":"';

/**
 * Whether a note that is no whole record of a holder may be what a kill or a crash left of one: cut off, empty, or
 * nothing but zeros. Anything else was written by somebody else, whatever its name.
 */
export function isRemnantOfNote(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte === 0)) return true;
  const text = new TextDecoder().decode(bytes);
  if (beginning.startsWith(text)) return true;
  return /^\{"name":"\d[0-9a-z-]*(?:$|")/.test(text) && !text.trimEnd().endsWith("}");
}

/** Whether it may be a record of a holder, or what was left of one. */
export function mayBeNote(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const isRecord = /^\{"name":"\d{1,10}-\d{1,9}-[0-9a-z]{0,6}","id":\d+,.*\}$/.test(text);
  return isRecord || isRemnantOfNote(bytes);
}
