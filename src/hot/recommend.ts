import { recommend } from "../surfaces/cli/commands/recommend.ts";
import { answer, type Outcome } from "./answer.ts";

export const start = (words: readonly string[]): Promise<Outcome> => answer(recommend, words);
