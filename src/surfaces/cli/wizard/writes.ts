import type { ConfigChanged } from "../../../operations/config-change.ts";
import { configAdd } from "../../../operations/config-add/config-add.ts";
import { configUse } from "../../../operations/config-use/config-use.ts";
import type { Outcome } from "../../../operations/operation.ts";
import type { Draft } from "./draft.ts";
import type { Wizard } from "./wizard.ts";

/** One change of the configuration: how a line says it, and what does it. */
export interface Write {
  words: string[];
  run(wizard: Wizard, dryRun: boolean): Promise<Outcome<ConfigChanged>>;
}

/** What the answers come to, in this order: the plan, the work and the lines of a script are made of it. */
export function writesOf(draft: Draft): Write[] {
  const { project, values } = draft;
  const model = draft.own.model ?? "";
  const ofProject = project ? ["--project"] : [];
  // what an address is made of is not for a project to say
  const isApart = project && values.length > 0;
  const adding: Write = {
    words: [
      "config",
      "add",
      model,
      ...values.flatMap((value) => ["--value", value]),
      ...(isApart ? [] : ["--use", ...ofProject]),
    ],
    run: (wizard, dryRun) =>
      wizard.run(configAdd, { model, values, use: !isApart, project: project && !isApart, dryRun }),
  };
  const using: Write = {
    words: ["config", "use", model, ...ofProject],
    run: (wizard, dryRun) => wizard.run(configUse, { model, project, dryRun }),
  };
  return isApart ? [adding, using] : [adding];
}

/** Lines that do the same without a person, the key left out: it is read from standard input. */
export function scriptOf(draft: Draft): string[][] {
  const { provider, own, passphrase } = draft;
  const { credential, trustHost, checked } = own;
  const unlocking = passphrase === undefined ? [] : ["--passphrase-fd", "3"];
  const lines: string[][] = [];
  if (credential?.kind === "typed") {
    lines.push([
      "auth",
      "login",
      provider,
      "--key-stdin",
      ...(trustHost === undefined ? [] : ["--trust-host", trustHost]),
      ...(draft.store === undefined ? [] : ["--store", draft.store]),
      ...unlocking,
      ...(credential.isOthers ? ["--yes"] : []),
    ]);
  } else if (trustHost !== undefined) lines.push(["auth", "trust", provider, trustHost, "--yes"]);
  const writes = writesOf(draft).map(({ words }) => words);
  // before it some addresses are not complete
  const checking = ["auth", "status", provider, "--check", ...unlocking];
  return [...lines, ...writes, ...(checked === undefined ? [] : [checking])];
}
