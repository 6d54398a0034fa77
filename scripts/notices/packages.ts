import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A package of which something is in the bundles. */
export interface BundledPackage {
  name: string;
  version: string;
  /** `node_modules/ink/node_modules/chalk`. */
  folder: string;
  modules: string[];
}

/** What the bundler adds of its own, to join modules of both kinds. */
const bundlersOwn = { prefix: "\0rolldown/", folder: "node_modules/rolldown" };

/** Our own stand-ins for modules that are left out. */
const madeUpByUs = "\0own:";

/** The packages that modules are from, in the order of their names. Throws where nobody knows whose a module is. */
export function packagesOf(modules: readonly string[]): BundledPackage[] {
  const folders = new Map<string, string[]>();
  for (const module of modules) {
    const folder = folderOf(module);
    if (folder !== undefined) folders.set(folder, [...(folders.get(folder) ?? []), module]);
  }
  return [...folders]
    .map(([folder, ofPackage]) => describe(folder, ofPackage))
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** Undefined for what is ours. */
function folderOf(module: string): string | undefined {
  if (module.startsWith(bundlersOwn.prefix)) return bundlersOwn.folder;
  if (module.startsWith("src/") || module.startsWith(madeUpByUs)) return undefined;
  // the last folder of that name: node_modules/ink/node_modules/chalk/source/index.js
  const [folder] = /^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(module) ?? [];
  if (folder === undefined) throw new Error(`whose is ${JSON.stringify(module)} in the bundles?`);
  return folder;
}

function describe(folder: string, modules: string[]): BundledPackage {
  const about = readFileSync(join(folder, "package.json"), "utf8");
  const { name, version } = JSON.parse(about) as { name: string; version: string };
  return { name, version, folder, modules };
}

/** The folders from a package's own to those of its modules: parts of a package may have a licence of their own. */
export function foldersOf({ folder, modules }: BundledPackage): string[] {
  const folders = new Set([folder]);
  for (const module of modules) {
    for (let at = dirname(module); at.startsWith(`${folder}/`); at = dirname(at)) folders.add(at);
  }
  return [...folders].filter((one) => existsSync(one)).sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
