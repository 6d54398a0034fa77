import { failures, ModelForgeError } from "../failure.ts";
import { carriesSecret } from "../system/address.ts";
import type { Surroundings } from "./policy.ts";
import type { Settings } from "./settings.ts";
import { readSnapshotAbout, type SnapshotAbout } from "./snapshot/snapshot.ts";
import type { Source } from "./source.ts";

type Asked = Pick<Surroundings, "source" | "settings">;

/** Whether the snapshot is of this source, or was allowed to stand in for it. */
export function mayShip(
  {
    source,
    settings,
  }: { source: Pick<Source, "shown">; settings: Pick<Settings, "allowSnapshot"> },
  about: SnapshotAbout,
): boolean {
  return about.standsFor === source.shown || settings.allowSnapshot;
}

// a bundler takes along the code alone
const whereShipped =
  "; the snapshot that comes with ModelForge is not where its code is: in a bundle, copy node_modules/modelforge/dist/snapshot beside the script, as snapshot";

/** What to add to a hint where the snapshot could answer and may not. */
export function wayOut(around: Asked, about: SnapshotAbout | undefined): string {
  if (about === undefined) return around.source.kind === "url" ? whereShipped : "";
  if (mayShip(around, about)) return "";
  return `; --allow-snapshot answers from the snapshot of ${about.standsFor} that came with ModelForge`;
}

export function withWayOut(
  error: ModelForgeError,
  around: Asked,
  about: SnapshotAbout | undefined,
): ModelForgeError {
  return withHint(error, wayOut(around, about));
}

/** A refresh that failed in a way that may pass, with what answers meanwhile: said only where something does. */
export async function withStandIn(
  error: unknown,
  around: Pick<Surroundings, "source" | "settings" | "machine">,
  openOnDisk: () => Promise<{ close(): void } | undefined>,
): Promise<unknown> {
  const isOurs = error instanceof ModelForgeError && error.code.startsWith("network.");
  if (!isOurs || !failures[error.code].retryable) return error;
  const stored = await openOnDisk();
  stored?.close();
  if (stored !== undefined) return withHint(error, "; what is on disk goes on answering");
  const about = readSnapshotAbout(around.machine.installation);
  const ships = about !== undefined && mayShip(around, about);
  return withHint(error, ships ? "; meanwhile the snapshot that came with ModelForge answers" : "");
}

function withHint(error: ModelForgeError, more: string): ModelForgeError {
  const { code, message, hint = "", details, cause } = error;
  if (more === "") return error;
  return new ModelForgeError(code, { message, hint: `${hint}${more}`, details, cause });
}

export function offlineRefresh(): ModelForgeError {
  return new ModelForgeError("network.offline", {
    message: "a refresh needs the network, and offline was asked for",
    hint: "leave out --offline, or unset MODELFORGE_OFFLINE",
  });
}

/** Credentials that were refused a moment ago go out again only where somebody asks for it. */
export function refuseIfRefused({
  source,
  journal,
  machine,
}: Pick<Surroundings, "source" | "journal" | "machine">): void {
  const refusal = journal.refusal(machine.clock.now());
  if (refusal === null || source.kind === "file") return;
  if (refusal.code !== "network.proxy-refused" && !carriesSecret(source.catalogUrl)) return;
  const code = refusal.code === "network.proxy-refused" ? refusal.code : "network.refused";
  throw new ModelForgeError(code, {
    message: `${refusal.message}; within the hour it is not asked again`,
    hint: "correct the credentials: others are tried at once; modelforge refresh-cache tries these again",
  });
}
