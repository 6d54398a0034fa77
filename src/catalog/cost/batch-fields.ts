import { type Field, tokens } from "../words/field.ts";
import type { Batch } from "./batch.ts";
import { usageFields } from "./usage.ts";

/** What a batch can be told. */
export const batchFields = {
  total: {
    kind: { type: "record", fields: usageFields },
    about: "tokens of all requests together",
    isNeeded: true,
  },
  requestSize: { kind: tokens, about: "tokens in, of one of the requests", isNeeded: true },
} satisfies Record<keyof Batch, Field>;
