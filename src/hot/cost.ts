import { cost } from "../surfaces/cli/commands/cost.ts";
import { answer, type Outcome } from "./answer.ts";

export const start = (words: readonly string[]): Promise<Outcome> => answer(cost, words);
