import type { Configuration } from "../config/configuration.ts";
import type { Leaf } from "../config/layers.ts";
import { cloudsAtHand } from "../credentials/cloud/clouds-at-hand.ts";
import type { ForeignMachine } from "../credentials/cloud/read-foreign.ts";
import type { AtHand } from "../credentials/from-environment.ts";
import type { ReadingStore } from "../credentials/store/read-store.ts";
import { withStored } from "../credentials/with-stored.ts";
import { withVariables } from "../credentials/with-variables.ts";
import type { Environment } from "../system/ports.ts";
import { keysIn } from "./declared-by.ts";

type Configured = Pick<Configuration, "leaves"> | undefined;

interface Having {
  machine: ReadingStore & ForeignMachine;
  configuration?: Configured;
  /** What was given with the question, by variable; it goes before all else. */
  given?: ReadonlyMap<string, string> | undefined;
}

/** What there is to call providers with: the environment, what is kept, what the configuration and clouds say of providers. */
export async function atHand({ machine, configuration, given }: Having): Promise<AtHand> {
  const stored = withStored(machine);
  const own = ofProviders(configuration);
  const clouds = await cloudsAtHand(machine);
  const isUnasked = unaskedIn(configuration, own);
  const isBare = own.length === 0 && given === undefined;
  if (isBare && clouds === undefined && isUnasked === undefined) return stored;
  const disabled = own.flatMap(({ path, value }) =>
    path[2] === "enabled" && value === false ? path[1] : [],
  );
  const named = keysIn(own);
  const behind = new Map([...(clouds?.values ?? []), ...valuesIn(own)]);
  const all = {
    ...withVariables(stored, { behind, ...(given && { before: given }) }),
    isDisabled: (provider: string) => disabled.includes(provider),
    named: (provider: string) => named.get(provider),
    ...(clouds && { clouds }),
    ...(isUnasked && { isUnasked }),
  };
  // where credentials may go is known to a large table, and few say another address
  const placed = own.flatMap(({ path }) => (path[2] === "baseUrl" ? path[1] : []));
  if (placed.length === 0) return all;
  const { whereTheyMayGo } = await import("./where-they-may-go.ts");
  return {
    ...all,
    isPlaced: (provider) => placed.includes(provider),
    mayGo: await whereTheyMayGo(machine, own, all),
  };
}

/** Where the person wants no provider found: whether they said nothing of one. A project's word asks for none. */
function unaskedIn(
  configuration: Configured,
  own: readonly Leaf[] = ofProviders(configuration),
): AtHand["isUnasked"] {
  const isSaid = ({ path: [section, name] }: Leaf): boolean =>
    section === "settings" && name === "autoDetect";
  if (configuration?.leaves.find(isSaid)?.value !== false) return undefined;
  const asked = new Set(own.flatMap(({ path, scope }) => (scope === "user" ? [path[1]] : [])));
  return (provider) => !asked.has(provider);
}

/** The environment as if the values of the configuration were in variables of it; what is there goes before them. */
export function withValues(environment: Environment, configuration: Configured): Environment {
  return withVariables(environment, { behind: valuesIn(ofProviders(configuration)) });
}

/** What a configuration says of providers. */
export function ofProviders(configuration: Configured): Leaf[] {
  return configuration?.leaves.filter(({ path }) => path[0] === "providers") ?? [];
}

/** What these say of variables. */
export function valuesIn(own: readonly Leaf[]): Map<string, string> {
  return new Map(
    own.flatMap(({ path: [, , part, name], value }) =>
      part === "values" ? [[name as string, String(value)]] : [],
    ),
  );
}
