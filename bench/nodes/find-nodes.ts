import { execFile } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fetchNode } from "./fetch-node.ts";
import { type NodeAtHand, ownNode } from "./node.ts";
import { highest, packageOfNode } from "./package-of-node.ts";

/** The Nodes of these major versions, and a line for each that is not to be had. */
export async function findNodes(
  majors: readonly string[],
): Promise<{ nodes: NodeAtHand[]; missing: string[] }> {
  const nodes: NodeAtHand[] = [];
  const missing: string[] = [];
  for (const major of majors) {
    try {
      nodes.push(major === ownNode.major ? ownNode : await nodeOf(major));
    } catch (error) {
      const [why] = (error as Error).message.split("\n");
      missing.push(`Node ${major} is not to be had: ${why}`);
    }
  }
  return { nodes: nodes.length === 0 ? [ownNode] : nodes, missing };
}

async function nodeOf(major: string): Promise<NodeAtHand> {
  const name = packageOfNode(process.platform, process.arch);
  const kept = keptNodes();
  const versions = readdirSync(kept)
    .filter((folder) => folder.startsWith(`${name}-${major}.`))
    .map((folder) => folder.slice(name.length + 1));
  const known = highest(versions);
  const folder =
    known === undefined ? await fetchNode(name, major, kept) : join(kept, `${name}-${known}`);
  const path = [join(folder, "bin/node"), join(folder, "bin/node.exe")].find(existsSync);
  if (path === undefined) throw new Error(`there is no bin/node in ${folder}`);
  const { stdout } = await promisify(execFile)(path, ["--version"]);
  return { major, version: stdout.trim(), path };
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
