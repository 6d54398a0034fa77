import { model, providerOfId } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export interface ModelInfoInput {
  /** `provider/id`, or a bare id. */
  model: string;
  /** Narrows a bare id to one provider. */
  provider?: string;
}

export const modelInfoFields: Fields<ModelInfoInput> = { model, provider: providerOfId };
