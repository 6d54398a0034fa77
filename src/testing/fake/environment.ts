import { orNull } from "../../operations/input-kinds.ts";
import type { Table } from "../../operations/read-input.ts";
import type { Environment } from "../../system/ports.ts";
import { anyText, byName } from "./kinds.ts";

/** What a fake machine tells a program. All of it can be changed. */
export interface FakeEnvironment extends Environment {
  /** Variables by name; none of those of the machine the test runs on. */
  readonly variables: Map<string, string>;
  home: string | undefined;
  currentDirectory: string;
  platform: string;
}

export interface FakeEnvironmentOptions {
  /** None. */
  variables?: Readonly<Record<string, string>>;
  /** `/home/you`; null for none. */
  home?: string | null;
  /** `/home/you/project` */
  currentDirectory?: string;
  /** `linux`; the files are those of Linux whatever it says. */
  platform?: string;
}

export const environmentFields: Table<FakeEnvironmentOptions> = {
  variables: byName(anyText),
  home: orNull(anyText),
  currentDirectory: anyText,
  platform: anyText,
};

export function createFakeEnvironment(options: FakeEnvironmentOptions = {}): FakeEnvironment {
  const { home = "/home/you", currentDirectory = "/home/you/project" } = options;
  const variables = new Map(Object.entries(options.variables ?? {}));
  return {
    variables,
    get: (name) => {
      const value = variables.get(name);
      return value === "" ? undefined : value;
    },
    names: () => [...variables.keys()],
    home: home ?? undefined,
    currentDirectory,
    platform: options.platform ?? "linux",
  };
}
