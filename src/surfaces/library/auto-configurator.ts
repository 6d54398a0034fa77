import type { ConfigAddedAuto } from "../../operations/config-add-auto/choose-and-add.ts";
import type { ConfigAddAutoInput } from "../../operations/config-add-auto/input.ts";
import type { ConfigAdded } from "../../operations/config-added.ts";
import type { ConfigAddInput } from "../../operations/config-add/input.ts";
import type { ProviderTemplate } from "../../operations/provider-info/provider-info.ts";
import type { System } from "../../system/ports.ts";
import type { AskOptions } from "./ask.ts";
import { CatalogClient } from "./client.ts";
import type { ClientOptions } from "./options.ts";

/** Sets a configuration up from the catalog. Nothing is read before the first question. */
export class Configurator {
  readonly #client: CatalogClient;

  constructor(machine: System, options: ClientOptions) {
    this.#client = new CatalogClient(machine, options);
  }

  /**
   * What `configure` would write, with the models that were considered and why; prices in USD per 1,000,000 tokens.
   *
   * @throws ModelForgeError `credential.missing` where no provider could be called and `any` is not set,
   * `model.not-found` where no model is left.
   */
  plan(input: ConfigAddAutoInput = {}, options?: AskOptions): Promise<ConfigAddedAuto> {
    return this.#ask("config-add-auto", planning(input), options);
  }

  /** The same, written: the model is the one in use from then on. Throws `config.unreadable`, `file.unwritable`, too. */
  configure(input: ConfigAddAutoInput = {}, options?: AskOptions): Promise<ConfigAddedAuto> {
    return this.#ask("config-add-auto", input, options);
  }

  /**
   * Adds a model by name; limits, prices and how it is called come from the catalog.
   *
   * @throws ModelForgeError `usage.missing-argument` with `details.missing` where the provider's address needs more.
   */
  add(input: ConfigAddInput, options?: AskOptions): Promise<ConfigAdded> {
    return this.#ask("config-add", input, options);
  }

  /** How a provider is called, filled with `values`, and what is missing by name. Throws `provider.not-found`. */
  async template(
    provider: string,
    values: Readonly<Record<string, string>> = {},
    options: AskOptions = {},
  ): Promise<ProviderTemplate> {
    return (await this.#client.getProviderConfig(provider, { ...options, values })).template;
  }

  /** Closes the files of the catalog. */
  close(): void {
    this.#client.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #ask<Name extends "config-add" | "config-add-auto">(
    name: Name,
    input: Parameters<CatalogClient["ask"]>[1],
    options: AskOptions | undefined,
  ) {
    return (await this.#client.ask(name, input as never, options)).result;
  }
}

/** What is no object, or cannot be looked at, is left for the question to refuse. */
function planning(input: unknown): never {
  try {
    const isRecord = typeof input === "object" && input !== null && !Array.isArray(input);
    return (isRecord ? { ...input, dryRun: true } : input) as never;
  } catch {
    return input as never;
  }
}
