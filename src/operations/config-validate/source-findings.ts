import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import type { ConfigFile } from "../../config/read-file.ts";
import { ModelForgeError } from "../../failure.ts";
import { parseSource } from "../../modelsdev/source.ts";
import type { System } from "../../system/ports.ts";
import { ofSetting } from "../source-setting.ts";

/** What is no source of a catalog, by its form. */
export function sourceFindings(
  leaves: readonly Leaf[],
  files: readonly ConfigFile[],
  machine: Pick<System, "files" | "codec">,
): Finding[] {
  const named = leaves.filter(({ path }) => nameOf(path) === "catalog.source");
  return named.flatMap((leaf) => {
    try {
      parseSource(String(leaf.value), machine);
      return [];
    } catch (error) {
      const said = ofSetting(error);
      if (!(said instanceof ModelForgeError)) throw said;
      const { message, hint = null } = said;
      return [finding("config.bad-source", placeOf(leaf, files), message, hint)];
    }
  });
}
