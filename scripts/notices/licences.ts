import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { binariesIn } from "./binaries.ts";
import { type LeftOut, leftOut } from "./left-out.ts";
import { type BundledPackage, foldersOf } from "./packages.ts";

// LICENSE, licence.md, LICENSE-MIT, COPYING.txt, but no license.js
const licenceFile = /^(licen[cs]e|copying)([-.](?![cm]?[jt]s$).*)?$/i;
const noticeFile = /^notice([-.](?![cm]?[jt]s$).*)?$/i;

/** The texts that go with a package: its licence, its notice, and those of its parts. Throws where it has none. */
export function licencesOf(bundled: BundledPackage, table: readonly LeftOut[] = leftOut): string[] {
  const own = textsIn(bundled.folder, licenceFile);
  const added = table.filter(({ modules }) => bundled.modules.some((one) => modules.test(one)));
  for (const one of added) check(one, bundled, own.length > 0);
  for (const module of bundled.modules) checkBinaries(module, bundled, table);
  if (own.length === 0 && !added.some((one) => one.of === "package")) {
    throw new Error(
      `${nameOf(bundled)} is bundled and has no licence file in ${bundled.folder}; its text has to go along: scripts/notices/left-out.ts`,
    );
  }
  const files = foldersOf(bundled).flatMap((folder) => [
    ...textsIn(folder, licenceFile),
    ...textsIn(folder, noticeFile),
  ]);
  return [...new Set([...files, ...added.map(({ text }) => text)])];
}

/** Throws where an entry of the table is no longer true. */
function check({ of, claim }: LeftOut, bundled: BundledPackage, hasFile: boolean): void {
  if (of === "package" && hasFile) {
    throw new Error(`${nameOf(bundled)} has a licence file by now: take it out of left-out.ts`);
  }
  const isSaid = (module: string): boolean => {
    if (claim === undefined) return true;
    const source = sourceOf(module);
    return [source, ...binariesIn(source)].some((one) => one.includes(claim));
  };
  if (!bundled.modules.some(isSaid)) throw new Error(`${nameOf(bundled)} no longer says: ${claim}`);
}

/** Throws where a module holds a program of which nobody says what it is made of. */
function checkBinaries(module: string, bundled: BundledPackage, table: readonly LeftOut[]): void {
  if (table.some((one) => one.of === "binary" && one.modules.test(module))) return;
  if (binariesIn(sourceOf(module)).length === 0) return;
  throw new Error(
    `${nameOf(bundled)} holds WebAssembly in ${module}; what that is made of has to be said: scripts/notices/binary-parts.ts`,
  );
}

/** Of what the bundler adds there is no file. */
function sourceOf(module: string): string {
  return module.startsWith("\0") ? "" : readFileSync(module, "utf8");
}

export function nameOf({ name, version }: BundledPackage): string {
  return `${name}@${version}`;
}

function textsIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map(({ name }) => readFileSync(join(folder, name), "utf8").trim());
}
