import { execFile } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fetchNode } from "./fetch-node.ts";
import { type NodeAtHand, ownNode } from "./node.ts";
import { highest, packageOfNode } from "./package-of-node.ts";

interface Found {
  nodes: NodeAtHand[];
  /** A line for each that is not to be had. */
  missing: string[];
}

/** Nodes of these major versions, the one at hand for its own; where none is to be had, that one alone. */
export async function findNodes(majors: readonly string[]): Promise<Found> {
  const { nodes, missing } = await fetchedNodes(majors.filter((major) => major !== ownNode.major));
  if (majors.includes(ownNode.major) || nodes.length === 0) nodes.push(ownNode);
  return { nodes: nodes.sort((one, other) => Number(one.major) - Number(other.major)), missing };
}

/** The newest Node of each major version, or the very version where all of it is given. */
export async function fetchedNodes(versions: readonly string[]): Promise<Found> {
  const found: Found = { nodes: [], missing: [] };
  for (const version of versions) {
    try {
      found.nodes.push(await nodeOf(version));
    } catch (error) {
      found.missing.push(`Node ${version} is not to be had: ${whyNot(error as Error)}`);
    }
  }
  return found;
}

function whyNot({ message, stderr = "" }: Error & { stderr?: string }): string {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(stderr)?.[1];
  return code === undefined ? (message.split("\n")[0] ?? "") : `npm says ${code}`;
}

async function nodeOf(wanted: string): Promise<NodeAtHand> {
  const name = packageOfNode(process.platform, process.arch);
  const kept = keptNodes();
  const versions = readdirSync(kept)
    .filter((folder) => `${folder}.`.startsWith(`${name}-${wanted}.`))
    .map((folder) => folder.slice(name.length + 1));
  const known = highest(versions);
  const folder =
    known === undefined ? await fetchNode(name, wanted, kept) : join(kept, `${name}-${known}`);
  const path = [join(folder, "bin/node"), join(folder, "bin/node.exe")].find(existsSync);
  if (path === undefined) throw new Error(`there is no bin/node in ${folder}`);
  const { stdout } = await promisify(execFile)(path, ["--version"]);
  return { major: wanted.split(".")[0] as string, version: stdout.trim(), path };
}

/** Ours alone: what lies there is run. */
function keptNodes(): string {
  const { uid, username } = userInfo();
  const directory = join(tmpdir(), `modelforge-bench-nodes-${username}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const found = lstatSync(directory);
  const isOurs =
    found.isDirectory() && (uid < 0 || (found.uid === uid && (found.mode & 0o22) === 0));
  if (!isOurs) throw new Error(`${directory} could have been written by others`);
  return directory;
}
