import { type Manifest, manifestFile, reduced } from "./manifest.ts";
import { seal } from "./sealed.ts";
import type { Store, StoreMachine } from "./store.ts";

const bodies: ReadonlySet<string> = new Set(["body.br", "facts.br"]);

/** What would go, and how large it is: all that can be worked out again from what the source sent. */
export function derivedFiles({ files }: Manifest): Manifest["files"] {
  return files.filter(({ name }) => !bodies.has(name));
}

/**
 * Removes the prepared files of a generation and keeps what the source sent; gives the bytes freed.
 * Its manifest says so first: at no moment does it look damaged.
 */
export function reduceGeneration(store: Store, name: string, machine: StoreMachine): number {
  const { manifest } = store.openGeneration(name);
  const derived = derivedFiles(manifest);
  const kept = manifest.files.filter((file) => bodies.has(file.name));
  // the sums of all files stay where they are: the places of the kept ones do not move
  const smaller: Manifest = { ...manifest, prepared: reduced, files: kept };
  machine.files.replace(`${store.pathOf(name)}/${manifestFile}`, seal(smaller, machine.codec));
  const names = derived.map((file): string => file.name);
  return store.removeFilesOf(name, names).freedBytes;
}
