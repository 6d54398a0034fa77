import type { Warning } from "../failure.ts";
import type { openOwn } from "./own/open-own.ts";
import type { OpenedCatalog, Surroundings } from "./policy.ts";

/** With what a configuration says of models; most say nothing of any. */
export async function withOwn(
  opened: OpenedCatalog,
  around: Surroundings,
  warnings: Warning[],
): Promise<OpenedCatalog> {
  if (around.settings.ownRows.length === 0) return opened;
  const { openJoined } = await import("./own/open-joined.ts");
  return openJoined(opened, around, warnings);
}

/** The models of a configuration and nothing else. */
export async function ownAlone(...asked: Parameters<typeof openOwn>): Promise<OpenedCatalog> {
  const { openOwn } = await import("./own/open-own.ts");
  return openOwn(...asked);
}
