import type { Configuration } from "../config/configuration.ts";
import { secretIn } from "../config/secrets.ts";
import { withVariables } from "../credentials/with-variables.ts";
import type { Environment } from "../system/ports.ts";
import { ofProviders, valuesIn } from "./at-hand.ts";

/** What the person's configuration says of a provider. */
export interface ProviderSettings {
  /** The environment as if the values were in variables of it; what is there goes before them. */
  environment: Environment;
  /** Where it is called in place of what the catalog says. */
  baseUrl: string | undefined;
  /** The same as it is written: an address with a name, a password or a query is none that is called. */
  address: string | undefined;
  isEnabled: boolean;
}

/** `given`: values that go before all others. Throws `config.unreadable`. */
export function providerSettings(
  configuration: Pick<Configuration, "leaves"> | undefined,
  environment: Environment,
  provider: string,
  given: ReadonlyMap<string, string> = new Map(),
): ProviderSettings {
  const own = ofProviders(configuration).filter(({ path }) => path[1] === provider);
  const said = (name: string): unknown =>
    own.find(({ path }) => path.length === 3 && path[2] === name)?.value;
  const baseUrl = said("baseUrl");
  const address = typeof baseUrl === "string" ? baseUrl.trim() : undefined;
  return {
    environment: withVariables(environment, { before: given, behind: valuesIn(own) }),
    baseUrl: address !== undefined && secretIn(address) === undefined ? address : undefined,
    address,
    isEnabled: said("enabled") !== false,
  };
}
