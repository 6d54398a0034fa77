import { configShowCommand } from "../surfaces/cli/commands/config-show.ts";
import type { Start } from "./answer.ts";
import { answerOwn } from "./answer-own.ts";

export const start: Start = (words) => answerOwn(configShowCommand, words);
