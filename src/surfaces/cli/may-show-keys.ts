import type { Environment } from "../../system/ports.ts";

// commands that show what a file or a variable says, or work with keys
const groups: ReadonlySet<string> = new Set(["auth", "config", "features"]);

/** Whether the answer to a line may hold keys of the environment. */
function showsWhatIsSet(argv: readonly string[]): boolean {
  // an address of the person's own
  const isOfProvider = argv.includes("providers") && argv.includes("info");
  return isOfProvider || argv.some((word) => groups.has(word));
}

/** What may be one: a run of letters that no word is, or signs in a heap. */
const heap = /sk-|\w{12}|[\w-]{20}/;
// directories are called in words with hyphens
const heapInVariable = /(?<![A-Za-z])sk-|\w{16}/;

/** The same, or a key that stands on the line or in a variable of ours: most have none beyond doubt, which costs nothing. */
export function mayShowKeys(
  argv: readonly string[],
  { names, get }: Pick<Environment, "names" | "get">,
): boolean {
  if (showsWhatIsSet(argv) || argv.some((word) => heap.test(word))) return true;
  const own = names().filter((name) => name.startsWith("MODELFORGE_"));
  return own.some((name) => name.includes("sk-") || heapInVariable.test(get(name) ?? ""));
}
