import { join } from "node:path";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";

export const key = "sk-planted-0123456789";
const quoted = (text: string): string => `'${text}'`;

/** The command with a home of its own, and its store of credentials. */
export const setUp = (environment: Record<string, string> = {}) => {
  const command = createCommand(environment);
  const directory = join(command.home, ".local/share/model-forge/credentials");
  return {
    command,
    directory,
    file: join(directory, "store.json"),
    /** Through a shell, with something on standard input. */
    piped: (input: string, line: string) =>
      command.shell(`printf '%s' ${quoted(input)} | modelforge ${line}`),
    accounts: () =>
      answerOf<{ provider: string; account: string; active: boolean }[]>(
        command.run(["auth", "list", "--json"]),
      ).result.map((one) => `${one.provider}/${one.account}${one.active ? "*" : ""}`),
    token: (...words: string[]) => command.run(["auth", "token", ...words]).stdout,
  };
};
