import { readId } from "../inferred/identity/host-syntax.ts";
import { confidenceOf } from "../inferred/identity/reasons.ts";
import type { GroupMember, ModelGroup } from "../prepared/group.ts";
import type { IdEntry, ModelEntry } from "../prepared/lookup.ts";
import type { CatalogView } from "../view.ts";
import { clean } from "../words/clean.ts";
import { refKey, splitRef } from "../words/ref.ts";
import { ambiguous } from "./ambiguous.ts";
import { groupsMeant } from "./groups-meant.ts";
import { middlePriced } from "./middle-priced.ts";
import type { Asked, Resolved } from "./resolve-model.ts";
import {
  closestOf,
  isKnownMakers,
  isNamedAsLab,
  makersRow,
  plainOf,
  servedSo,
} from "./rows-of-group.ts";

/** Below it an offer may be another model: its row is not changed for the maker's. */
const sure = confidenceOf("usual-name");

/** How far from a name those are that have its letters and digits, and no others. */
const spelledAlike = 1;

/** Of a bare id that only resellers use: the maker's row of the same model, or that of the only seller. */
export function ofResellers(view: CatalogView, asked: Asked, rows: IdEntry["rows"]): Resolved {
  const { name, anySeller } = asked;
  const entries = entriesOf(view, rows);
  const [own, ...others] = entries.filter((entry) => isKnownMakers(view, entry));
  if (own !== undefined && others.length === 0) return { entry: own };
  const group = mostOf(view, entries);
  const maker = group && makersRow(view, group, name);
  if (maker !== undefined) return taken(view, name, entryOf(view, maker), makers);
  const [only] = entries;
  if (only !== undefined && entries.length === 1) return { entry: only };
  // whoever does not ask which seller is not asked either
  const likely = group ?? groupOfMost(view, entries);
  if (anySeller === true && likely !== undefined) {
    const own = makersRow(view, likely, name);
    return own === undefined
      ? oneSeller(view, name, likely)
      : taken(view, name, entryOf(view, own), makers);
  }
  throw ambiguous(
    name,
    rows.map(({ ref }) => ref),
  );
}

/** The maker's row of the model that resellers sell by this id, where it is sure to be the same. */
export function makersOfResold(
  view: CatalogView,
  name: string,
  rows: IdEntry["rows"],
): GroupMember | undefined {
  const group = mostOf(view, entriesOf(view, rows));
  return group && makersRow(view, group, name);
}

function entriesOf(view: CatalogView, rows: IdEntry["rows"]): ModelEntry[] {
  return rows.flatMap(({ ref }) => view.findModelEntry(ref) ?? []);
}

/** The model that more than half of the rows are, and each of these for sure. */
function mostOf(view: CatalogView, entries: readonly ModelEntry[]): ModelGroup | undefined {
  const counts = countsOf(entries);
  const most = entries.find(({ group }) => (counts.get(group[0]) ?? 0) * 2 > entries.length);
  if (most === undefined) return undefined;
  const group = view.groupOf(most);
  const rows = new Set(entries.map(({ row }) => row));
  const members = group.members.filter(({ row }) => rows.has(row));
  return members.every(({ reason }) => confidenceOf(reason) >= sure) ? group : undefined;
}

/** The model that more of the rows are than any other, however sure that is. */
function groupOfMost(view: CatalogView, entries: readonly ModelEntry[]): ModelGroup | undefined {
  const counts = countsOf(entries);
  const most = Math.max(...counts.values());
  const entry = entries.find(({ group }) => counts.get(group[0]) === most);
  return entry && view.groupOf(entry);
}

/** How many of the rows are of each group, by where it lies. */
function countsOf(entries: readonly ModelEntry[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { group } of entries) counts.set(group[0], (counts.get(group[0]) ?? 0) + 1);
  return counts;
}

/** A row that is shown so, although its name holds what is not shown. */
export function shownSo(view: CatalogView, { name }: Asked): ModelEntry | undefined {
  const shown = (text: string): string => refKey(clean(text)).replaceAll(/\s+/g, " ");
  const wanted = shown(name);
  if (wanted === "") return undefined;
  const alike = view.refs.filter((ref) => shown(ref) === wanted);
  if (alike.length > 1) throw ambiguous(name, alike);
  return alike[0] === undefined ? undefined : view.findModelEntry(alike[0]);
}

