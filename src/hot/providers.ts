import { providersList } from "../surfaces/cli/commands/providers-list.ts";
import { answer, type Outcome } from "./answer.ts";

export const start = (words: readonly string[]): Promise<Outcome> => answer(providersList, words);
