import { text } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface ProviderInfoInput {
  provider: string;
}

export const providerInfoFields: Fields<ProviderInfoInput> = {
  provider: { kind: text("id", "provider"), about: "its id or its name", isNeeded: true },
};
