import { hidden } from "./hidden.ts";

/** Every form of what is to be seen nowhere, by what stands in its place. */
const forms = new Set<string>();

const mark = "[secret]";

// shorter ones are parts of words
const shortest = 8;

/** From now on an output shows a mark in the place of this, however it is written there. */
export function keepOut(value: string): void {
  if (value.length < shortest) return;
  for (const form of formsOf(value)) forms.add(form);
  hidden.in = withoutKeptOut;
}

function withoutKeptOut(text: string): string {
  let left = text;
  // a longer form may hold a shorter one
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    if (left.includes(form)) left = left.replaceAll(form, mark);
  }
  return left;
}

function formsOf(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1);
  return [
    value,
    json,
    // as JSON Lines escape what is no ASCII, and JSON within JSON
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
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
