import { orBroken } from "../words/broken.ts";
import { Makers } from "../inferred/maker.ts";
import type { ModelRow } from "../words/model.ts";
import type { ParsedCatalog } from "../parse/catalog.ts";
import { compareText } from "../words/ref.ts";
import { encodeProviderVariables } from "./provider-variables.ts";
import { encodeSearchIndex } from "./search-index.ts";
import { identify } from "../inferred/identity/identify.ts";
import { evidences } from "../inferred/quality/evidence.ts";
import { choiceColumns } from "./choice-columns.ts";
import { freeThroughout } from "../inferred/sellers/free-throughout.ts";
import { encodeColumns, namesOf, ownColumnsOf, ranksOf } from "./encode-columns.ts";
import { placeEvidence } from "./evidence-places.ts";
import { placeFacts } from "./fact-places.ts";
import { groupColumns, placeGroups, placeSellers } from "./groups.ts";
import { type Belongings, encodeLookup } from "./encode-lookup.ts";
import { encodeNotUnderstood } from "./not-understood.ts";
import { placeModels } from "./model-lines.ts";
import { LineWriter } from "./line-writer.ts";
import { placeTexts, type SumOf } from "./lines.ts";
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

  const identities = identify(models, catalog.facts, makers);
  const facts = placeFacts(catalog.facts, models, identities, factLines);
  const names = namesOf(models);
  const free = freeThroughout(models, providers);
  const own = ownColumnsOf(models, { names, free });
  const ownRow = ownRowsOf(models, makers);
  const kind = own.kind as Uint8Array;
  const { columns: choice, qualities } = choiceColumns({
    models,
    free,
    identities,
    ownRow,
    facts: catalog.facts,
    kind,
  });
  const ranks = ranksOf(models, own, { ...choice, ownRow });
  const places = placeModels(models, { ...choice, kind }, ranks.makers, modelLines);
  const rows = textsOf(models, places);
  const ofGroups = placeTexts(placeGroups(rows, identities, choice.marks, groupLines));
  const sellers = placeTexts(placeSellers(models, identities, choice.marks, groupLines));
  const ofRows = (places: string[]) => Array.from(identities.group, (of) => places[of] as string);
  const belongings: Belongings = {
    wire: placeTexts(wireLines.addAll(catalog.models.map(({ wire }) => wire))),
    facts,
    groups: ofRows(ofGroups),
    sellers: ofRows(sellers),
    ofGroups,
    names: identities.names,
    providers: providerLines.addAll(catalog.providers),
  };
  const evidence = placeEvidence(evidences(qualities), identities, groupLines, sumOf);
  const columns = encodeColumns(
    models.length,
    { names, own, ranks },
    { places, evidence },
    { ownRow, ...groupColumns(models, catalog.facts, identities), ...choice },
    sumOf,
  );
  const ids = [...new Set(models.map(({ id }) => id))].sort(compareText);
  const refs = models.map(({ ref }) => ref);
  const parts = new Map<PartName, PreparedPart>([
    ["models.jsonl", linesOf(modelLines)],
    ["wire.jsonl", linesOf(wireLines)],
    ["providers.jsonl", linesOf(providerLines)],
    ["facts.jsonl", linesOf(factLines)],
    ["groups.jsonl", linesOf(groupLines)],
    ["refs.json", encodeSortedTexts(refs, sumOf)],
    ["ids.json", encodeSortedTexts(ids, sumOf)],
    ["lookup.bin", encodeLookup(catalog, rows, belongings, makers, sumOf)],
    ["columns.bin", columns],
    ["search.bin", encodeSearchIndex(models, providers, sumOf)],
    ["variables.json", encodeProviderVariables(providers, sumOf)],
  ]);
  const notUnderstood = encodeNotUnderstood(models);
  if (notUnderstood !== undefined) parts.set("not-understood.json", notUnderstood);
  return parts;
}

/** Whoever reads a line has its place. */
function linesOf(lines: LineWriter): PreparedPart {
  return { bytes: lines.bytes(), root: [] };
}

/** 1 where the provider made the model it sells. */
export function ownRowsOf(models: readonly ModelRow[], makers: Makers): Uint8Array {
  const own = new Uint8Array(models.length);
  // `from` walks an iterator, five thousand rows before V8 optimises anything
  for (let row = 0; row < own.length; row += 1) {
    const { provider, id } = models[row] as ModelRow;
    if (makers.strength(provider, id) > 0) own[row] = 1;
  }
  return own;
}

export { findMaker } from "./encode-lookup.ts";
