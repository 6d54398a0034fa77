import { hidden } from "./hidden.ts";

/** Every form of what is to be seen nowhere, in small letters. */
const forms = new Set<string>();

const values = new Set<string>();

/** Finds any of them; made anew once there is another. */
let pattern: RegExp | undefined;

const mark = "[secret]";

// shorter ones are parts of words
const shortest = 8;

/** `localhost`, `lm-studio`, `not-needed`: what people give a server of their own that asks for nothing. */
export function isDummy(value: string): boolean {
  return value.length < 16 && /^[a-z]+(?:[._-][a-z]+)*$/i.test(value);
}

/** From now on an output shows a mark in the place of this, however it is written there. */
export function keepOut(value: string): void {
  if (value.length < shortest || isDummy(value)) return;
  hidden.in = withoutKeptOut;
  if (values.has(value)) return;
  values.add(value);
  // addresses write their hosts in small letters
  for (const form of formsOf(value)) forms.add(form.toLowerCase());
  pattern = undefined;
}

/** Whether a text holds any of it, in any form. */
export function isKeptOut(text: string): boolean {
  const lower = text.toLowerCase();
  return [...forms].some((form) => lower.includes(form));
}

function withoutKeptOut(text: string): string {
  // hardly any holds one, which is seen sooner than the pattern is made; in capitals, as the pattern compares
  const capitals = text.toUpperCase();
  if (![...forms].some((form) => capitals.includes(form.toUpperCase()))) return text;
  pattern ??= patternOf(forms);
  return text.replace(pattern, mark);
}

/** Of several that begin at one place the longest. */
function patternOf(all: ReadonlySet<string>): RegExp {
  const longestFirst = [...all].sort((a, b) => b.length - a.length);
  const literal = longestFirst.map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(literal.join("|"), "gi");
}

function formsOf(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  return [
    value,
    json,
    // as JSON Lines escape what is no ASCII, and JSON within JSON
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(value),
    encodeURI(value),
    ...base64Of(value),
  ].filter((form) => form.length >= shortest);
}

/** What is the same in base64 wherever the value begins in what was encoded: `Basic bmFtZTpr…`. */
function base64Of(value: string): string[] {
  const bytes = bytesOf(value);
  return [0, 1, 2].flatMap((before) => {
    const padded = "\0".repeat(before) + bytes;
    const encoded = btoa(padded);
    // letters that hold bits of what is before or behind differ
    const start = Math.ceil((before * 8) / 6);
    const end = Math.floor((padded.length * 8) / 6);
    const same = encoded.slice(start, end);
    return [same, same.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** A character for each byte. */
function bytesOf(value: string): string {
  return encodeURIComponent(value).replaceAll(/%([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
