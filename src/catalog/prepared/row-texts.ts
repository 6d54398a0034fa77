import type { ModelRow } from "../words/model.ts";
import { type Places, placeTexts } from "./lines.ts";

/** What several parts say of a row, written once as they have it in JSON. */
export interface RowTexts {
  /** `"ref":"openai/gpt-5","row":17` */
  names: readonly string[];
  /** Its place in models.jsonl. */
  places: readonly string[];
}

export function textsOf(models: readonly ModelRow[], places: Places): RowTexts {
  return {
    names: models.map(({ ref }, row) => `"ref":${JSON.stringify(ref)},"row":${row}`),
    places: placeTexts(places),
  };
}
