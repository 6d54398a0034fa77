import { list } from "../surfaces/cli/commands/list.ts";
import { answer, type Outcome } from "./answer.ts";

export const start = (words: readonly string[]): Promise<Outcome> => answer(list, words);
