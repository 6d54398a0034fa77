import { secrecyOf } from "../catalog/words/secret-name.ts";

// `api_key: …`, `"token" = …`, `password was …`
const assignment =
  /([\w-]{1,60})["'`]?\s{0,3}(?:[:=]|\b(?:is|was)\b)\s{0,3}["'`]?([^\s"'`,;]{8,400})/gi;
const reference = /^(?:\$\{?\w|%\w|<)/;

/** What a sentence says that a secret is: of a comment, or a text that nobody reads but people. */
export function secretsAssignedIn(text: string): string[] {
  return [...text.matchAll(assignment)].flatMap(([, name = "", value = ""]) => {
    const isKey = /\d/.test(value) && !reference.test(value) && !value.includes("://");
    return isKey && secrecyOf(name) !== undefined ? [value] : [];
  });
}
