import { exactly, type Layout, lockLayout, temporary, unique } from "../../places/layout.ts";
import { Place } from "../../places/place.ts";
import { directoryOf } from "../../places/usual.ts";
import type { System } from "../../system/ports.ts";

/** `<data>/credentials/store.json` */
const directoryName = "credentials";
const storeFile = "store.json";

/** `store.json.broken-4711-1-x3k9q2`: what was no store, kept for whoever wants to look at it */
const brokenName = String.raw`store\.json\.broken-${unique}`;

const leftName = new RegExp(`^store\\.json${temporary}$`);

const layout: Layout = {
  directories: [
    [
      exactly(directoryName),
      {
        files: exactly(String.raw`store\.json(?:${temporary})?|${brokenName}`),
        directories: [[exactly(String.raw`store\.json\.lock`), lockLayout]],
      },
    ],
  ],
};

export type StoreMachine = Pick<System, "environment" | "files" | "codec" | "process">;

/** Where credentials are kept; undefined where there is no place for them. */
export function storePlace({
  environment,
  files,
}: Pick<StoreMachine, "environment" | "files">): StorePlace | undefined {
  const root = directoryOf(environment, files, "data", "MODELFORGE_DATA_DIR");
  if (root === undefined) return undefined;
  const place = new Place(root, layout, files);
  return {
    directory: place.pathOf([directoryName]),
    file: place.pathOf([directoryName, storeFile]),
    make: () => void place.makeDirectory(directoryName),
    sweep: () => {
      for (const name of files.list(place.pathOf([directoryName])) ?? [])
        if (leftName.test(name)) place.remove([directoryName, name]);
    },
  };
}

export interface StorePlace {
  directory: string;
  file: string;
  /** Makes the directory, for the user alone. Throws `file.unwritable`. */
  make(): void;
  /** Removes what a process has left that was killed while it wrote: it holds keys. To be done where nobody else writes. */
  sweep(): void;
}
