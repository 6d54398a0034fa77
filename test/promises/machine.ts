import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { ModelForgeError } from "../../src/failure.ts";
import { CatalogAccess } from "../../src/modelsdev/client.ts";
import { digestOf } from "../../src/modelsdev/body.ts";
import { readSettings } from "../../src/modelsdev/settings.ts";
import type { Clock, Http, HttpRequest, System } from "../../src/system/ports.ts";
import { realCodec } from "../../src/system/real/codec.ts";
import { realFiles } from "../../src/system/real/files.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";

const homes: string[] = [];

afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** The price that tells an edition. */
const pricedAt = (edition: number): Uint8Array => bytesOf(smallCatalog(edition));

/** A machine whose clock is set by hand, whose models.dev answers as told, and whose package is as old as one likes. */
export class SetMachine {
  now: number;
  /** What the package has: another one after an update. */
  snapshot: { edition: number; takenAt: string };
  /** What models.dev has now; undefined: there is no network. */
  served: number | undefined;
  /** What models.dev waits for before it answers. */
  held: Promise<void> = Promise.resolve();
  /** Called whenever somebody waits; the time passes at once. */
  onWait: () => void | Promise<void> = () => undefined;
  readonly requests: HttpRequest[] = [];
  readonly #home = mkdtempSync(join(tmpdir(), "modelforge-machine-"));
  readonly #variables: Record<string, string>;

  constructor(
    start: { now: string; snapshot: { edition: number; takenAt: string } },
    variables: Record<string, string> = {},
  ) {
    this.now = Date.parse(start.now);
    this.snapshot = start.snapshot;
    this.#variables = variables;
    homes.push(this.#home);
  }

  /** Asks as a new process would; gives the origin of the answer, the edition, and what was warned of. */
  async ask(options: Parameters<CatalogAccess["ask"]>[0] = {}) {
    const access = this.access();
    const { result, catalog, warnings } = await access.ask(
      options,
      (view) => view.findModel("openai/gpt-5")?.price?.input,
    );
    const wantsRefresh = access.wantsBackgroundRefresh(catalog);
    access.close();
    return { edition: result, catalog, warnings, wantsRefresh };
  }

  access(): CatalogAccess {
    const machine = this.#system() as System;
    return new CatalogAccess(machine, readSettings(machine.environment, machine.files));
  }

  #system(): Partial<System> {
    return {
      clock: this.#clock(),
      codec: realCodec,
      files: realFiles,
      http: this.#http(),
      environment: {
        get: (name) => this.#variables[name],
        home: this.#home,
        currentDirectory: this.#home,
        platform: "linux",
      },
      installation: { version: "0.0.0", readSnapshot: (name) => this.#shipped(name) },
      process: {
        id: process.pid,
        startDetached: () => undefined,
        onInterrupt: () => () => undefined,
        uniqueName: () => `${process.pid}-${Math.random().toString(36).slice(2)}`,
      },
    };
  }

  #clock(): Clock {
    return {
      now: () => this.now,
      steady: () => this.now,
      wait: async (ms) => {
        this.now += ms;
        await this.onWait();
      },
      after: () => ({ stop: () => undefined }),
      random: () => 0.5,
    };
  }

  #http(): Http {
    return {
      get: async (request) => {
        this.requests.push(request);
        await this.held;
        if (this.served === undefined || !request.url.pathname.endsWith("/api.json")) {
          // as long as it may take
          this.now += request.limits.totalMs;
          throw new ModelForgeError("network.timed-out", { message: "no answer" });
        }
        const body = pricedAt(this.served);
        const headers = new Map([["content-type", "application/json"]]);
        return { status: 200, headers, body: async () => body, dispose: () => undefined };
      },
      proxyFor: () => undefined,
      close: async () => undefined,
    };
  }

  #shipped(name: string): Uint8Array | undefined {
    const { edition, takenAt } = this.snapshot;
    const catalog = pricedAt(edition);
    const digest = digestOf({ catalog, facts: undefined }, realCodec);
    const about = {
      source: "https://models.dev",
      standsFor: "https://models.dev",
      takenAt,
      digest: `sha256:${digest}`,
    };
    if (name === "snapshot.json") return bytesOf(about);
    return name === "api.json.br" ? realCodec.compress(catalog) : undefined;
  }
}
