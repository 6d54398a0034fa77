import type { Warning } from "../../failure.ts";
import { openStored } from "../disk/open-stored.ts";
import { Store } from "../disk/store.ts";
import type { StoredCatalog } from "../disk/stored-catalog.ts";
import type { OpenedCatalog, Surroundings } from "../policy.ts";
import { addsTo } from "./adds-to.ts";
import { type OwnRow, saysOfProject } from "./own-row.ts";
import { joinedKey, joinedSource, saidText, toldAs } from "./joined-store.ts";

/**
 * A catalog with what the person's configuration says of models: worked out when it is first asked for, and kept beside
 * the caches of the sources. The same as it is where the configuration adds nothing to it.
 */
export async function openJoined(
  opened: OpenedCatalog,
  around: Surroundings,
  warnings: Warning[],
): Promise<OpenedCatalog> {
  const { machine, settings, failed } = around;
  const { ownRows: own, cacheDirectory } = settings;
  const { about } = opened.stored;
  const said = saidText(own);
  warnings.push(...ofProject(own));
  const store =
    cacheDirectory === undefined
      ? undefined
      : new Store(cacheDirectory, joinedKey(about.source, said, machine.codec), machine);
  const opening = { machine, settings, warnings, failed, source: joinedSource(about.source) };
  const known = store && (await openStored({ ...opening, store }));
  if (
    known !== undefined &&
    known.about.joined?.digest === about.digest &&
    known.about.joined.said === said
  )
    return inPlaceOf(opened, known);
  known?.close();
  if (!own.some((one) => addsTo(opened.stored.view(), one))) return opened;
  const { join } = await import("./join.ts");
  const joined = await machine.process.once(() =>
    join(opened, own, { ...opening, store, base: around.store, from: around.source }),
  );
  return joined === undefined ? opened : inPlaceOf(opened, joined);
}

function inPlaceOf({ stored, origin }: OpenedCatalog, joined: StoredCatalog): OpenedCatalog {
  const { fetchedAt, pointer, about } = stored;
  stored.close();
  return { stored: { ...joined, about: toldAs(about, joined.about), fetchedAt, pointer }, origin };
}

/** Whoever wrote a project need not be who believes its prices. */
function ofProject(own: readonly OwnRow[]): Warning[] {
  const priced = own.filter(saysOfProject);
  const [first] = priced;
  if (first === undefined) return [];
  const others = priced.length === 1 ? "" : ` and ${priced.length - 1} more`;
  const message = `what is said of ${first.ref}${others} is this project's word: ${first.project}`;
  return [{ code: "config.project-models", message }];
}
