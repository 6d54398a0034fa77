import { ownEntry } from "../../catalog/words/own-entry.ts";
import { providerKey } from "../../catalog/words/ref.ts";
import { isObject } from "../../config/kinds.ts";
import { readPlainJson } from "../../config/plain-json.ts";
import { ownerOfAddress } from "../../credentials/owner-of-address.ts";
import { hostTable } from "../../credentials/hosts/table.ts";
import type { Trusting } from "../../credentials/hosts/may-go-to.ts";
import type { System } from "../../system/ports.ts";
import { copyFor } from "./copy-for.ts";
import { type FoundSecret, notMoved, strikeOut } from "./found-secrets.ts";
import { type PythonConfig, pythonConfigIn } from "./python-config.ts";
import type { Source } from "./sources.ts";

/** A file with what came of reading it. */
export interface ReadSource extends Source {
  /** Without secrets. */
  struckText: string;
  /** As it was, made fit to be shown. */
  shown: string;
  config: PythonConfig;
  secrets: FoundSecret[];
  /** Kept beside ours; undefined where the file stands elsewhere, and stays. */
  copy: { path: string; isThere: boolean } | undefined;
}

/** Throws `config.unreadable` for a secret that would be lost. */
export function readSource(
  machine: Pick<System, "files" | "codec">,
  source: Source,
  trusting: Trusting,
): ReadSource {
  const { text, shown, secrets } = strikeOut(source.text, source.path);
  const said = readPlainJson(text);
  const config = pythonConfigIn(isObject(said) ? said : {}, (name, provider) =>
    idOf(name, provider, trusting),
  );
  const lost = secrets.find(
    ({ provider }) => !config.providers.some(({ name }) => name === provider),
  );
  if (lost !== undefined)
    throw notMoved(source.path, lost, "is of no provider that can be had here");
  const copy = source.isInPlace ? copyFor(machine, source.path, text) : undefined;
  return { ...source, struckText: text, shown, config, secrets, copy };
}

/** Of a provider under a name of the person's own, by what it speaks. */
const byKind = new Map([
  ["github_copilot", "github-copilot"],
  ["google_genai", "google"],
  ["google", "google"],
  ["gemini", "google"],
]);

// as the catalog writes them
const isId = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** Undefined where nothing can be called so. */
function idOf(
  name: string,
  { llm_type: kind, base_url: address }: Readonly<Record<string, unknown>>,
  trusting: Trusting,
): string | undefined {
  const folded = providerKey(name);
  if (!isId.test(folded)) return undefined;
  const isKnown = ownEntry(hostTable, folded) !== undefined;
  const meant = isKnown || typeof kind !== "string" ? undefined : byKind.get(kind);
  return ownerOfAddress(
    meant ?? folded,
    typeof address === "string" ? address.trim() : undefined,
    trusting,
  );
}
