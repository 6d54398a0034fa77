import { authStatusCommand } from "../surfaces/cli/commands/auth-status.ts";
import type { Start } from "./answer.ts";
import { answerOwn } from "./answer-own.ts";

export const start: Start = (words) => answerOwn(authStatusCommand, words);
