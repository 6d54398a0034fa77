import { orBroken } from "../words/broken.ts";
import { Makers } from "../inferred/maker.ts";
import type { ModelInfo } from "../words/model.ts";
import type { ParsedCatalog } from "../parse/catalog.ts";
import { compareText } from "../words/ref.ts";
import { encodeProviderVariables } from "./provider-variables.ts";
import { encodeSearchIndex } from "./search-index.ts";
import { identify } from "../inferred/identity/identify.ts";
import { encodeColumns } from "./columns.ts";
import { FactIndex } from "./fact-index.ts";
import { groupColumns, placeGroups } from "./groups.ts";
import { encodeLookup } from "./encode-lookup.ts";
import { LineWriter, type Place, placeText, type SumOf } from "./lines.ts";
import type { PartName, PreparedPart } from "./parts.ts";
import { textsOf } from "./row-texts.ts";
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
  const providers = catalog.providers.map(({ provider }) => provider);
  const makers = new Makers(models, catalog.facts);
  const modelLines = new LineWriter(sumOf);
  const wireLines = new LineWriter(sumOf);
  const providerLines = new LineWriter(sumOf);
  const factLines = new LineWriter(sumOf);
  const groupLines = new LineWriter(sumOf);

  const placesOfFacts = catalog.facts.map((entry) => factLines.add(entry));
  const factIndex = new FactIndex(catalog.facts);
  const factsOf = (ref: string, id: string): Place | null =>
    placesOfFacts[factIndex.find(ref, id) ?? -1] ?? null;
  const identities = identify(models, catalog.facts, makers);
  const places: Place[] = models.map((model) => modelLines.add(model));
  const rows = textsOf(models, places);
  const factsOfRows = models.map(({ ref, id }) => factsOf(ref, id));
  const factsOfGroups = identities.keys.map((key) => factsOf(key, key));
  const groups = placeGroups(rows, identities, factsOfGroups, groupLines).map(placeText);
  const lookup = encodeLookup(
    catalog,
    rows,
    {
      wire: catalog.models.map(({ wire }) => wireLines.add(wire)),
      facts: factsOfRows,
      groups: Array.from(identities.group, (group) => groups[group] as string),
      providers: catalog.providers.map((one) => providerLines.add(one)),
    },
    makers,
    sumOf,
  );
  // a sum of nothing proves that there is nothing
  const noFacts: Place = [0, 0, sumOf(new Uint8Array())];
  const facts = factsOfRows.map(
    (ofRow, row) => factsOfGroups[identities.group[row] as number] ?? ofRow ?? noFacts,
  );
  const columns = encodeColumns(
    models,
    { places, facts },
    { ownRow: ownRowsOf(models, makers), ...groupColumns(models, catalog.facts, identities) },
    sumOf,
  );
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
    ["lookup.bin", lookup],
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

export { findMaker } from "./encode-lookup.ts";
