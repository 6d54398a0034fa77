import { isRecord } from "../../catalog/parse/values.ts";
import type { Codec, Installation } from "../../system/ports.ts";
import { type CatalogBody, parseJson } from "../body.ts";

/** What the build wrote about the snapshot it put into the package. */
export interface SnapshotAbout {
  /** Where it was taken from: a URL, or the name of a package. */
  source: string;
  /** Which source's cache it stands in for, as `Source.shown`. */
  standsFor: string;
  /** The day of the data, ISO 8601. */
  takenAt: string;
  digest: string;
}

export const snapshotFiles = {
  about: "snapshot.json",
  catalog: "api.json.br",
  facts: "models.json.br",
} as const;

/** Name of its directory among those of the sources. */
export const snapshotKey = "snapshot";

const largestSnapshot = 256 * 1024 * 1024;

/** The note beside the snapshot; undefined where the package was built without one. */
export function readSnapshotAbout(
  installation: Pick<Installation, "readSnapshot">,
): SnapshotAbout | undefined {
  const bytes = installation.readSnapshot(snapshotFiles.about);
  const about = bytes === undefined ? undefined : parseJson(bytes);
  if (!isRecord(about)) return undefined;
  const { source, standsFor, takenAt, digest } = about;
  return [source, standsFor, takenAt, digest].every((value) => typeof value === "string")
    ? (about as unknown as SnapshotAbout)
    : undefined;
}

/** The snapshot itself; undefined where it is missing or damaged. */
export function readSnapshotBody(
  installation: Installation,
  codec: Codec,
): CatalogBody | undefined {
  const read = (name: string): Uint8Array | undefined => {
    const bytes = installation.readSnapshot(name);
    return bytes === undefined ? undefined : codec.decompress(bytes, largestSnapshot);
  };
  const catalog = read(snapshotFiles.catalog);
  if (catalog === undefined) return undefined;
  return { catalog, facts: read(snapshotFiles.facts), etag: undefined, factsEtag: undefined };
}
