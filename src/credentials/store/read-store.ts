import { keepOut } from "../../catalog/words/kept-out.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { type Doubt, doubtAbout } from "../../places/doubt.ts";
import { secretsIn } from "../device/kept-tokens.ts";
import { emptyStore, isRecord, type StoreDocument, storeFormat, unknownIn } from "./document.ts";
import { sharedWith } from "./rights.ts";
import { type StoreMachine, type StorePlace, storePlace } from "./place.ts";

/** What was found where credentials are kept. */
export interface ReadStore {
  document: StoreDocument;
  /** Undefined where there is no place for one. */
  place: StorePlace | undefined;
  /** What stands there; undefined where that is nothing, or cannot be read. */
  text?: string;
  /** Why what stands there does not count, or may not be written; nothing of it counts but for one that is newer. */
  problem?: StoreProblem;
  warnings: Warning[];
}

interface StoreProblem {
  /** `broken`: it is no store; `unsafe`: others may have written it, or it leads elsewhere; `newer`: it is read all the same. */
  kind: "broken" | "unsafe" | "newer";
  message: string;
}

export type ReadingStore = Pick<StoreMachine, "environment" | "codec"> & {
  files: StoreMachine["files"];
};

const mostBytes = 1_000_000;

const doubts: Readonly<Record<Doubt, string>> = {
  link: "it is a link",
  another: "it is another user's",
  open: "other users may write it",
};

/** Reads what is kept; nothing that may be wrong with it fails a command that only asks. */
export async function readStore(machine: ReadingStore): Promise<ReadStore> {
  const place = storePlace(machine);
  const nothing = { document: emptyStore, place, warnings: [] };
  if (place === undefined) return nothing;
  const { files, codec } = machine;
  let bytes: Uint8Array | undefined;
  try {
    const doubt = doubtAbout(place.file, files);
    if (doubt !== undefined) {
      const message = `${doubt.path} does not count: ${doubts[doubt.why]}`;
      return withProblem(nothing, { kind: "unsafe", message });
    }
    bytes = files.read(place.file, mostBytes);
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    return withProblem(nothing, { kind: "unsafe", message: error.message });
  }
  if (bytes === undefined) return nothing;
  const shared = sharedWith(files, place);
  const seen = { ...nothing, warnings: shared };
  const read = codec.isUtf8(bytes) ? parsed(codec.text(bytes)) : undefined;
  if (read === undefined) {
    const message = `${place.file} is no store of credentials: ${await whatIsWrong(bytes, codec)}`;
    return withProblem(seen, { kind: "broken", message });
  }
  keepOutThoseIn(read);
  const found = { document: read, place, text: codec.text(bytes), warnings: shared };
  const { format } = read;
  if (typeof format === "number" && format > storeFormat) {
    const message = `${place.file} was written by a newer version of ModelForge`;
    return withProblem(found, { kind: "newer", message });
  }
  const unknown = unknownIn(read);
  if (unknown === 0) return found;
  const message = `${unknown === 1 ? "an entry" : `${unknown} entries`} of ${place.file} not understood, and left there`;
  return { ...found, warnings: [...shared, { code: "credential.not-understood", message }] };
}

/** Also of entries that are not understood. */
function keepOutThoseIn({ accounts }: StoreDocument): void {
  for (const entry of Array.isArray(accounts) ? (accounts as unknown[]) : []) {
    if (!isRecord(entry) || typeof entry.secret !== "string") continue;
    for (const secret of entry.signedIn === undefined ? [entry.secret] : secretsIn(entry.secret)) {
      keepOut(secret);
    }
  }
}

function withProblem(read: ReadStore, problem: StoreProblem): ReadStore {
  const warning = { code: "credential.store", message: problem.message };
  return { ...read, problem, warnings: [...read.warnings, warning] };
}

function parsed(text: string): StoreDocument | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    const read: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return isRecord(read) && isWhole(read) ? read : undefined;
  } catch {
    // the error repeats what stands there
    return undefined;
  }
}

// what is written here is four deep; a parser that calls itself ends at some thousands
const deepest = 64;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (mark === "[" || mark === "{") depth += 1;
    else if (mark === "]" || mark === "}") depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** What is written back keeps whatever stands in these lists, and could keep nothing of another shape. */
function isWhole({ accounts, trusted }: Record<string, unknown>): boolean {
  return [accounts, trusted].every((list) => list === undefined || Array.isArray(list));
}

async function whatIsWrong(
  bytes: Uint8Array,
  codec: Pick<StoreMachine["codec"], "isUtf8" | "text">,
): Promise<string> {
  if (!codec.isUtf8(bytes)) return "it is not UTF-8";
  const text = codec.text(bytes);
  // of what is no JSON nobody knows what is a string, so that every bracket counts
  const isDeep = isTooDeep(text) || isTooDeep(text.replaceAll(/["\\]/g, " "));
  if (isDeep) return "line 1 begins what is nested deeper than anything that is kept there";
  const { parseTree } = await import("jsonc-parser");
  const errors: { offset: number }[] = [];
  parseTree(text, errors as never[], { disallowComments: true });
  const [first] = errors;
  if (first === undefined) return "line 1 holds something else";
  return `line ${text.slice(0, first.offset).split(/\r\n|\r|\n/).length} is no JSON`;
}
