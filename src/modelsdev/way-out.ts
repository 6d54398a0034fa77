import { ModelForgeError } from "../failure.ts";
import { carriesSecret } from "./address.ts";
import type { Surroundings } from "./opening.ts";
import type { SnapshotAbout } from "./snapshot.ts";

type Asked = Pick<Surroundings, "source" | "settings">;

/** Whether the snapshot is of this source, or was allowed to stand in for it. */
export function mayShip({ source, settings }: Asked, about: SnapshotAbout): boolean {
  return about.standsFor === source.shown || settings.allowSnapshot;
}

/** What to add to a hint where the snapshot could answer and may not. */
export function wayOut(around: Asked, about: SnapshotAbout | undefined): string {
  if (about === undefined || mayShip(around, about)) return "";
  return `; --allow-snapshot answers from the snapshot of ${about.standsFor} that came with ModelForge`;
}

export function withWayOut(
  error: ModelForgeError,
  around: Asked,
  about: SnapshotAbout | undefined,
): ModelForgeError {
  const { code, message, hint = "", details, cause } = error;
  const more = wayOut(around, about);
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
