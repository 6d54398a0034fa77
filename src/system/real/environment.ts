import type { Environment } from "../ports.ts";

export const realEnvironment: Environment = {
  get: (name) => {
    // the environment inherits from every object
    const value = Object.hasOwn(process.env, name) ? process.env[name] : undefined;
    return value === undefined || value === "" ? undefined : value;
  },
  names: () => Object.keys(process.env),
  get home() {
    try {
      const home = process.env.HOME ?? process.getBuiltinModule("node:os").homedir();
      return home === "" ? undefined : home;
    } catch {
      // no HOME and no entry for this user id: common in containers
      return undefined;
    }
  },
  get currentDirectory() {
    return process.cwd();
  },
  platform: process.platform,
};
