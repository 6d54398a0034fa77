import { providersList } from "../surfaces/cli/commands/providers-list.ts";
import { answer, type Start } from "./answer.ts";

export const start: Start = (words) => answer(providersList, words);
