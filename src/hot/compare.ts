import { compare } from "../surfaces/cli/commands/compare.ts";
import { answer, type Outcome } from "./answer.ts";

export const start = (words: readonly string[]): Promise<Outcome> => answer(compare, words);
