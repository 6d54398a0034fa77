import type { Configuration } from "../../config/configuration.ts";
import type { Finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import type { Leaf } from "../../config/layers.ts";
import type { ConfigFile } from "../../config/read-file.ts";
import type { AtHand } from "../../credentials/from-environment.ts";
import type { Trusting } from "../../credentials/hosts/may-go-to.ts";
import type { System } from "../../system/ports.ts";

/** What the files say, each by itself. */
export interface Said {
  leaves: readonly Leaf[];
  files: readonly ConfigFile[];
}

/** Whose model is named, and where. */
export interface Used {
  provider: string;
  at(): Pick<Finding, "file" | "line">;
}

/** A provider that a configuration speaks of, or whose model it names. */
export interface Spoken {
  id: string;
  /** What is said of it. */
  own: readonly Leaf[];
  files: readonly ConfigFile[];
  /** Where a model of it is named to be used; undefined where none is. */
  used: Used | undefined;
}

export interface Around {
  machine: Pick<System, "environment">;
  configuration: Pick<Configuration, "leaves">;
  having: AtHand;
  trusting: Trusting;
}

export function spokenOf(
  ofProviders: readonly Leaf[],
  used: readonly Used[],
  files: readonly ConfigFile[],
): Spoken[] {
  const said = ofProviders.map(({ path }) => path[1] ?? "");
  const ids = new Set([...said, ...used.map(({ provider }) => provider)]);
  return [...ids].map((id) => ({
    id,
    own: ofProviders.filter(({ path }) => path[1] === id),
    files,
    used: used.find(({ provider }) => provider === id),
  }));
}

/** Where a provider is spoken of first. */
export function placeIn({ own: [first], files, used }: Spoken): Pick<Finding, "file" | "line"> {
  if (first !== undefined) return placeOf(first, files);
  return used?.at() ?? { file: null, line: null };
}
