import { info } from "../surfaces/cli/commands/info.ts";
import { answer, type Outcome } from "./answer.ts";

export const start = (words: readonly string[]): Promise<Outcome> => answer(info, words);
