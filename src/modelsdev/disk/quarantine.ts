import { isAllOurs, isOurFile } from "../../places/remove-ours.ts";
import type { Room } from "./names.ts";
import { layoutOf } from "./proof.ts";
import type { Store, StoreMachine } from "./store.ts";

/** Takes what is damaged out of the way, keeping it for whoever wants to look; what may be another's stays. */
export function quarantine(store: Store, room: Room, name: string, machine: StoreMachine): void {
  const { files, process } = machine;
  const from = `${store.directory}/${room}/${name}`;
  if (!store.place.isOurs || files.info(from)?.kind !== "directory") return;
  const layout = layoutOf(from, true, machine);
  const aside = `${name}-${process.uniqueName()}`;
  if (isAllOurs(from, layout, files)) {
    store.setAside([room, name], [aside]);
    return;
  }
  for (const file of files.list(from) ?? []) {
    const info = files.info(`${from}/${file}`);
    if (info !== undefined && isOurFile(file, info, layout)) {
      store.setAside([room, name, file], [aside, file]);
    }
  }
}
