import type { Findings } from "../../catalog/parse/findings.ts";
import type { ParsedCatalog } from "../../catalog/parse/catalog.ts";
import {
  areUsualFacts,
  numbersPerModel,
  type Outline,
  outlineOf,
} from "../../catalog/parse/outline.ts";
import { areUsualRows } from "../../catalog/parse/sample.ts";
import { orBroken } from "../../catalog/words/broken.ts";
import { notUnderstoodIn } from "../../catalog/prepared/not-understood.ts";
import type { Codec } from "../../system/ports.ts";
import { type CatalogBody, digestOf } from "../body.ts";
import type { FactsTold } from "../facts-told.ts";
import { type CatalogAbout, type Manifest, reduced } from "./manifest.ts";

/** A generation that is not yet on disk. */
export interface ReadGeneration {
  /** What is known of it; what its rows hold that is odd is not, where there is an outline. */
  manifest: Manifest;
  body: CatalogBody;
  /** Where its rows lie, where that says as much of them as reading them would. */
  outline: Outline | undefined;
  /** All of it, read when it is first asked for. */
  rows(): Promise<ParsedCatalog>;
}

interface About {
  /** `sha256:…` of the body, where it is known already: working it out takes as long as opening three files. */
  digest?: string;
  source: string;
  fetchedAt: string;
  sequence: number | undefined;
  version: string;
  codec: Codec;
  /** Of one with what a configuration says of models. */
  joined?: Manifest["joined"];
  /** When it is read, in milliseconds since 1970. */
  now: number;
}

const mostSetAsideNamed = 50;

/**
 * Looks at a body: no closer than a question by name needs, unless it is read `whole` or is unusual.
 *
 * Throws `catalog.broken` where it is no catalog.
 */
export async function readGeneration(
  body: CatalogBody,
  about: About,
  { told, whole = false }: { told?: FactsTold; whole?: boolean } = {},
): Promise<ReadGeneration> {
  const outline = whole ? undefined : orBroken(() => outlineOfBody(body, about));
  let parsed: ParsedCatalog | undefined;
  const rows = async (told?: FactsTold): Promise<ParsedCatalog> => {
    // an outline spares the parser
    const { readBody } = await import("../read-body.ts");
    parsed ??= readBody(body, { told, now: about.now, isJoined: about.joined !== undefined });
    return parsed;
  };
  const counted = outline === undefined ? countsOf(await rows(told)) : countsOfOutline(outline);
  return { manifest: manifestOf(body, about, counted), body, outline, rows: () => rows() };
}

/** The same with what its rows hold that is odd. */
export function aboutRows({ manifest }: ReadGeneration, rows: ParsedCatalog): Manifest {
  return { ...manifest, ...countsOf(rows), ...fewLost(rows) };
}

// of a catalog that is understood there are a few
const mostLost = 100;

/** Spares an answer from opening a file for them. */
function fewLost({ models }: ParsedCatalog): Pick<CatalogAbout, "lostRows"> {
  const lost = [...notUnderstoodIn(models.map(({ model }) => model))];
  const count = lost.reduce((sum, [, rows]) => sum + rows.length, 0);
  return count === 0 || count > mostLost ? {} : { lostRows: lost };
}

function outlineOfBody(
  { catalog, facts }: CatalogBody,
  { codec, now }: Pick<About, "codec" | "now">,
): Outline | undefined {
  if (!codec.isUtf8(catalog)) return undefined;
  const outline = outlineOf(catalog);
  if (outline === undefined || !areUsualRows(catalog, outline, now)) return undefined;
  const areUsual = facts === undefined || (codec.isUtf8(facts) && areUsualFacts(facts));
  return areUsual ? outline : undefined;
}

type Counted = Pick<
  CatalogAbout,
  "providers" | "models" | "setAside" | "unknownFields" | "oddValues" | "notUnderstood"
>;

function countsOf({ providers, models, findings }: ParsedCatalog): Counted {
  return counted(providers.length, models.length, findings);
}

function countsOfOutline({ providers, models }: Outline): Counted {
  const nothing = { setAside: [], unknownFields: {}, oddValues: {}, notUnderstood: {} };
  return counted(providers.length, models.length / numbersPerModel, nothing);
}

function counted(
  providers: number,
  models: number,
  { setAside, unknownFields, oddValues, notUnderstood }: Findings,
): Counted {
  return {
    providers,
    models,
    setAside: { count: setAside.length, first: setAside.slice(0, mostSetAsideNamed) },
    unknownFields,
    oddValues,
    notUnderstood,
  };
}

function manifestOf(body: CatalogBody, about: About, counted: Counted): Manifest {
  return {
    prepared: reduced,
    digest: about.digest ?? `sha256:${digestOf(body, about.codec)}`,
    source: about.source,
    etag: body.etag ?? null,
    factsEtag: body.factsEtag ?? null,
    fetchedAt: about.fetchedAt,
    ...(about.sequence === undefined ? {} : { sequence: about.sequence }),
    ...(about.joined === undefined ? {} : { joined: about.joined }),
    ...counted,
    writtenBy: about.version,
    files: [],
  };
}
