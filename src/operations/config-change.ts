import { diffOf } from "../config/diff.ts";
import { refuseSecret } from "../config/secrets.ts";
import { writeConfig } from "../config/write.ts";
import { type Field, flag } from "../catalog/words/field.ts";
import type { OperationContext, OperationOptions, Outcome } from "./operation.ts";

/** What every change of a configuration is told besides. */
export interface ConfigChangeInput {
  /** Of the project's file, not the user's. */
  project?: boolean;
  /** Only says what would change. */
  dryRun?: boolean;
}

export const configChangeFields: Readonly<Record<keyof Required<ConfigChangeInput>, Field>> = {
  project: { kind: flag, about: "in the project's file, not yours" },
  dryRun: { kind: flag, about: "only show what would change" },
};

/** What a change came to: nothing where all was so already. */
export interface ConfigChanged {
  changes: { file: string; diff: string }[];
  /** What there is to know of it. */
  notes: string[];
}

interface Asked {
  /** For the history: `config set catalog.ttl 12h`. */
  command: string;
  isAnyText?: boolean;
  /** Null: there is no file, or is to be none. */
  change(text: string | null, file: string): string | null;
  notes?: string[];
}

/** Changes one file, and says what that came to. */
export async function changeConfig(
  { machine }: Pick<OperationContext, "machine">,
  { project = false, dryRun = false }: ConfigChangeInput,
  { signal }: Pick<OperationOptions, "signal">,
  { change, notes = [], ...asked }: Asked,
): Promise<Outcome<ConfigChanged>> {
  refuseSecret(asked.command);
  const scope = project ? "project" : "user";
  const { written, notes: warnings } = await writeConfig(
    machine,
    { ...asked, scope, dryRun, signal },
    change,
  );
  const changes = written === undefined ? [] : [{ file: written.file, diff: diffOf(written) }];
  return { result: { changes, notes }, warnings };
}
