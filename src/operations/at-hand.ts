import type { Configuration } from "../config/configuration.ts";
import type { AtHand } from "../credentials/from-environment.ts";
import { type StoringMachine, withStored } from "../credentials/with-stored.ts";
import type { Environment } from "../system/ports.ts";

interface Having {
  machine: StoringMachine;
  configuration?: Pick<Configuration, "leaves"> | undefined;
}

/** What there is to call providers with: the environment, what is kept, and what the configuration says of providers. */
export function atHand({ machine, configuration }: Having): AtHand {
  const stored = withStored(machine);
  const own = configuration?.leaves.filter(({ path }) => path[0] === "providers") ?? [];
  if (own.length === 0) return stored;
  const disabled = new Set<string | undefined>();
  for (const { path, value } of own)
    if (path[2] === "enabled" && value === false) disabled.add(path[1]);
  return {
    ...withValues(stored, configuration),
    isDisabled: (provider) => disabled.has(provider),
  };
}

/** The environment as if the values of the configuration were in variables of it; what is there goes before them. */
export function withValues(
  environment: Environment,
  configuration: Having["configuration"],
): Environment {
  const values = new Map<string, string>();
  for (const { path, value } of configuration?.leaves ?? []) {
    const [section, , part, name] = path;
    if (section === "providers" && part === "values" && name !== undefined)
      values.set(name, String(value));
  }
  return {
    home: environment.home,
    platform: environment.platform,
    currentDirectory: "",
    get: (name) => environment.get(name) ?? values.get(name),
    names: () => [...environment.names(), ...values.keys()],
  };
}
