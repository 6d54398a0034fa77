import { isKeptOut } from "../catalog/words/kept-out.ts";
import { heapsIn, secretsAssignedIn } from "./secret-assigned.ts";
import { isSecretName, secretsAmong, secretsSaidIn } from "./secret-places.ts";
import { nameOf } from "./layers.ts";
import { secretIn, shownName } from "./secrets.ts";
import { commentsIn, namesIn, type ValueAt, valuesIn, withValues } from "./values-in.ts";

/** A secret in a text of a configuration, as far as no form tells it. */
export interface SecretInText {
  /** Where it stands; undefined in a comment. */
  path?: readonly string[];
  line: number;
  /** What is secret, and the whole value or name where it is no comment. */
  secret: string;
  value?: ValueAt;
}

/** What is secret by where it stands or is called by, and what a comment or a note says that a secret is. What is no JSON has none. */
export function secretsInText(text: string): SecretInText[] {
  const values = valuesIn(text);
  const placed = new Set(secretsAmong(values));
  return [
    ...[...placed, ...namesIn(text).filter(({ value }) => isSecretName(value))].map((value) => ({
      ...at(value),
      secret: value.value,
    })),
    ...values
      .filter((one) => !placed.has(one))
      .flatMap((value) => secretsSaidIn(value).map((secret) => ({ ...at(value), secret }))),
    ...commentsIn(text).flatMap(ofComment),
  ];
}

function ofComment(comment: { text: string; line: number }): SecretInText[] {
  const said = [...secretsAssignedIn(comment.text), ...heapsIn(comment.text)];
  return [...new Map(said.map((one) => [one.index, one])).values()].map(({ secret, index }) => ({
    line: comment.line + comment.text.slice(0, index).split("\n").length - 1,
    secret,
  }));
}

function at(value: ValueAt): Pick<SecretInText, "path" | "line" | "value"> {
  return { path: value.path, line: value.line, value };
}

/** `a comment`, or the name of a value. */
export function placeOfSecret({ path }: Pick<SecretInText, "path">): string {
  return path === undefined ? "a comment" : shownName(nameOf(path));
}

/** What a text of a configuration holds that is secret by its form, by where it stands, or as it is at hand. */
export function secretInText(text: string): string | undefined {
  const what = secretIn(text);
  if (what !== undefined) return what;
  if (isKeptOut(text)) return "a key that is at hand here";
  const [first] = secretsInText(text);
  return first === undefined ? undefined : `a key, in ${placeOfSecret(first)}`;
}

/** The text without what is secret by where it stands. */
export function withoutSecretPlaces(text: string): string {
  const secrets = secretsInText(text);
  if (secrets.length === 0) return text;
  const values = secrets.flatMap(({ value }) => value ?? []);
  return withValues(
    text,
    values,
    "…",
    secrets.map(({ secret }) => secret).filter(({ length }) => length >= 6),
  );
}
