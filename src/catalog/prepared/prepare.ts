import { orBroken } from "../words/broken.ts";
import { Makers } from "../inferred/maker.ts";
import type { ModelInfo } from "../words/model.ts";
import type { ParsedCatalog } from "../parse/catalog.ts";
import { compareText, providerKey, refKey } from "../words/ref.ts";
import { encodeProviderVariables } from "./provider-variables.ts";
import { encodeSearchIndex } from "./search-index.ts";
import { identify } from "../inferred/identity/identify.ts";
import { encodeColumns } from "./columns.ts";
import { FactIndex } from "./fact-index.ts";
import { groupColumns, placeGroups } from "./groups.ts";
import { LineWriter, type Place, type SumOf } from "./lines.ts";
import { type IdEntry, LookupWriter, type ProviderEntry } from "./lookup.ts";
import type { PartName, PreparedPart } from "./parts.ts";
import { encodeSortedTexts } from "./sorted-texts.ts";

/**
 * Works out what each kind of question reads. `sumOf` gives the sums by which what is read is known to be as it was
 * written.
 *
 * Throws `catalog.broken` where that cannot be done.
 */
export function prepareParts(catalog: ParsedCatalog, sumOf: SumOf): Map<PartName, PreparedPart> {
  return orBroken(() => workOut(catalog, sumOf));
}

function workOut(catalog: ParsedCatalog, sumOf: SumOf): Map<PartName, PreparedPart> {
  const models = catalog.models.map(({ model }) => model);
  const makers = new Makers(models, catalog.facts);
  const modelLines = new LineWriter(sumOf);
  const wireLines = new LineWriter(sumOf);
  const providerLines = new LineWriter(sumOf);
  const factLines = new LineWriter(sumOf);
  const lookup = new LookupWriter(sumOf);
  const byName: [key: string, entry: ProviderEntry][] = [];

  const placesOfFacts = catalog.facts.map((entry) => factLines.add(entry));
  const factIndex = new FactIndex(catalog.facts);
  const factsOf = (ref: string, id: string): Place | null =>
    placesOfFacts[factIndex.find(ref, id) ?? -1] ?? null;
  const identities = identify(models, catalog.facts, makers);
  const places: Place[] = models.map((model) => modelLines.add(model));
  const groupLines = new LineWriter(sumOf);
  const groupPlaces = placeGroups(models, places, identities, {
    lines: groupLines,
    factsOf: (key) => factsOf(key, key),
  });
  const rowsById = new Map<string, IdEntry["rows"]>();
  catalog.models.forEach(({ model, wire }, row) => {
    const place = places[row] as Place;
    lookup.add("model", refKey(model.ref), {
      ref: model.ref,
      row,
      model: place,
      wire: wireLines.add(wire),
      facts: factsOf(model.ref, model.id),
      group: groupPlaces[identities.group[row] as number] as Place,
    });
    const key = model.id.toLowerCase();
    const rows = rowsById.get(key);
    const entry = { ref: model.ref, row, model: place };
    if (rows === undefined) rowsById.set(key, [entry]);
    else rows.push(entry);
  });
  for (const [id, rows] of rowsById)
    lookup.add("id", id, { rows, maker: findMaker(makers, id, rows) });
  for (const { provider, wire } of catalog.providers) {
    const entry = { id: provider.id, place: providerLines.add({ provider, wire }) };
    lookup.add("provider", providerKey(provider.id), entry);
    byName.push([providerKey(provider.name), entry]);
  }
  for (const [key, entry] of byName) {
    // a provider's id outranks another's display name
    if (!lookup.has("provider", key)) lookup.add("provider", key, entry);
  }
  const factsOfGroups = identities.keys.map((key) => factsOf(key, key));
  // a sum of nothing proves that there is nothing
  const noFacts: Place = [0, 0, sumOf(new Uint8Array())];
  const facts = models.map(
    ({ ref, id }, row) =>
      factsOfGroups[identities.group[row] as number] ?? factsOf(ref, id) ?? noFacts,
  );
  const columns = encodeColumns(
    models,
    { places, facts },
    { ownRow: ownRowsOf(models, makers), ...groupColumns(models, catalog.facts, identities) },
    sumOf,
  );
  const providers = catalog.providers.map(({ provider }) => provider);
  const ids = [...new Set(models.map(({ id }) => id))].sort(compareText);
  const refs = models.map(({ ref }) => ref);
  return new Map<PartName, PreparedPart>([
    ["models.jsonl", linesOf(modelLines)],
    ["wire.jsonl", linesOf(wireLines)],
    ["providers.jsonl", linesOf(providerLines)],
    ["facts.jsonl", linesOf(factLines)],
    ["groups.jsonl", linesOf(groupLines)],
    ["refs.json", encodeSortedTexts(refs, sumOf)],
    ["ids.json", encodeSortedTexts(ids, sumOf)],
    ["lookup.bin", lookup.part()],
    ["columns.bin", columns],
    ["search.bin", encodeSearchIndex(models, providers, sumOf)],
    ["variables.json", encodeProviderVariables(providers, sumOf)],
  ]);
}

/** Whoever reads a line has its place. */
function linesOf(lines: LineWriter): PreparedPart {
  return { bytes: lines.bytes(), root: [] };
}

/** 1 where the provider made the model it sells. */
export function ownRowsOf(models: readonly ModelInfo[], makers: Makers): Uint8Array {
  return Uint8Array.from(models, ({ provider, id }) => (makers.strength(provider, id) > 0 ? 1 : 0));
}

/** The position of the maker's own row among those of an id. */
export function findMaker(
  makers: Makers,
  id: string,
  rows: readonly { ref: string }[],
): number | null {
  const sellers = rows.map(({ ref }) => ref.slice(0, ref.indexOf("/")));
  const maker = makers.makerOf(id, sellers);
  return maker === undefined ? null : sellers.indexOf(maker);
}
