import { cost } from "../surfaces/cli/commands/cost.ts";
import { answer, type Start } from "./answer.ts";

export const start: Start = (words) => answer(cost, words);
