import { CatalogAccess } from "../../src/modelsdev/client.ts";
import { readSettings } from "../../src/modelsdev/settings.ts";
import { createFakeSystem, type FakeSystem } from "../../src/testing/fake-system.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";

interface Start {
  now: string;
  /** What the package has. */
  snapshot: { edition: number; takenAt: string };
  variables?: Record<string, string>;
  /** Whether only the test lets time pass. */
  byHand?: boolean;
}

/** A machine made up whose models.dev answers as told; the price tells an edition. */
export class SetMachine {
  readonly system: FakeSystem;
  /** What models.dev has now; undefined: nobody answers. */
  served: number | undefined;
  /** What models.dev waits for before it answers. */
  held: Promise<void> = Promise.resolve();

  constructor({ snapshot, ...start }: Start) {
    this.system = createFakeSystem(start);
    this.ship(snapshot);
    this.system.http.serve(/\/models\.json$/, { status: 404 });
    this.system.http.serve(/\/api\.json$/, async () => {
      await this.held;
      return this.served === undefined
        ? { headMs: Number.POSITIVE_INFINITY }
        : { json: smallCatalog(this.served) };
    });
  }

  /** Puts another snapshot into the package, as an update does. */
  ship({ edition, takenAt }: Start["snapshot"]): void {
    this.system.installation.snapshot = { catalog: smallCatalog(edition), takenAt };
  }

  get requests() {
    return this.system.http.requests;
  }

  /** Requests for the catalog so far. */
  get asked(): number {
    return this.requests.filter(({ url }) => url.endsWith("/api.json")).length;
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
    const { system } = this;
    return new CatalogAccess(system, readSettings(system.environment, system.files));
  }
}
