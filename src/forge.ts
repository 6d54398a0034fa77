import { configuredCatalog } from "./config/configured.ts";
import type { Configuration } from "./config/configuration.ts";
import { CatalogAccess } from "./modelsdev/client.ts";
import { named } from "./places/named-path.ts";
import { asTimer, readSettings, type Settings } from "./modelsdev/settings.ts";
import type { System } from "./system/ports.ts";

interface Assembling {
  /** What a program decided instead of the environment. */
  decided?: Partial<Settings>;
  /** Called once, before the first part is asked for. */
  onAsked?: () => void;
  /** What the files of the configuration say; none for a program. */
  configuration?: Configuration;
}

/** What every door to ModelForge is made of. Each part is assembled when it is first asked for. */
export class Forge {
  readonly machine: System;
  readonly configuration: Configuration | undefined;
  readonly #decided: Partial<Settings>;
  #onAsked: (() => void) | undefined;
  #settings: Settings | undefined;
  #access: CatalogAccess | undefined;

  constructor(machine: System, { decided = {}, onAsked, configuration }: Assembling = {}) {
    this.machine = machine;
    this.configuration = configuration;
    this.#decided = decided;
    this.#onAsked = onAsked;
  }

  /** Each of them is read when it is asked for; throws `usage.bad-value` then, the directories `file.not-found`. */
  get settings(): Settings {
    const onAsked = this.#onAsked;
    this.#onAsked = undefined;
    onAsked?.();
    this.#settings ??= this.#readSettings();
    return this.#settings;
  }

  /** The catalog of the source that is set. Throws `usage.bad-value`, `network.insecure`, `file.not-found`. */
  get access(): CatalogAccess {
    const { settings } = this;
    const name = this.#decided.source === undefined ? "MODELFORGE_URL" : "source";
    this.#access ??= named(name, () => new CatalogAccess(this.machine, settings));
    return this.#access;
  }

  /** Closes what was assembled; the next question opens it again. */
  close(): void {
    this.#access?.close();
  }

  #readSettings(): Settings {
    const { cacheDirectory, timeoutMs, ...others } = this.#decided;
    const { environment, files } = this.machine;
    const { configuration } = this;
    const configured = configuration && configuredCatalog(configuration, files);
    const settings = readSettings(environment, files, { given: cacheDirectory, configured });
    const decided = {
      ...others,
      ...(timeoutMs === undefined ? {} : { timeoutMs: asTimer(timeoutMs) }),
    };
    for (const [name, value] of Object.entries(decided)) {
      // in place of the one that reads the variable
      if (value !== undefined) Object.defineProperty(settings, name, { value, enumerable: true });
    }
    return settings;
  }
}
