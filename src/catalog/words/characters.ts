// a warm answer looks at a few short names, and compiling a regular expression takes as long as fifty of them

export const digits = "0123456789";
export const lowercase = "abcdefghijklmnopqrstuvwxyz";

/** Whether a text holds nothing but these characters. */
export function consistsOf(text: string, allowed: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (!allowed.includes(text[at] as string)) return false;
  }
  return true;
}

/** The number of characters from a place on that are among these. */
export function countOf(text: string, from: number, allowed: string): number {
  let end = from;
  while (end < text.length && allowed.includes(text[end] as string)) end += 1;
  return end - from;
}
