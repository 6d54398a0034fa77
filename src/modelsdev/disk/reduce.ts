import { nothingRemoved, type Removed } from "../../places/remove-ours.ts";
import { type Manifest, manifestFile, reduced } from "./manifest.ts";
import { Remover } from "./remover.ts";
import { seal } from "./sealed.ts";
import type { Store, StoreMachine } from "./store.ts";

const bodies: ReadonlySet<string> = new Set(["body.br", "facts.br"]);

/** What reducing would free: what an earlier version worked out and kept beside what the source sent. */
export function measureReduction(
  store: Store,
  name: string,
  manifest: Manifest,
  machine: StoreMachine,
): Removed {
  const { codec } = machine;
  const measured = new Remover(store, machine, "looks").filesOf(
    "generations",
    name,
    derivedFiles(manifest),
  );
  // with nothing to free, the manifest stays as it is
  if (measured.freedBytes === 0) return measured;
  const shorter = seal(manifest, codec).length - seal(withoutDerived(manifest), codec).length;
  return { ...measured, freedBytes: measured.freedBytes + shorter };
}

/**
 * Removes what was worked out from a generation of an earlier version and keeps what the source sent.
 * Its manifest says so first: at no moment does it look damaged. Throws `file.unwritable`, `cache.damaged`.
 */
export function reduceGeneration(store: Store, name: string, machine: StoreMachine): Removed {
  const { manifest } = store.openGeneration(name);
  const { freedBytes } = measureReduction(store, name, manifest, machine);
  if (freedBytes === 0) return nothingRemoved();
  const smaller = seal(withoutDerived(manifest), machine.codec);
  store.checkWay("generations", name);
  machine.files.replace(`${store.pathOf(name)}/${manifestFile}`, smaller);
  const remover = new Remover(store, machine, "removes");
  const { refused } = remover.filesOf("generations", name, derivedFiles(manifest));
  return { ...nothingRemoved(), freedBytes, refused };
}

/** What can be worked out again. */
export function derivedFiles({ files }: Manifest): string[] {
  return files.map(({ name }): string => name).filter((name) => !bodies.has(name));
}

/** The sums of all files stay where they are: the places of the kept ones do not move. */
function withoutDerived(manifest: Manifest): Manifest {
  return {
    ...manifest,
    prepared: reduced,
    files: manifest.files.filter(({ name }) => bodies.has(name)),
  };
}
