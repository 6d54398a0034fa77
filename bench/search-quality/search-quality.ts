import { resolve } from "node:path";
import type { Measure } from "../report/measure.ts";
import { askRole } from "../setting/roles.ts";
import type { Setting } from "../setting/setting.ts";
import type { Hits } from "./hits.ts";

const asTyped = { name: "search, wanted row among the first five", budget: { atLeast: 48 } };
const withTypos = { name: "search, the same, one character deleted", budget: { atLeast: 45 } };

export const searchRows = [asTyped.name, withTypos.name];

/** Whether a search finds what was meant. Fifty labelled queries, each a point. */
export async function measureSearchQuality({ wish, warm }: Setting): Promise<Measure[]> {
  if (wish.queries === undefined) {
    const detail = "no labelled queries beside the catalog";
    return [row(asTyped, undefined, detail), row(withTypos, undefined, detail)];
  }
  const hits = await askRole<Hits[]>("search-quality", [resolve(wish.queries)], { env: warm });
  const missed = hits.filter(({ found }) => !found).map(({ query }) => query);
  const worst = [...hits].sort((a, b) => a.withTypos - b.withTypos).slice(0, 5);
  return [
    row(
      asTyped,
      hits.length - missed.length,
      missed.length === 0 ? "none missed" : `missed: ${missed.join(", ")}`,
    ),
    row(
      withTypos,
      hits.reduce((sum, hit) => sum + hit.withTypos, 0),
      `every position, averaged; worst: ${worst.map(showShare).join(", ")}`,
    ),
  ];
}

function row(
  about: Pick<Measure, "name" | "budget">,
  value: number | undefined,
  detail: string,
): Measure {
  return { ...about, unit: "of 50", detail, ...(value === undefined ? {} : { value }) };
}

function showShare({ query, withTypos }: Hits): string {
  return `${query} ${Math.round(withTypos * 100)} %`;
}
