import type { Configuration } from "../config/configuration.ts";
import type { Environment } from "../system/ports.ts";

/** What the person's configuration says of a provider. */
export interface ProviderSettings {
  /** The environment as if the values were in variables of it; what is there goes before them. */
  environment: Environment;
  /** Where it is called in place of what the catalog says. */
  baseUrl: string | undefined;
  isEnabled: boolean;
}

/** `given`: values that go before all others. Throws `config.unreadable`. */
export function providerSettings(
  configuration: Pick<Configuration, "leaves"> | undefined,
  environment: Environment,
  provider: string,
  given: ReadonlyMap<string, string> = new Map(),
): ProviderSettings {
  const leaves = configuration?.leaves ?? [];
  const own = leaves.filter(({ path }) => path[0] === "providers" && path[1] === provider);
  const of = (name: string): unknown =>
    own.find(({ path }) => path.length === 3 && path[2] === name)?.value;
  const values = new Map(
    own.flatMap(({ path: [, , section, name = ""], value }) =>
      section === "values" ? [[name, String(value)] as const] : [],
    ),
  );
  const baseUrl = of("baseUrl");
  return {
    environment: {
      home: environment.home,
      platform: environment.platform,
      get currentDirectory() {
        return environment.currentDirectory;
      },
      get: (name) => given.get(name) ?? environment.get(name) ?? values.get(name),
      names: () => [...new Set([...environment.names(), ...values.keys(), ...given.keys()])],
    },
    baseUrl: typeof baseUrl === "string" ? baseUrl.trim() : undefined,
    isEnabled: of("enabled") !== false,
  };
}
