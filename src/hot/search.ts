import { search } from "../surfaces/cli/commands/search.ts";
import { answer, type Start } from "./answer.ts";

export const start: Start = (words) => answer(search, words);
