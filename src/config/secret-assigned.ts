import { secrecyOf } from "../catalog/words/secret-name.ts";

// `api_key: …`, `"token" = …`, `password was …`, `--api-key …`; `cache key: …` is another thing
const assignment =
  /((?:[\w-]{1,40} )?[\w-]{1,60})["'`]?(?:\s{0,3}(?:[:=]|->|\b(?:is|was)\b)\s{0,3}|(?<=--[\w-]{1,40}) )["'`]?([^\s"'`,;]{8,400})/gi;
// the name of a variable, of a model, of a setting
const names = /^(?:\$|%|<|[A-Z][A-Z\d_]*$)|:\/\/|^[a-z\d]{1,12}(?:[-_.][a-z\d]{1,12}){2,}$/;

/** What a sentence says that a secret is: of a comment, or a text that nobody reads but people. */
export function secretsAssignedIn(text: string): string[] {
  return [...text.matchAll(assignment)].flatMap(([, name = "", value = ""]) => {
    const isKey = /\d/.test(value) && /[a-z]/i.test(value) && !names.test(value);
    return isKey && secrecyOf(name) !== undefined ? [value] : [];
  });
}
