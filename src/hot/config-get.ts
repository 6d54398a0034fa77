import { configGetCommand } from "../surfaces/cli/commands/config-get.ts";
import type { Start } from "./answer.ts";
import { answerOwn } from "./answer-own.ts";

export const start: Start = (words) => answerOwn(configGetCommand, words);
