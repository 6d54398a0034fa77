import type { Environment } from "../system/ports.ts";

type Variables = ReadonlyMap<string, string>;

const none: Variables = new Map();

/** The environment as if it had more variables: `before` go before its own, `behind` count where it has none. */
export function withVariables(
  environment: Environment,
  {
    before = none,
    behind = none,
  }: { before?: Variables | undefined; behind?: Variables | undefined },
): Environment {
  return {
    get: (name) => before.get(name) ?? environment.get(name) ?? behind.get(name),
    names: () => [...environment.names(), ...behind.keys(), ...before.keys()],
    home: environment.home,
    currentDirectory: "",
    platform: environment.platform,
  };
}
