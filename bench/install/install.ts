import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Measure } from "../report/measure.ts";

interface Packed {
  size: number;
  unpackedSize: number;
  entryCount: number;
}

const unpacked = "package, unpacked";
const built = "dist";
const dependedOn = "run-time dependencies";

export const installRows = [unpacked, built, dependedOn];

/** What `npm install modelforge` brings along. */
export async function measureInstall(): Promise<Measure[]> {
  const [packed] = await pack();
  const { dependencies = {} } = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies?: Record<string, string>;
  };
  return [
    {
      name: unpacked,
      ...(packed === undefined ? {} : { value: packed.unpackedSize / 1e6 }),
      unit: "MB",
      detail: packed
        ? `${packed.entryCount} files, ${(packed.size / 1e6).toFixed(2)} MB to download`
        : "npm pack said nothing",
    },
    { name: built, value: sizeOf("dist") / 1e6, unit: "MB", detail: partsOf("dist") },
    {
      name: dependedOn,
      value: Object.keys(dependencies).length,
      unit: "packages",
      detail: Object.keys(dependencies).join(", ") || "all is bundled",
    },
  ];
}

async function pack(): Promise<Packed[]> {
  // without the scripts: packing would build anew what is being measured
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = await promisify(execFile)("npm", args);
  return JSON.parse(stdout) as Packed[];
}

function sizeOf(path: string): number {
  const info = statSync(path);
  if (!info.isDirectory()) return info.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function partsOf(directory: string): string {
  const folders = readdirSync(directory).filter((name) =>
    statSync(join(directory, name)).isDirectory(),
  );
  return folders
    .map((name) => `${name} ${(sizeOf(join(directory, name)) / 1e6).toFixed(2)} MB`)
    .join(", ");
}
