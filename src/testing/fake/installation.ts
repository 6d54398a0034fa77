import { digestOf } from "../../modelsdev/body.ts";
import { snapshotFiles } from "../../modelsdev/snapshot/snapshot.ts";
import { kind, record } from "../../operations/input-kinds.ts";
import type { Table } from "../../operations/read-input.ts";
import type { Codec, Installation } from "../../system/ports.ts";
import { anyText, anything } from "./kinds.ts";

/** A catalog that came with the program. */
export interface FakeSnapshot {
  /** As `https://models.dev/api.json` sends it. */
  catalog: unknown;
  /** As `https://models.dev/models.json` sends it; none. */
  facts?: unknown;
  /** The day of the data, `2026-01-31T12:00:00.000Z`. */
  takenAt: string;
}

/** What came with a program. Another snapshot comes with an update. */
export interface FakeInstallation extends Installation {
  snapshot: FakeSnapshot | undefined;
}

export interface FakeInstallationOptions {
  /** `0.0.0` */
  version?: string;
  /** None: a machine without a network has no catalog. */
  snapshot?: FakeSnapshot;
}

const time = kind(
  "a time like 2026-01-31T12:00:00.000Z",
  (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
);
const snapshotFields: Table<FakeSnapshot> = { catalog: anything, facts: anything, takenAt: time };

export const installationFields: Table<FakeInstallationOptions> = {
  version: anyText,
  snapshot: record(snapshotFields, ["catalog", "takenAt"]),
};

const source = "https://models.dev";

export function createFakeInstallation(
  { version = "0.0.0", snapshot }: FakeInstallationOptions,
  codec: Codec,
): FakeInstallation {
  const installation: FakeInstallation = {
    version,
    snapshot,
    readSnapshot: (name) =>
      installation.snapshot === undefined
        ? undefined
        : filesOf(installation.snapshot, codec).get(name),
  };
  return installation;
}

function filesOf({ catalog, facts, takenAt }: FakeSnapshot, codec: Codec): Map<string, Uint8Array> {
  const body = {
    catalog: bytesOf(catalog),
    facts: facts === undefined ? undefined : bytesOf(facts),
  };
  const digest = `sha256:${digestOf(body, codec)}`;
  const files = new Map<string, Uint8Array>([
    [snapshotFiles.about, bytesOf({ source, standsFor: source, takenAt, digest })],
    [snapshotFiles.catalog, codec.compress(body.catalog)],
  ]);
  if (body.facts !== undefined) files.set(snapshotFiles.facts, codec.compress(body.facts));
  return files;
}

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
