/** What can stand in a place: one of these words, a name from the catalog or the configuration, the number of a change, a path; `null` where anything can. */
export type Values =
  | readonly string[]
  | "provider"
  | "family"
  | "model"
  | "alias"
  | "setting"
  | "change"
  | "file"
  | null;

export interface FlagWords {
  /** `--provider` */
  name: string;
  about: string;
  /** Absent: the flag takes no value. */
  takes?: Values;
  /** Several values, comma between them. */
  many?: true;
}

export interface CommandWords {
  /** `models list` */
  path: string;
  aliases: readonly string[];
  summary: string;
  flags: readonly FlagWords[];
  /** One for each argument; the last stands for all further ones where `endless`. */
  args: readonly Values[];
  endless?: true;
}

/** All that can be completed without a catalog. The build works it out, so that no command need be loaded. */
export interface CompletionTable {
  commands: readonly CommandWords[];
  /** Flags before any command. */
  flags: readonly FlagWords[];
}

/** Where the build puts it, beside the script that reads it. */
export const completionTableFile = "completions.json";