/** The row meant by another spelling of a model; undefined where it is not sure that there is one. */
export function otherSpelling(view: CatalogView, asked: Asked): Resolved | undefined {
  const { name, anySeller } = asked;
  const [meant] = groupsMeant(view, name);
  if (meant?.isSure !== true) return undefined;
  const { group } = meant;
  const provider = asked.provider ?? providerIn(view, name);
  const here = provider === undefined ? undefined : closestOf(group, name, provider);
  if (here !== undefined) return taken(view, name, entryOf(view, here), spelling);
  // a seller that was named and does not have it is not changed for another
  if (asked.provider !== undefined) return undefined;
  const isSeller = provider !== undefined && !isNamedAsLab(group, provider);
  if (isSeller && anySeller !== true) return undefined;
  const maker = makersRow(view, group, name);
  if (maker !== undefined) return taken(view, name, entryOf(view, maker), spelling);
  const only = onlyOf(group, name);
  if (only !== undefined) {
    return taken(view, name, entryOf(view, only), spelling);
  }
  if (anySeller === true) return oneSeller(view, name, group);
  throw ambiguous(
    name,
    servedSo(group.members, name).map(({ ref }) => ref),
  );
}

/**
 * The rows of the model that a name means, the one that would be taken for it first; of each where two are as near as can
 * be. Where other rows have all its words, `isMet`, none but those of what would be taken, or is called just so.
 */
export function rowsMeant(view: CatalogView, name: string, isMet: boolean): number[] {
  const provider = providerIn(view, name);
  return groupsMeant(view, name).flatMap(({ group, isSure, isPart, cost }) => {
    if (!isSure && (isMet || isPart || cost > spelledAlike)) return [];
    const here = provider === undefined ? undefined : closestOf(group, name, provider);
    const first = here ?? makersRow(view, group, name) ?? onlyOf(group, name);
    const rows = group.members.map(({ row }) => row);
    if (first === undefined) return isMet && cost > 0 ? [] : rows;
    return [first.row, ...rows.filter((row) => row !== first.row)];
  });
}

/** The one offer that is served as the name says. */
function onlyOf({ members }: ModelGroup, name: string): GroupMember | undefined {
  const [only, ...others] = servedSo(members, name);
  return others.length === 0 ? only : undefined;
}

export interface Suggested {
  /** Models whose words are those of the name. */
  near: string[];
  /** Models that have some of its words. */
  far: string[];
}

/** The refs of what a name may mean, the likeliest first. */
export function refsMeant(view: CatalogView, { name, provider }: Asked): Suggested {
  const here = provider ?? providerIn(view, name);
  const meant = groupsMeant(view, name);
  const far = meant.filter(({ isPart }) => isPart);
  const near = meant.filter(({ isPart }) => !isPart);
  return { near: near.flatMap(refOf), far: far.flatMap(refOf) };

  function refOf({ group }: { group: ModelGroup }): string[] {
    const own = here === undefined ? undefined : closestOf(group, name, here);
    if (provider !== undefined && own === undefined) return [];
    const member = own ?? makersRow(view, group, name) ?? plainOf(group.members)[0];
    return member === undefined ? [] : [member.ref];
  }
}

const spelling = "another spelling of it";
const makers = "the maker's row of the same model";

/** What was typed stands for a row whose name it has in it. */
export function asSpelled(view: CatalogView, name: string, entry: ModelEntry): Resolved {
  return taken(view, name, entry, spelling);
}

function taken(view: CatalogView, name: string, entry: ModelEntry, how: string): Resolved {
  const { ref } = entry;
  const released = view.modelAt(entry.row, entry.model).releaseDate;
  const [stamp] = readId(name).stamps;
  const isDated = stamp !== undefined && !ref.includes(name.slice(name.lastIndexOf("/") + 1));
  const date = isDated && released !== null ? `, released ${released}` : "";
  const message =
    how === spelling
      ? `${name.trim()} is taken as another spelling of ${ref}${date}`
      : `${name.trim()} is what resellers call it; taken is ${ref}, ${how}${date}`;
  return { entry, asked: name, note: { code: "model.other-spelling", message } };
}

/** Nobody asked who sells it: the one in the middle stands for all. */
function oneSeller(view: CatalogView, name: string, group: ModelGroup): Resolved {
  const entry = entryOf(view, middlePriced(view, plainOf(group.members)));
  const message = `${name.trim()} has ${group.members.length} offers, none of them its maker's; ${entry.ref} stands for them, the middle one by price`;
  return { entry, asked: name, note: { code: "model.one-of-sellers", message } };
}

/** The provider that a ref begins with, where the catalog has it. */
export function providerIn(view: CatalogView, name: string): string | undefined {
  const provider = splitRef(name.trim())?.provider;
  return provider === undefined ? undefined : view.findProvider(provider)?.provider.id;
}

function entryOf(view: CatalogView, { ref }: GroupMember): ModelEntry {
  return view.findModelEntry(ref) as ModelEntry;
}
