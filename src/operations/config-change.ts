import { diffOf } from "../config/diff.ts";
import type { FileChange } from "../config/noted-changes.ts";
import { writeConfig } from "../config/write.ts";
import type { ConfigChangeInput } from "./config-change-input.ts";
import type { OperationContext, OperationOptions, Outcome } from "./operation.ts";
import { refuseAnySecret } from "./refuse-secret.ts";

/** What a change came to: nothing where all was so already. */
export interface ConfigChanged {
  changes: { file: string; diff: string }[];
  /** What there is to know of it. */
  notes: string[];
}

interface Asked {
  /** For the history: `config set catalog.ttl 12h`. */
  command: string;
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
  await refuseAnySecret({ machine }, asked.command);
  const scope = project ? "project" : "user";
  const { written, notes: warnings } = await writeConfig(
    machine,
    { ...asked, scope, dryRun, signal },
    change,
  );
  return { result: { changes: saidChanges(written), notes }, warnings };
}

export function saidChanges(changes: readonly FileChange[]): ConfigChanged["changes"] {
  return changes.map((change) => ({ file: change.file, diff: diffOf(change) }));
}
