import { shownSentence } from "./secrets.ts";

/** What is wrong with a configuration, or may be. */
export interface Finding {
  code: FindingCode;
  severity: "error" | "warning";
  /** Null where it is about no file: a variable says it. */
  file: string | null;
  /** From 1 on; null where it is about the whole file. */
  line: number | null;
  message: string;
  /** What to do: a command line, or a sentence. Null where the message says it. */
  fix: string | null;
}

export type FindingCode = keyof typeof findingKinds;

/** All that `config validate` can find, with how much it matters and what it means. */
export const findingKinds = {
  "config.unreadable": { severity: "error", about: "the file is no configuration" },
  "config.untrusted": { severity: "warning", about: "the project's file is not believed" },
  "config.unknown-key": { severity: "warning", about: "no setting has that name" },
  "config.duplicate-key": { severity: "warning", about: "a name stands there twice" },
  "config.bad-value": { severity: "error", about: "the setting takes something else" },
  "config.project-ignored": { severity: "warning", about: "a project may not say that" },
  "config.newer": { severity: "warning", about: "a newer version of ModelForge wrote it" },
  "config.secret": { severity: "error", about: "what looks like a key stands in a file" },
  "config.open-file": { severity: "warning", about: "other users may write the file" },
  "config.bad-source": { severity: "error", about: "the source of the catalog cannot be one" },
  "config.bad-alias": { severity: "error", about: "an alias has a name that none can have" },
  "config.alias-of-alias": { severity: "error", about: "an alias stands for another alias" },
  "config.alias-circle": { severity: "error", about: "aliases lead back to where they began" },
  "config.empty-alias": { severity: "warning", about: "an alias stands for no model" },
  "config.idle-fallback": { severity: "warning", about: "a fallback is taken before already" },
  "config.lacks-capability": { severity: "error", about: "a model cannot do what an alias needs" },
  "config.alias-hides": { severity: "warning", about: "an alias has the name of a model" },
  "config.unknown-model": { severity: "error", about: "the catalog has no such model" },
  "config.removed-model": { severity: "error", about: "the catalog no longer has the model" },
  "config.deprecated-model": { severity: "warning", about: "the model is deprecated" },
  "config.other-spelling": { severity: "warning", about: "the model is found by a guess" },
  "config.unknown-provider": { severity: "warning", about: "no catalog has the provider" },
  "config.incomplete-provider": { severity: "warning", about: "its address lacks a value" },
  "config.bad-address": { severity: "error", about: "where it is called is no address" },
  "config.bad-header": { severity: "error", about: "a header is not sent" },
  "config.unused-value": { severity: "warning", about: "the address has no such part" },
  "config.no-credential": { severity: "warning", about: "no credential for it is at hand" },
  "config.disabled-provider": {
    severity: "warning",
    about: "the model's provider is switched off",
  },
  "config.untrusted-address": { severity: "warning", about: "its credential does not go there" },
  "config.above-limit": { severity: "warning", about: "a model takes less than that" },
  "config.unused-parameter": { severity: "warning", about: "a model takes no such parameter" },
  "config.unknown-override": { severity: "warning", about: "the catalog has no such row" },
  "config.same-as-catalog": { severity: "warning", about: "the catalog says the same" },
  "config.not-checked": { severity: "warning", about: "no catalog could be asked" },
} as const satisfies Record<string, { severity: Finding["severity"]; about: string }>;

export function finding(
  code: FindingCode,
  at: Partial<Pick<Finding, "file" | "line" | "severity">>,
  message: string,
  fix: string | null = null,
): Finding {
  const { severity } = findingKinds[code];
  const shown = { message: shownSentence(message), fix: fix && shownSentence(fix) };
  return { code, severity, file: null, line: null, ...at, ...shown };
}
