import { looksLikeKey } from "../catalog/words/key-forms.ts";
import type { Leaf } from "./layers.ts";
import { secretIn } from "./secrets.ts";

/** What a configuration says of one model of a provider. */
interface Row {
  ref: string;
  provider: string;
  id: string;
  name?: string;
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

/** The models that a configuration names, sorted by ref, with what it says of them; nothing of it may hold a secret. */
export function ownRows(leaves: readonly Leaf[]): Row[] {
  const rows = new Map<string, Row>();
  const ofProvider = new Map<string, Pick<Row, "baseUrl" | "env">>();
  for (const { path, value, scope, file } of leaves) {
    const [section, provider = "", what, id = "", field, part = ""] = path;
    if (section !== "providers") continue;
    if (what === "baseUrl" && isPlainAddress((value as string).trim())) {
      ofProvider.set(provider, { ...ofProvider.get(provider), baseUrl: (value as string).trim() });
    }
    if (what === "env") {
      const env = (value as string[]).filter((name) => variable.test(name));
      ofProvider.set(provider, { ...ofProvider.get(provider), env });
    }
    if (what !== "models" || !isKeyless(provider) || !isKeyless(id)) continue;
    const ref = `${provider}/${id}`;
    const row = rows.get(ref) ?? { ref, provider, id };
    rows.set(ref, row);
    // what is found has been compared with its kind
    if (scope === "project") row.project = file;
    if (field === "name" && isPlainName(value as string)) row.name = (value as string).trim();
    if (field === "limits" || field === "price") {
      row[field] = { ...row[field], [part]: value as number };
    }
  }
  const sorted = [...rows.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return sorted.map((row) => ({ ...row, ...ofProvider.get(row.provider) }));
}
