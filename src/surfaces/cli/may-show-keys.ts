// commands that show what a file or a variable says, or work with keys
const groups: ReadonlySet<string> = new Set(["auth", "config", "features"]);

/** Whether the answer to a line may hold keys of the environment. */
export function showsWhatIsSet(argv: readonly string[]): boolean {
  return argv.some((word) => groups.has(word));
}

/** The same, or a key that stands on the line: most have none beyond doubt, which costs nothing. */
export function mayShowKeys(argv: readonly string[]): boolean {
  return showsWhatIsSet(argv) || argv.some((word) => /^sk-|\w{12}|[\w-]{20}/.test(word));
}
