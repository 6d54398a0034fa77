import { offers } from "../surfaces/cli/commands/offers.ts";
import { answer, type Outcome } from "./answer.ts";

export const start = (words: readonly string[]): Promise<Outcome> => answer(offers, words);
