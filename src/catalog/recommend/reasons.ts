import type { Kind } from "../words/kinds.ts";
import type { Columns } from "../prepared/columns.ts";
import { factsOf } from "./by-facts.ts";
import type { CostOf } from "./deciding-costs.ts";
import type { Placed } from "./recommend-models.ts";
import type { QualityEvidence, Reason } from "./recommendation.ts";
import { type Quality, sayFigure, sayLabel } from "../words/quality.ts";
import { sizeInWords } from "../words/sizes.ts";

const signed = (points: number): string =>
  `${points < 0 ? "-" : "+"}${Math.abs(points).toFixed(2)}`;

/** What a figure is made of. */
export function reasonOfQuality(
  quality: Quality,
  { start, grounds, moved, results }: QualityEvidence,
): Reason {
  const { results: count } = quality;
  const named = grounds.map(({ name, points }) => `${name} ${signed(points)}`);
  const parts = [`starts at ${start.toFixed(2)}`, ...named];
  if (count > 0) {
    const said = results.map(({ benchmark, score }) => `${benchmark} ${score}`).join(", ");
    parts.push(`results ${signed(moved)} (${said})`);
  } else if (moved !== 0) parts.push(`what it was measured to beat ${signed(moved)}`);
  return {
    about: "quality",
    text: `${sayFigure(quality)}, ${sayLabel(quality)}: ${parts.join(", ")}`,
  };
}

/** What is known of a model without a figure. */
export function reasonOfFacts(columns: Columns, kind: Kind, { group, isNamed }: Placed): Reason {
  const [facts] = factsOf(columns, [group]);
  const { released = 0, dimensions = 0, context = 0, isSoldByMaker = false } = facts ?? {};
  const parts = [
    released === 0 ? "release date not known" : `released ${saidDate(released)}`,
    ...(isSoldByMaker ? ["sold by its maker"] : ["not sold by its maker"]),
    ...(kind === "embedding" && dimensions > 0 ? [`${dimensions} dimensions`] : []),
    ...(kind === "embedding" && context > 0 ? [`context of ${sizeInWords(context)}`] : []),
  ];
  const because = isNamed
    ? ""
    : "; a router, an alias, a preview or of no known maker: behind all others";
  return { about: "facts", text: `no figure: ${parts.join(", ")}${because}` };
}

/** 20260205 → 2026-02-05; a month has no day. */
function saidDate(key: number): string {
  const text = String(key);
  const day = text.slice(6);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}${day === "00" ? "" : `-${day}`}`;
}

/** Which band, who opened it, and why this one is in it. */
export function reasonOfBand(
  columns: Columns,
  refAt: (row: number) => string,
  { row, usualRow, openedBy, band, isNamed }: Placed,
  width: number,
): Reason {
  const last = isNamed
    ? ""
    : " behind all others, being a router, a moving alias, a preview or of no known maker;";
  const at = (column: Float64Array, of: number): number => column[of] as number;
  const [value, spread] = [at(columns.quality, row), at(columns.spread, row)];
  const [first, ofFirst] = [at(columns.quality, openedBy), at(columns.spread, openedBy)];
  if (Number.isNaN(value)) {
    return { about: "band", text: `band ${band},${last} nothing is known to tell it by` };
  }
  if (openedBy === usualRow) {
    const bound = (value - spread / 2).toFixed(2);
    const text = `opens band ${band},${last} as the best that is left by figure less half a spread: ${bound}`;
    return { about: "band", text };
  }
  const difference = Math.abs(first - value).toFixed(2);
  const larger = Math.max(spread, ofFirst).toFixed(2);
  const times =
    width === 1 ? "" : Number.isFinite(width) ? ` times ${Number(width.toFixed(2))}` : "";
  const than = Number.isFinite(width)
    ? `less than the larger of their spreads, ${larger}${times}`
    : "which does not count where cost alone does";
  return {
    about: "band",
    text: `band ${band},${last} about equal to ${refAt(openedBy)}: they differ by ${difference}, ${than}; cost decides`,
  };
}

const whose: Record<CostOf, string> = {
  maker: "what its maker asks",
  hosts: "the median of well-known hosts",
  all: "the median of all who sell it",
};

/** `byFacts`: what it is placed by goes before cost. */
export function reasonOfCost({ deciding: { perRequest, of } }: Placed, byFacts: boolean): Reason {
  if (of === null) return { about: "cost", text: "what it costs is not known: last of its band" };
  const decides = byFacts
    ? "decides among those that all else leaves equal"
    : "decides its place in the band";
  return { about: "cost", text: `USD ${perRequest} a request ${decides}: ${whose[of]}` };
}
