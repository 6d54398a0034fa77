import type { Configuration } from "../config/configuration.ts";
import type { Leaf } from "../config/layers.ts";
import { cloudsAtHand } from "../credentials/cloud/clouds-at-hand.ts";
import type { ForeignMachine } from "../credentials/cloud/read-foreign.ts";
import type { AtHand } from "../credentials/from-environment.ts";
import type { ReadingStore } from "../credentials/store/read-store.ts";
import { withStored } from "../credentials/with-stored.ts";
import { withVariables } from "../credentials/with-variables.ts";
import type { Environment } from "../system/ports.ts";

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
  if (own.length === 0 && given === undefined && clouds === undefined) return stored;
  const disabled = own.flatMap(({ path, value }) =>
    path[2] === "enabled" && value === false ? path[1] : [],
  );
  const behind = new Map([...(clouds?.values ?? []), ...valuesIn(own)]);
  const all = {
    ...withVariables(stored, { behind, ...(given && { before: given }) }),
    isDisabled: (provider: string) => disabled.includes(provider),
    ...(clouds && { clouds }),
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
