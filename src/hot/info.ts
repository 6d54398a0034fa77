import { info } from "../surfaces/cli/commands/info.ts";
import { answer, type Start } from "./answer.ts";

export const start: Start = (words) => answer(info, words);
