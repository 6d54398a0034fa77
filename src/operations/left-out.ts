import { shellWord } from "../catalog/words/shell-word.ts";
import type { Configuration } from "../config/configuration.ts";
import type { NotCallable } from "../credentials/from-environment.ts";

const mostSaid = 8;

/** Why providers could not be called now, each in a few words. */
export function leftOut(all: readonly NotCallable[]): string[] {
  const said = all.slice(0, mostSaid).map((one) => words[one.why](one));
  const more = all.length - said.length;
  return more > 0 ? [...said, `and ${more} more`] : said;
}

const words: Readonly<Record<NotCallable["why"], (one: NotCallable) => string>> = {
  credential: ({ provider }) => `no credential for ${provider} is at hand`,
  disabled: ({ provider }) => `${provider} is switched off in the configuration`,
  unasked: ({ provider }) =>
    `a key of ${provider} is there, and settings.autoDetect has none found`,
  address: ({ provider }) =>
    `the credential of ${provider} may not go where providers.${provider}.baseUrl says`,
  settings: ({ provider, missing }) => `${provider} lacks ${missing.join(", ")}`,
  unfit: ({ provider, wrong = "" }) => `the credential of ${provider} goes nowhere: ${wrong}`,
};

type Remedy = (one: NotCallable, isProjects: (name: string) => boolean) => string;

const remedies: Readonly<Record<NotCallable["why"], Remedy>> = {
  credential: ({ provider }) => `modelforge auth login ${shellWord(provider)}`,
  disabled: ({ provider }, isProjects) =>
    isProjects("enabled")
      ? `modelforge config unset ${settingOf(provider, "enabled")} --project`
      : `modelforge config set ${settingOf(provider, "enabled")} true`,
  unasked: ({ provider }) =>
    `modelforge config set ${settingOf(provider, "enabled")} true, or modelforge config unset settings.autoDetect`,
  address: ({ provider }, isProjects) =>
    `modelforge config unset ${settingOf(provider, "baseUrl")}${isProjects("baseUrl") ? " --project" : ""}, or modelforge auth trust ${shellWord(provider)} <address>`,
  settings: ({ provider, missing }) =>
    missing
      .map((name) => `modelforge config set ${settingOf(provider, `values.${name}`)} <value>`)
      .join("; "),
  unfit: ({ provider }) => `modelforge auth status ${shellWord(provider)}`,
};

function settingOf(provider: string, name: string): string {
  return shellWord(`providers.${provider}.${name}`);
}

/** What to do about it, a command each. */
export function remedyFor(one: NotCallable, configuration: Pick<Configuration, "find">): string {
  return remedies[one.why](
    one,
    (name) => configuration.find("providers", one.provider, name)?.scope === "project",
  );
}
