import { hidden } from "./hidden.ts";
import { markdownText } from "./markdown-text.ts";

/** Every form of what is to be seen nowhere, as `folded` writes it. */
const forms = new Set<string>();

const values = new Set<string>();

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
  for (const form of formsOf(value)) forms.add(folded(form));
}

/** Whether a text holds any of it, in any form. */
export function isKeptOut(text: string): boolean {
  const lower = folded(text);
  return [...forms].some((form) => lower.includes(form));
}

/** Letter by letter, so that what is found stands at the same place in the text. */
function folded(text: string): string {
  const lower = text.toUpperCase().toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[^\0-\x7f]|[A-Z]/g, (one) => {
    const other = one.toUpperCase().toLowerCase();
    return other.length === 1 ? other : one;
  });
}

/** Without a pattern: one of all forms of long keys is more than V8 takes. */
function withoutKeptOut(text: string): string {
  const lower = folded(text);
  const places = [...forms].flatMap((form) => placesOf(form, lower)).sort((a, b) => a[0] - b[0]);
  let shown = "";
  let end = 0;
  for (const [from, to] of places) {
    // of several that overlap all are one
    if (from >= end) shown += text.slice(end, from) + mark;
    end = Math.max(end, to);
  }
  return end === 0 ? text : shown + text.slice(end);
}

function placesOf(form: string, lower: string): [from: number, to: number][] {
  const places: [number, number][] = [];
  for (let at = lower.indexOf(form); at >= 0; at = lower.indexOf(form, at + form.length)) {
    places.push([at, at + form.length]);
  }
  return places;
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
    markdownText(value),
    // in a word of a shell, and in CSV
    value.replaceAll("'", `'\\''`),
    value.replaceAll('"', '""'),
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
