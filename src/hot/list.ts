import { list } from "../surfaces/cli/commands/list.ts";
import { answer, type Start } from "./answer.ts";

export const start: Start = (words) => answer(list, words);
