import { configPathCommand } from "../surfaces/cli/commands/config-path.ts";
import type { Start } from "./answer.ts";
import { answerOwn } from "./answer-own.ts";

export const start: Start = (words) => answerOwn(configPathCommand, words);
