// nothing but hexadecimal digits: keys of Azure, and digests
const hexadecimal = /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{32,}$/i;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
// at every place where a word goes over from one kind of characters to another
const turns = /(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])(?=[a-z\d])|(?<=\d)(?=[A-Za-z])/g;

export function isHexadecimal(text: string): boolean {
  return hexadecimal.test(text);
}

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** `Zq7pL2mN9vX4cB8tR1wK`: letters of both sizes and digits, as no person mixes them. */
export function isMixedHeap(text: string): boolean {
  return /^(?=.*\d.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z\d]{20,}$/.test(text) && turnsIn(text) >= 0.4;
}

/** The same, or as long with letters of one size: a name, a date and a version are shorter, or told by their separators. */
export function isHeap(text: string): boolean {
  if (isHexadecimal(text) || isMixedHeap(text)) return true;
  return /^(?=.*\d.*\d.*\d)(?=.*[A-Za-z])[A-Za-z\d]{32,}$/.test(text) && turnsIn(text) >= 0.25;
}

/** `claude-sonnet-4-20250514`, `qwen3-30b-a3b`: words, numbers and versions, and no heap. */
export function isMadeOfWords(text: string): boolean {
  if (isUuid(text)) return false;
  return text
    .split(/[-_.:/]/)
    .every((part) => /^\d+x\d+b?$/i.test(part) || (part.length <= 12 && turnsOf(part) <= 2));
}

function turnsOf(text: string): number {
  return text.match(turns)?.length ?? 0;
}

function turnsIn(text: string): number {
  return turnsOf(text) / (text.length - 1);
}
