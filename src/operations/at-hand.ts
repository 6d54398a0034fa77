import type { AtHand } from "../credentials/from-environment.ts";
import { withStored } from "../credentials/with-stored.ts";
import type { OperationContext } from "./operation.ts";

/** What there is to call providers with: the environment, what is kept, and what the configuration says of providers. */
export function atHand({
  machine,
  configuration,
}: Pick<OperationContext, "machine" | "configuration">): AtHand {
  const stored = withStored(machine);
  const own = configuration?.leaves.filter(({ path }) => path[0] === "providers") ?? [];
  if (own.length === 0) return stored;
  const values = new Map<string, string>();
  const disabled = new Set<string | undefined>();
  for (const { path, value } of own) {
    const [, provider, section, name] = path;
    if (section === "values" && name !== undefined) values.set(name, String(value));
    if (section === "enabled" && value === false) disabled.add(provider);
  }
  return {
    home: stored.home,
    platform: stored.platform,
    currentDirectory: "",
    get: (name) => stored.get(name) ?? values.get(name),
    names: () => [...stored.names(), ...values.keys()],
    isDisabled: (provider) => disabled.has(provider),
  };
}
