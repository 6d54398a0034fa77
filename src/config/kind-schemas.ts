import { highestLimit, highestPrice, lowestPrice } from "../catalog/words/bounds.ts";
import { capabilities } from "../catalog/words/capability.ts";
import { type KindName, ownStatuses } from "./kinds.ts";

/** What a value of each kind is, as JSON Schema: for editors. Loaded by no command. */
export const kindSchemas: Readonly<Record<KindName, Readonly<Record<string, unknown>>>> = {
  line: { type: "string", pattern: String.raw`\S` },
  name: { type: "string", pattern: String.raw`\S`, maxLength: 500 },
  flag: { type: "boolean" },
  names: {
    type: "array",
    items: { type: "string", pattern: String.raw`^[A-Z\d_]{1,80}$` },
    maxItems: 50,
  },
  models: {
    type: "array",
    items: { type: "string", pattern: String.raw`\S`, maxLength: 500 },
    maxItems: 20,
  },
  capabilities: { type: "array", items: { enum: capabilities }, maxItems: 20 },
  status: { enum: ownStatuses },
  count: { type: "integer", exclusiveMinimum: 0, maximum: highestLimit },
  amount: {
    type: "number",
    anyOf: [{ const: 0 }, { minimum: lowestPrice, maximum: highestPrice }],
  },
  budget: { type: "number", minimum: 0 },
  header: { type: "string", pattern: String.raw`^[\x20-\x7e]*[\x21-\x7e][\x20-\x7e]*$` },
  object: { type: "object" },
  duration: { type: "string", pattern: String.raw`^\s*\d+(\.\d+)?\s*[A-Za-z]+\s*$` },
};
