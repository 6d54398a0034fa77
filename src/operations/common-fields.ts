import { requestsFields, requestsOrAllFields, usageFields } from "../catalog/cost/usage.ts";
import { count, type Field, flag, text, word } from "../catalog/words/field.ts";

/** Fields that several questions have. */

export const model: Field = {
  kind: text("id", "model"),
  about: "provider/id, or a bare id",
  isNeeded: true,
};
export const models: Field = {
  kind: { type: "texts", shown: "ids", known: "model", example: "gpt-5,claude-sonnet-4-5" },
  about: "provider/id, or bare ids",
  isNeeded: true,
};
export const providerOfId: Field = {
  kind: text("id", "provider"),
  about: "the provider of a bare id",
};
export const usage: Field = {
  kind: { type: "record", fields: usageFields },
  about: "tokens of one request",
};
export const requests: Field = {
  kind: { type: "record", fields: requestsFields },
  about: "how many, like 1000/day, 5/hour, 0.5/week or 20k/month",
};
/** What a ceiling on the cost has to pay for; a number alone is of all requests. */
export const requestsOrCount: Field = {
  kind: { type: "record", fields: requestsOrAllFields, alone: "count" },
  about: "how many, like 1000/day, or 1000 in all",
};
export const descending: Field = { kind: flag, about: "from the other end" };
export const limit: Field = { kind: count, about: "at most so many" };

export function sort(keys: readonly string[]): Field {
  return { kind: word("key", "sort key", keys), about: `order: ${keys.join(", ")}` };
}
