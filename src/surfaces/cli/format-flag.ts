import { ModelForgeError } from "../../failure.ts";
import type { Flag } from "./flag.ts";
import { word } from "./option-values.ts";
import { type AnswerKind, type FormatName, formatsOf } from "./render/formats.ts";

export interface FormatOptions {
  format?: FormatName;
  json?: boolean;
}

/** The flag that says how an answer is printed. */
export function formatFlag(kind: AnswerKind, group?: string): Flag {
  const known = formatsOf(kind);
  return {
    name: "--format",
    short: "-f",
    takes: word("name", "format", known),
    about: `how to print: ${known.join(", ")}`,
    ...(group === undefined ? {} : { group }),
  };
}

/** The format asked for: the one for people if none is. Throws `usage.bad-value` where two are. */
export function readFormat({ format, json }: FormatOptions, usual: FormatName): FormatName {
  if (json === true && format !== undefined && format !== "json") {
    throw new ModelForgeError("usage.bad-value", {
      message: `--json and --format ${format} ask for two formats`,
      hint: "leave one of them out",
    });
  }
  return json === true ? "json" : (format ?? usual);
}
