import type { Environment, ReadingFiles } from "../system/ports.ts";
import { named } from "./named-path.ts";

/** A directory of ours where nobody says another: by the XDG specification, on Windows beside other programs' own. */
interface Home {
  /** `XDG_CACHE_HOME` */
  variable: string;
  /** Below the home directory: `.cache` */
  fallback: readonly string[];
  /** What Windows calls the directory for it: `LOCALAPPDATA` */
  windowsVariable: string;
  /** Below that: `Cache` */
  onWindows: readonly string[];
}

const homes = {
  cache: {
    variable: "XDG_CACHE_HOME",
    fallback: [".cache"],
    windowsVariable: "LOCALAPPDATA",
    onWindows: ["Cache"],
  },
  state: {
    variable: "XDG_STATE_HOME",
    fallback: [".local", "state"],
    windowsVariable: "LOCALAPPDATA",
    onWindows: ["State"],
  },
  data: {
    variable: "XDG_DATA_HOME",
    fallback: [".local", "share"],
    windowsVariable: "LOCALAPPDATA",
    onWindows: ["Data"],
  },
  config: {
    variable: "XDG_CONFIG_HOME",
    fallback: [".config"],
    windowsVariable: "APPDATA",
    onWindows: [],
  },
} satisfies Record<string, Home>;

/**
 * The directory that `given`, a variable of ours, names, else the usual one of its kind; undefined where there is no place
 * for one. Throws `file.not-found` where it cannot be told without a working directory.
 */
export function directoryOf(
  environment: Environment,
  files: ReadingFiles,
  kind: keyof typeof homes,
  given: string,
  ...inside: readonly string[]
): string | undefined {
  const { get, home: own, platform } = environment;
  const path = get(given);
  if (path !== undefined) return named(given, () => files.resolve(path));
  const { variable, fallback, windowsVariable, onWindows } = homes[kind];
  const base = get(variable);
  // the XDG specification has relative paths ignored
  if (base?.startsWith("/") === true) return files.resolve(base, "model-forge", ...inside);
  const known = platform === "win32" ? get(windowsVariable) : undefined;
  if (known !== undefined) {
    const parts = ["model-forge", ...onWindows, ...inside];
    return named(windowsVariable, () => files.resolve(known, ...parts));
  }
  if (own === undefined) return undefined;
  return named("HOME", () => files.resolve(own, ...fallback, "model-forge", ...inside));
}
