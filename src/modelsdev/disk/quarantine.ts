import { isAllOurs, isOurFile } from "../../places/remove-ours.ts";
import { layoutOf } from "./proof.ts";
import type { Store, StoreMachine } from "./store.ts";

/** Takes a damaged generation out of the way, keeping it for whoever wants to look; what may be another's stays. */
export function quarantineGeneration(store: Store, name: string, machine: StoreMachine): void {
  const { files, process } = machine;
  const from = store.pathOf(name);
  if (!store.place.isOurs || files.info(from)?.kind !== "directory") return;
  const layout = layoutOf(from, true, machine);
  const aside = `${name}-${process.uniqueName()}`;
  if (isAllOurs(from, layout, files)) {
    store.setAside(["generations", name], [aside]);
    return;
  }
  for (const file of files.list(from) ?? []) {
    const info = files.info(`${from}/${file}`);
    if (info !== undefined && isOurFile(file, info, layout)) {
      store.setAside(["generations", name, file], [aside, file]);
    }
  }
}
