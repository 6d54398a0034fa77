import { hidden } from "./hidden.ts";

/** The beginning of what came from outside and may be of any length. */
export function beginningOf(given: string, most = 80): string {
  // of a secret that is cut nothing tells any more that it is one
  const text = hidden.in === undefined ? given : hidden.in(given);
  // not between the two halves of a character
  return text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

/** A name as it stands in a sentence: one of which nothing is to be seen would leave a gap there. */
export function said(name: string): string {
  return name.trim() === "" ? JSON.stringify(name) : name;
}
