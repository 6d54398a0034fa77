import { configuredCatalog } from "../../../config/configured.ts";
import {
  aliasesIn,
  aliasNames,
  modelsIn,
  numberedChanges,
  settingsIn,
} from "../../../config/at-hand.ts";
import { Configuration } from "../../../config/configuration.ts";
import { namesAtHand } from "../../../modelsdev/disk/names-at-hand.ts";
import { isCatalogOff } from "../../../modelsdev/settings.ts";
import type { Codec, Environment, Installation, ReadingFiles } from "../../../system/ports.ts";
import { type Drawn, drawn, joined } from "../render/drawn.ts";
import { type Candidate, candidatesFor } from "./candidates.ts";
import { placeOf } from "./place.ts";
import { withOwnNames } from "./own-names.ts";
import type { CompletionTable } from "./table.ts";

interface Machine {
  codec: Codec;
  environment: Environment;
  files: ReadingFiles;
  installation: Pick<Installation, "readSnapshot">;
}

/**
 * Answers a shell: `modelforge complete -- info openai/g` → a line for each word, `word⇥what it is about`.
 * `--next` before the words says that a new one begins: not every shell can hand over an empty word.
 */
export function complete(machine: Machine, args: readonly string[], table: CompletionTable): Drawn {
  const words = [...args];
  const begins = words[0] === "--next";
  if (begins) words.shift();
  if (words[0] === "--") words.shift();
  if (begins) words.push("");
  const place = placeOf(words, table);
  if (place === undefined) return joined([]);
  const allowSnapshot = words.includes("--allow-snapshot");
  const isRead = !words.includes("--no-config");
  const configuration = new Configuration(machine, { isRead });
  const names = {
    catalog: () => {
      const configured = configuredCatalog(configuration, machine.files);
      const own = modelsIn(configuration);
      const isOff = isCatalogOff(machine.environment, configured);
      const sent = isOff ? undefined : namesAtHand(machine, { allowSnapshot, configured });
      return own.length === 0 ? sent : withOwnNames(sent, own);
    },
    aliases: () => aliasesIn(configuration),
    aliasNames: () => aliasNames(configuration),
    settings: () => settingsIn(configuration),
    changes: () => numberedChanges(machine, words.includes("--project") ? "project" : undefined),
  };
  return joined(candidatesFor(place, table, names).map(lineOf));
}

function lineOf({ word, about }: Candidate): Drawn {
  return about === undefined ? drawn`${word}\n` : drawn`${word}\t${about}\n`;
}
