import { ModelForgeError } from "../failure.ts";
import { doubtAbout } from "../places/doubt.ts";
import { directoryOf } from "../places/usual.ts";
import type { Environment, ReadingFiles, System } from "../system/ports.ts";
import { ownVariables } from "./from-environment.ts";
import { withVariables } from "./with-variables.ts";

const mostBytes = 1_000_000;

export type StoringMachine = Pick<System, "environment" | "codec"> & { files: ReadingFiles };

/** The environment as if each stored credential were in a variable of ours: for what only asks whether there is one. */
export function withStored(machine: StoringMachine): Environment {
  const { environment } = machine;
  const stored = providersIn(machine).flatMap(ownVariables);
  if (stored.length === 0) return environment;
  return withVariables(environment, { behind: new Map(stored.map((name) => [name, "stored"])) });
}

/** A look at the index that says no more: what is wrong with it, the commands of credentials say. */
function providersIn({ environment, files, codec }: StoringMachine): string[] {
  try {
    const directory = directoryOf(environment, files, "data", "MODELFORGE_DATA_DIR");
    const file = `${directory}/credentials/store.json`;
    const bytes = directory && files.read(file, mostBytes);
    if (!bytes || doubtAbout(file, files)) return [];
    const isSet = (name: unknown): boolean =>
      typeof name === "string" && (environment.get(name) ?? "").trim() !== "";
    const { accounts } = JSON.parse(codec.text(bytes)) as { accounts?: unknown };
    return (Array.isArray(accounts) ? accounts : []).flatMap((one: Entry | null) =>
      one?.version === undefined &&
      typeof one?.provider === "string" &&
      (one.secret ?? one.sealed ?? one.command ?? one.keychain ?? isSet(one.env))
        ? [one.provider]
        : [],
    );
  } catch (error) {
    if (error instanceof ModelForgeError || error instanceof SyntaxError) return [];
    throw error;
  }
}

interface Entry {
  version?: unknown;
  provider?: unknown;
  secret?: unknown;
  sealed?: unknown;
  command?: unknown;
  keychain?: unknown;
  env?: unknown;
}
