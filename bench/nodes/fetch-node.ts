import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { highest } from "./package-of-node.ts";

const run = promisify(execFile);

/** What npm's registry says of one version. */
interface Published {
  version: string;
  dist: { integrity: string };
}

/**
 * Puts the newest Node of a version, `22` or `22.1.0`, into a folder named by package and version.
 * @returns the folder
 * @throws where npm cannot be asked, or what it sends is not what its registry says
 */
export async function fetchNode(name: string, wanted: string, into: string): Promise<string> {
  const { version, dist } = await newestOf(name, wanted);
  const place = join(into, `${name}-${version}`);
  const workplace = mkdtempSync(join(into, ".new-"));
  try {
    const packing = ["pack", `${name}@${version}`, "--json", "--pack-destination", workplace];
    const { stdout } = await run("npm", packing);
    const [packed] = JSON.parse(stdout) as [{ filename: string }];
    const tarball = join(workplace, packed.filename);
    checkIntegrity(readFileSync(tarball), dist.integrity, `${name}@${version}`);
    await run("tar", ["-xzf", tarball, "-C", workplace]);
    // whole or not at all: another bench may be looking
    renameSync(join(workplace, "package"), place);
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
  return place;
}

async function newestOf(name: string, wanted: string): Promise<Published> {
  const { stdout } = await run("npm", ["view", `${name}@${wanted}`, "version", "dist", "--json"]);
  const answer = JSON.parse(stdout) as Published | Published[];
  const all = Array.isArray(answer) ? answer : [answer];
  const newest = highest(all.map(({ version }) => version));
  const found = all.find(({ version }) => version === newest);
  if (found === undefined) throw new Error(`npm has no ${name}@${wanted}`);
  return found;
}

/** @throws where the bytes are not those of the sum, like `sha512-…`, that the registry names */
export function checkIntegrity(bytes: Uint8Array, integrity: string, what: string): void {
  const [algorithm = "", sum] = integrity.split(/-(.*)/s);
  if (createHash(algorithm).update(bytes).digest("base64") !== sum) {
    throw new Error(`${what} is not what npm's registry says it is`);
  }
}
