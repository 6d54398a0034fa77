import { looksLikeKey } from "../catalog/words/key-forms.ts";
import { refKey, splitRef } from "../catalog/words/ref.ts";
import type { Leaf } from "./layers.ts";
import { secretIn } from "./secrets.ts";

/** What a configuration says of one model of a provider. */
interface Row {
  ref: string;
  provider: string;
  id: string;
  /** Nothing but overrides say something of it. */
  isOverride?: true;
  name?: string;
  status?: string;
  capabilities?: Record<string, boolean>;
  limits?: Record<string, number>;
  price?: Record<string, number>;
  baseUrl?: string;
  env?: string[];
  /** The project's file that says any of it. */
  project?: string;
}

// what may hold a name, a password or a query goes into no catalog
const plainAddress = /^(?:https?:\/\/[^\s/?#@\\]+|\$\{\w+\})(?:\/[^\s?#@\\]*)?$/i;
const variable = /^[A-Z\d_]{1,80}$/;
// `claude-3-5-sonnet-20241022`
const slug = /^[a-z\d]{1,12}(?:[-_.:/@][a-z\d]{1,12})*$/i;

// as Azure's keys are, which no model is called
const hexadecimal = /^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{32,}$/i;

// which Cloudflare counts so
const account = /(?<=\/accounts\/)[\da-f]{32}(?=\/|$)/i;

/** A heap of letters and digits may be a key in the place of a name: the model is called by its id then. */
function isPlainName(text: string): boolean {
  return isKeyless(text) && text.split(/\s+/).every(isPlainWord);
}

function isPlainWord(word: string): boolean {
  return word.length < 16 || !/\d/.test(word) || slug.test(word);
}

/** The same for an address: labels of the host and parts of the path. */
function isPlainAddress(text: string): boolean {
  if (!plainAddress.test(text)) return false;
  const rest = text.replace(account, "");
  return isKeyless(rest) && rest.split(/[/.:]/).every(isPlainWord);
}

/** What a model is called by is long and odd at times, as fine-tuned ones are: only what no name looks like is none. */
function isKeyless(text: string): boolean {
  if (secretIn(text) !== undefined) return false;
  return !text.split(/[\s/:@.]+/).some((part) => looksLikeKey(part) || hexadecimal.test(part));
}

/**
 * The models that a configuration names, and the rows of the catalog that it says something else of, sorted by ref, with
 * what it says of them; nothing of it may hold a secret. Of one value that both say, what stands below the provider counts,
 * and before both the project's word.
 */
export function ownRows(leaves: readonly Leaf[]): Row[] {
  const rows = new Map<string, Row>();
  const ofProvider = new Map<string, Pick<Row, "baseUrl" | "env">>();
  for (const leaf of leaves) {
    const [section, provider = "", what] = leaf.path;
    if (section !== "providers") continue;
    const said = ofProvider.get(provider);
    if (what === "baseUrl" && isPlainAddress((leaf.value as string).trim()))
      ofProvider.set(provider, { ...said, baseUrl: (leaf.value as string).trim() });
    if (what === "env") {
      const env = (leaf.value as string[]).filter((name) => variable.test(name));
      ofProvider.set(provider, { ...said, env });
    }
  }
  for (const { leaf, ref, isOverride, field, part } of leaves.flatMap(ofModel).sort(byWeight)) {
    const { provider, id } = splitRef(ref) ?? { provider: "", id: "" };
    if (id === "" || !isKeyless(provider) || !isKeyless(id)) continue;
    const key = refKey(ref);
    const row = rows.get(key) ?? { ref, provider, id, ...(isOverride ? { isOverride } : {}) };
    rows.set(key, row);
    if (!isOverride) delete row.isOverride;
    say(row, leaf, field, part);
  }
  const sorted = [...rows.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return sorted.map((row) => ({ ...row, ...ofProvider.get(row.provider) }));
}

interface OfModel {
  leaf: Leaf;
  ref: string;
  isOverride: boolean;
  field: string | undefined;
  part: string;
}

function ofModel(leaf: Leaf): OfModel[] {
  const [section, provider, what, id = "", ...rest] = leaf.path;
  if (section === "providers" && what === "models") {
    const [field, part = ""] = rest;
    return [{ leaf, ref: `${provider}/${id}`, isOverride: false, field, part }];
  }
  if (section !== "catalog" || provider !== "overrides") return [];
  const [part = ""] = rest;
  return [{ leaf, ref: what?.trim() ?? "", isOverride: true, field: id, part }];
}

function byWeight(one: OfModel, other: OfModel): number {
  return weightOf(one) - weightOf(other);
}

function weightOf({ leaf, isOverride }: OfModel): number {
  return (leaf.scope === "project" ? 2 : 0) + (isOverride ? 0 : 1);
}

/** What is found has been compared with its kind. */
function say(row: Row, { value, scope, file }: Leaf, field: string | undefined, part: string) {
  if (scope === "project") row.project = file;
  if (field === "name" && isPlainName(value as string)) row.name = (value as string).trim();
  if (field === "status") row.status = value as string;
  if (field === "limits" || field === "price")
    row[field] = { ...row[field], [part]: value as number };
  if (field === "capabilities")
    row.capabilities = { ...row.capabilities, [part]: value as boolean };
}
