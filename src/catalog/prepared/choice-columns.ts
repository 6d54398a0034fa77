import type { Identities } from "../inferred/identity/identities.ts";
import { type Kind, kinds } from "../words/kinds.ts";
import { onlyMakers, soldUnderOwnNames } from "../inferred/only-makers.ts";
import { makerNameOf } from "../inferred/maker-name.ts";
import { type Qualities, qualitiesOf } from "../inferred/quality/qualities.ts";
import { saidBy } from "../inferred/quality/said.ts";
import { isPreviewOf, standingOf, standings } from "../inferred/quality/standing.ts";
import type { FreeThroughout } from "../inferred/sellers/free-throughout.ts";
import { marksOf } from "../inferred/sellers/marks.ts";
import { rolesOf } from "../inferred/sellers/roles.ts";
import type { ModelFacts } from "../words/facts.ts";
import type { ModelRow } from "../words/model.ts";
import { roundedFigure } from "../words/quality.ts";

/** What is thought of the models of rows, by row. */
export interface Figures {
  /** How good the model is, in spreads of all chat models; NaN for what holds no conversation. */
  quality: Float64Array;
  /** How far off that may be, as a standard deviation; NaN with it. */
  spread: Float64Array;
  /** How many published results moved it. */
  results: Uint16Array;
}

/** What a choice among models goes by, by row: the figures and the first of these are those of the row's group. */
export interface ChoiceColumns extends Figures {
  /** Position in `standings`. */
  standing: Uint8Array;
  /** A bit for each of `marks`. */
  marks: Uint8Array;
  /** Position in `roles`. */
  role: Uint8Array;
}

interface Catalog {
  models: readonly ModelRow[];
  /** What providers are whose every price is 0. */
  free: ReadonlyMap<string, FreeThroughout>;
  facts: readonly ModelFacts[];
  identities: Identities;
  /** 1 where the provider made the model it sells. */
  ownRow: Uint8Array;
  /** By row, positions in `kinds`. */
  kind: Uint8Array;
  /** Where they are known already. */
  qualities?: Qualities | undefined;
}

export function choiceColumns(catalog: Catalog): { columns: ChoiceColumns; qualities: Qualities } {
  const { models, facts, identities, ownRow } = catalog;
  const kindOfRows = kindsIn(catalog.kind);
  const qualities = catalog.qualities ?? qualitiesOf(models, kindOfRows, facts, identities);
  const makers = new Set([...qualities.grounds.makers, ...onlyMakers(models, facts, identities)]);
  const ownOffers = soldUnderOwnNames(models, facts, identities, makers);
  const standingOfGroups = standingsOf(models, identities, { qualities, makers, ownOffers });
  const role = rolesOf(models, kindOfRows, ownRow, identities, ownOffers);
  const columns: ChoiceColumns = {
    ...figuresOf(qualities, identities),
    standing: new Uint8Array(models.length),
    marks: marksOf(
      {
        models,
        free: catalog.free,
        isOwn: (row) => ownRow[row] === 1,
        kindOf: (row) => kindOfRows[row] as Kind,
      },
      identities,
    ),
    role,
  };
  identities.group.forEach((group, row) => {
    columns.standing[row] = standingOfGroups[group] as number;
  });
  return { columns, qualities };
}

/** By row, from positions in `kinds`. */
export function kindsIn(kind: Uint8Array): Kind[] {
  return Array.from(kind, (position) => kinds[position] as Kind);
}

export function figuresOf(
  { values, spreads, results }: Qualities,
  { group }: Pick<Identities, "group">,
): Figures {
  const rows = group.length;
  const quality = new Float64Array(rows);
  const spread = new Float64Array(rows);
  const published = new Uint16Array(rows);
  group.forEach((of, row) => {
    // what is shown is what ranks, so that the sums of a reason add up
    quality[row] = roundedFigure(values[of] as number);
    spread[row] = roundedFigure(spreads[of] as number);
    published[row] = results[of] as number;
  });
  return { quality, spread, results: published };
}

/** By group. What holds no conversation is described by its name alone. */
function standingsOf(
  models: readonly ModelRow[],
  { keys, referenceRow }: Identities,
  {
    qualities: { grounds },
    makers,
    ownOffers,
  }: {
    qualities: Qualities;
    makers: ReadonlySet<string>;
    ownOffers: ReadonlyMap<number, number>;
  },
): number[] {
  const described = new Map(grounds.models.map((model) => [model.group, model]));
  const names = new Set(keys);
  return keys.map((key, group) => {
    if (isPreviewOf(key, names)) return standings.indexOf("preview");
    const own = models[(referenceRow[group] as number) - 1];
    const { nameOf, maker } = described.get(group) ?? {
      ...saidBy(key),
      maker: makerNameOf(key, own),
    };
    const seller = models[ownOffers.get(group) ?? -1]?.provider ?? null;
    return standings.indexOf(standingOf({ nameOf, maker: maker ?? seller }, makers));
  });
}
