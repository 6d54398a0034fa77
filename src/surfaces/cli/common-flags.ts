import type { Flag } from "./flag.ts";
import { badValue, text } from "./option-values.ts";
import { globalFlags } from "./options.ts";

/** Flags of every command. */
export const commonFlags: readonly Flag[] = [
  ...globalFlags,
  {
    name: "--jq",
    takes: text("filter", null),
    about: "print what a jq filter gives of the JSON document",
  },
  {
    name: "--output-file",
    short: "-o",
    takes: {
      ...text("file", "file"),
      read: (value, flag) => {
        // a script whose variable is empty
        if (value === "") throw badValue(flag, value, "models.json");
        return value;
      },
    },
    about: "write the result to a file, whole or not at all",
  },
  { name: "--force", about: "replace the file that --output-file names" },
];

/** What is done with a result besides printing it. */
export interface Redirection {
  jq?: string;
  outputFile?: string;
  force?: boolean;
}

export function isRedirected({ jq, outputFile, force }: Redirection): boolean {
  return jq !== undefined || outputFile !== undefined || force === true;
}
