import { isAllOurs, isOurFile } from "../../places/remove-ours.ts";
import { manifestFile } from "./manifest.ts";
import type { Room } from "./names.ts";
import { layoutOf } from "./proof.ts";
import type { Store, StoreMachine } from "./store.ts";

/**
 * Takes what is damaged out of the way, keeping it for whoever wants to look; what may be another's stays. In somebody's
 * place that is all but what a whole manifest names.
 */
export function quarantine(store: Store, room: Room, name: string, machine: StoreMachine): void {
  const { files, process } = machine;
  const from = `${store.directory}/${room}/${name}`;
  const { isOurs } = store.place;
  if (files.info(from)?.kind !== "directory") return;
  const layout = layoutOf(from, isOurs, machine);
  if (!isOurs && layout.files?.test(manifestFile) !== true) return;
  const aside = `${name}-${process.uniqueName()}`;
  if (isAllOurs(from, layout, files)) {
    store.setAside([room, name], [aside]);
    return;
  }
  // it proves the others to be ours
  const manifestLast = (name: string): number => (name === manifestFile ? 1 : 0);
  const inside = files.list(from) ?? [];
  for (const file of inside.toSorted((a, b) => manifestLast(a) - manifestLast(b))) {
    const info = files.info(`${from}/${file}`);
    if (info !== undefined && isOurFile(file, info, layout)) {
      store.setAside([room, name, file], [aside, file]);
    }
  }
}
