import type { Configuration } from "../config/configuration.ts";
import type { Leaf } from "../config/layers.ts";
import type { AtHand } from "../credentials/from-environment.ts";
import { type StoringMachine, withStored } from "../credentials/with-stored.ts";
import { withVariables } from "../credentials/with-variables.ts";
import type { Environment } from "../system/ports.ts";

type Configured = Pick<Configuration, "leaves"> | undefined;

/** What there is to call providers with: the environment, what is kept, and what the configuration says of providers. */
export function atHand({
  machine,
  configuration,
}: {
  machine: StoringMachine;
  configuration?: Configured;
}): AtHand {
  const stored = withStored(machine);
  const own = ofProviders(configuration);
  if (own.length === 0) return stored;
  const disabled = own.flatMap(({ path, value }) =>
    path[2] === "enabled" && value === false ? path[1] : [],
  );
  return {
    ...withVariables(stored, { behind: valuesIn(own) }),
    isDisabled: (provider) => disabled.includes(provider),
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
