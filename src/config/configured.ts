import type { ReadingFiles } from "../system/ports.ts";
import type { Configuration } from "./configuration.ts";
import { ownRows } from "./own-rows.ts";

/** What a configuration says of the catalog, each part read when it is asked for. */
export function configuredCatalog(
  configuration: Pick<Configuration, "find" | "leaves">,
  files: Pick<ReadingFiles, "resolve">,
) {
  const valueOf = <Value>(...path: string[]): Value | undefined =>
    // what is found has been compared with its kind
    configuration.find(...path)?.value as Value | undefined;
  return {
    get source(): string | undefined {
      const leaf = configuration.find("catalog", "source");
      if (leaf === undefined) return undefined;
      const source = (leaf.value as string).trim();
      const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
      // whoever moves the directory moves what it names
      return isAddress ? source : files.resolve(directoryOf(leaf.file), source);
    },
    get enabled(): boolean | undefined {
      return valueOf("catalog", "enabled");
    },
    get ttl(): string | undefined {
      return valueOf("catalog", "ttl");
    },
    get allowSnapshot(): boolean | undefined {
      return valueOf("catalog", "allowSnapshot");
    },
    get backgroundRefresh(): boolean | undefined {
      return valueOf("features", "background-refresh");
    },
    get ownRows() {
      const isSaid = configuration.leaves.some(
        ({ path: [section, name, part] }) =>
          (section === "providers" && part === "models") ||
          (section === "catalog" && name === "overrides"),
      );
      // what reads them is loaded where there are any
      return isSaid ? ownRows(configuration.leaves) : [];
    },
  };
}

function directoryOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\"), 1));
}
