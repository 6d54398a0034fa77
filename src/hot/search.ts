import { search } from "../surfaces/cli/commands/search.ts";
import { answer, type Outcome } from "./answer.ts";

export const start = (words: readonly string[]): Promise<Outcome> => answer(search, words);
