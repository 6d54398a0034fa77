import { offers } from "../surfaces/cli/commands/offers.ts";
import { answer, type Start } from "./answer.ts";

export const start: Start = (words) => answer(offers, words);
