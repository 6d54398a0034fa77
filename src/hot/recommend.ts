import { recommend } from "../surfaces/cli/commands/recommend.ts";
import { answer, type Start } from "./answer.ts";

export const start: Start = (words) => answer(recommend, words);
