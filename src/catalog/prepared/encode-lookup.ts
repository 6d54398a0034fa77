import type { GroupNames } from "../inferred/identity/spelled.ts";
import type { Makers } from "../inferred/maker.ts";
import type { ParsedCatalog } from "../parse/catalog.ts";
import type { ModelRow } from "../words/model.ts";
import { joinRef, providerKey, refKey } from "../words/ref.ts";
import { placeAt, type Places, type SumOf } from "./lines.ts";
import { LookupWriter, type ProviderEntry } from "./lookup.ts";
import type { PreparedPart } from "./parts.ts";
import type { RowTexts } from "./row-texts.ts";
import { addSomebodies, addSpellings } from "./spellings.ts";

/** Where what belongs to each row, and to each provider, lies; all but the providers' in JSON. */
export interface Belongings {
  wire: readonly string[];
  facts: readonly string[];
  groups: readonly string[];
  sellers: readonly string[];
  /** Of every group, and how its offers are written. */
  ofGroups: readonly string[];
  names: GroupNames;
  providers: Places;
}

/** The table of all names: of rows by ref, of rows by bare id, of groups by how they are written, and of providers. */
export function encodeLookup(
  { models, providers }: ParsedCatalog,
  rows: RowTexts,
  places: Belongings,
  makers: Makers,
  sumOf: SumOf,
): PreparedPart {
  const lookup = new LookupWriter(sumOf);
  addModels(lookup, models, rows, places);
  addIds(lookup, models, rows, makers);
  addSpellings(lookup, places.names, places.ofGroups);
  addSomebodies(lookup, models);
  const byName: [key: string, entry: ProviderEntry][] = [];
  providers.forEach(({ provider }, position) => {
    const place = placeAt(places.providers, position);
    const entry = { id: provider.id, place };
    lookup.add("provider", providerKey(provider.id), entry);
    byName.push([providerKey(provider.name), entry]);
  });
  for (const [key, entry] of byName) {
    // a provider's id outranks another's display name
    if (!lookup.has("provider", key)) lookup.add("provider", key, entry);
  }
  return lookup.part();
}

type Rows = ParsedCatalog["models"];

/** A `ModelEntry` each. */
function addModels(lookup: LookupWriter, models: Rows, rows: RowTexts, places: Belongings): void {
  const keyOf = refKeys();
  models.forEach(({ model }, row) => {
    const wire = places.wire[row];
    const facts = places.facts[row];
    const group = places.groups[row];
    const sellers = places.sellers[row];
    lookup.addText(
      "model",
      keyOf(model),
      `{${rows.names[row]},"model":${rows.places[row]},"wire":${wire},"facts":${facts},"group":${group},"sellers":${sellers}}`,
    );
  });
}

/** `refKey` of rows, many of one provider behind each other. */
function refKeys(): (model: ModelRow) => string {
  let last: string | undefined;
  let key = "";
  return ({ ref, provider, id }) => {
    // an id may end with a space
    if (ref.trim().length < ref.length) return refKey(ref);
    if (provider !== last) key = providerKey(provider);
    last = provider;
    return joinRef(key, id.toLowerCase());
  };
}

/** An `IdEntry` each. */
function addIds(lookup: LookupWriter, models: Rows, { names, places }: RowTexts, makers: Makers) {
  const rowsById = new Map<string, { rows: { ref: string }[]; text: string }>();
  models.forEach(({ model }, row) => {
    const id = model.id.toLowerCase();
    const text = `{${names[row]},"model":${places[row]}}`;
    const known = rowsById.get(id);
    if (known === undefined) rowsById.set(id, { rows: [model], text });
    else {
      known.rows.push(model);
      known.text = `${known.text},${text}`;
    }
  });
  for (const [id, { rows, text }] of rowsById) {
    lookup.addText("id", id, `{"rows":[${text}],"maker":${findMaker(makers, id, rows)}}`);
  }
}

/** The position of the maker's own row among those of an id. */
export function findMaker(
  makers: Makers,
  id: string,
  rows: readonly { ref: string }[],
): number | null {
  if (!makers.isNamed(id)) return null;
  const sellers = rows.map(({ ref }) => ref.slice(0, ref.indexOf("/")));
  const maker = makers.makerOf(id, sellers);
  return maker === undefined ? null : sellers.indexOf(maker);
}
