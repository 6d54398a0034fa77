import { compare } from "../surfaces/cli/commands/compare.ts";
import { answer, type Start } from "./answer.ts";

export const start: Start = (words) => answer(compare, words);
