/**
 * A word as it is typed into a shell, so that a line with it can be pasted whatever it holds: `it's` → `'it'\''s'`.
 * What cannot be seen stands there as octal bytes, `$'\033'`: it would be lost, and a quote perhaps with it, where the
 * line is cleaned.
 */
export function shellWord(word: string): string {
  // what a shell leaves alone
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (/^[\x20-\x7e]*$/.test(word) || !isUnseen(word)) {
    return `'${word.replaceAll("'", `'\\''`)}'`;
  }
  const escaped = Array.from(word, (character) =>
    // a quote in quotes, and what brings back an earlier line, not every shell reads alike
    /['\\!]/.test(character) || isUnseen(character) ? octal(character) : character,
  );
  return `$'${escaped.join("")}'`;
}

/** The same always in quotes, for what a person is to see as one thing: `"claude sonnet"`. */
export function quotedWord(word: string): string {
  return /[`"$\\!]/.test(word) || isUnseen(word) ? shellWord(word) : `"${word}"`;
}

/** Made when it is asked for: V8 takes a quarter of a millisecond for these classes, in every command that loads this. */
function isUnseen(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2065\ufffe\uffff]/u.test(text);
}

function octal(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
