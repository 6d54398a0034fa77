import { ModelForgeError } from "../failure.ts";
import { doubtAbout } from "../places/doubt.ts";
import { directoryOf } from "../places/usual.ts";
import type { Environment, ReadingFiles, System } from "../system/ports.ts";
import { ownVariables } from "./from-environment.ts";
import { withVariables } from "./with-variables.ts";

const mostBytes = 1_000_000;

export type StoringMachine = Pick<System, "environment" | "codec"> & { files: ReadingFiles };

/** What a quick look at the index says. */
export interface StoredSeen {
  /** Providers of which something is kept. */
  providers: string[];
  /** Whether it takes more than a look which of them have one that counts. */
  isDoubtful: boolean;
}

/** The environment as if each stored credential were in a variable of ours: for what only asks whether there is one. */
export function withStored(
  machine: Pick<StoringMachine, "environment">,
  providers: readonly string[],
): Environment {
  const { environment } = machine;
  const stored = providers.flatMap(ownVariables);
  if (stored.length === 0) return environment;
  return withVariables(environment, { behind: new Map(stored.map((name) => [name, "stored"])) });
}

/** A look at the index that says no more: what is wrong with it, the commands of credentials say. */
export function storedIn({ environment, files, codec }: StoringMachine): StoredSeen {
  try {
    const directory = directoryOf(environment, files, "data", "MODELFORGE_DATA_DIR");
    const file = `${directory}/credentials/store.json`;
    const bytes = directory && files.read(file, mostBytes);
    if (!bytes || doubtAbout(file, files)) return none;
    const { accounts } = JSON.parse(codec.text(bytes)) as { accounts?: unknown };
    const all: (Entry | null)[] = Array.isArray(accounts) ? accounts : [];
    const providers = all.flatMap((one) =>
      one?.version === undefined &&
      typeof one?.provider === "string" &&
      (one.secret ?? one.sealed ?? one.command ?? one.keychain ?? one.env)
        ? [one.provider]
        : [],
    );
    const isNamed = all.length > 0 && (environment.get("MODELFORGE_ACCOUNT") ?? "").trim() !== "";
    return { providers, isDoubtful: isNamed || all.some((one) => one?.env ?? one?.signedIn) };
  } catch (error) {
    if (error instanceof ModelForgeError || error instanceof SyntaxError) return none;
    throw error;
  }
}

const none: StoredSeen = { providers: [], isDoubtful: false };

interface Entry {
  version?: unknown;
  provider?: unknown;
  secret?: unknown;
  sealed?: unknown;
  command?: unknown;
  keychain?: unknown;
  env?: unknown;
  signedIn?: unknown;
}
