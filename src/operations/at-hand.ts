import type { Configuration } from "../config/configuration.ts";
import type { Leaf } from "../config/layers.ts";
import { cloudsAtHand } from "../credentials/cloud/clouds-at-hand.ts";
import type { ForeignMachine } from "../credentials/cloud/read-foreign.ts";
import type { AtHand } from "../credentials/from-environment.ts";
import type { ReadingStore } from "../credentials/store/read-store.ts";
import { storedIn, withStored } from "../credentials/with-stored.ts";
import { withVariables } from "../credentials/with-variables.ts";
import type { Clock, Environment } from "../system/ports.ts";
import { keysIn } from "./declared-by.ts";

type Configured = Pick<Configuration, "leaves"> | undefined;

interface Having {
  machine: ReadingStore & ForeignMachine & { clock: Clock };
  configuration?: Configured;
  /** What was given with the question, by variable; it goes before all else. */
  given?: ReadonlyMap<string, string> | undefined;
}

/** What there is to call providers with: the environment, what is kept, what the configuration and clouds say of providers. */
export async function atHand({ machine, configuration, given }: Having): Promise<AtHand> {
  const { providers, isDoubtful } = storedIn(machine);
  const stored = withStored(machine, providers);
  const own = ofProviders(configuration);
  const clouds = await cloudsAtHand(machine);
  const isUnasked = unaskedIn(configuration, own);
  const isBare = own.length === 0 && given === undefined;
  const isPlain = isBare && clouds === undefined && isUnasked === undefined;
  if (isPlain && !isDoubtful && !mayBeUnfit(stored)) return stored;
  const disabled = own.flatMap(({ path, value }) =>
    path[2] === "enabled" && value === false ? path[1] : [],
  );
  const named = keysIn(own);
  const behind = new Map([...(clouds?.values ?? []), ...valuesIn(own)]);
  const over = (environment: Environment): Environment =>
    withVariables(environment, { behind, ...(given && { before: given }) });
  const all: AtHand = {
    ...over(stored),
    isDisabled: (provider: string) => disabled.includes(provider),
    named: (provider: string) => named.get(provider),
    ...(clouds && { clouds }),
    ...(isUnasked && { isUnasked }),
  };
  // where credentials may go is known to a large table, and few say another address
  const placed = own.flatMap(({ path }) => (path[2] === "baseUrl" ? path[1] : []));
  if (placed.length === 0 && !isDoubtful && !mayBeUnfit(all)) return all;
  const { storedThatCount, whereTheyMayGo } = await import("./where-they-may-go.ts");
  const exact = { ...all, ...over(withStored(machine, await storedThatCount(machine))) };
  return {
    ...exact,
    isPlaced: (provider) => placed.includes(provider),
    ...(await whereTheyMayGo(machine, own, exact)),
  };
}

/** The settings that hosts are told by. */
export const ofHosts =
  /^(?:AWS_REGION|AZURE_(?:COGNITIVE_SERVICES_)?RESOURCE_NAME|CLOUDFLARE_(?:ACCOUNT|GATEWAY)_ID|DATABRICKS_HOST|GOOGLE_VERTEX_(?:LOCATION|ENDPOINT)|NEON_AI_GATEWAY_BASE_URL|SNOWFLAKE_ACCOUNT)$/;

// a longer one may be a key
const plainSetting = /^[a-z0-9](?:[a-z0-9_-]{0,13}[a-z0-9])?$/i;

/** Whether a setting is there that takes more than a look to see whether it may stand in an address. */
function mayBeUnfit({ names, get }: Pick<Environment, "names" | "get">): boolean {
  return names().some((name) => {
    const value = ofHosts.test(name.toUpperCase()) ? (get(name) ?? "").trim() : "";
    return value !== "" && !plainSetting.test(value);
  });
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
