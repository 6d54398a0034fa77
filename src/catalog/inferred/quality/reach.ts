/** What is known of a model's sellers. */
export interface Sold {
  sellers: number;
  years: number | null;
  maker: string | null;
}

// hosts take up to a quarter to list a new model
const yearsToSettle = 0.25;
// one provider of ten: whoever is sold by more is sold by all who sell much
const share = 0.1;

/**
 * How widely each model is sold: 0 for a tenth of all providers or more, negative by the logarithm below. A new model is
 * taken to become as widely sold as the best of its maker's.
 */
export function reaches(models: readonly Sold[], providers: number): number[] {
  const enough = Math.max(1, Math.round(providers * share));
  const own = models.map(({ sellers }) =>
    Math.log(Math.min(Math.max(1, sellers), enough) / enough),
  );
  const today = newestOf(models);
  const best = new Map<string, number>();
  models.forEach(({ maker }, at) => {
    if (maker === null) return;
    best.set(maker, Math.max(best.get(maker) ?? Number.NEGATIVE_INFINITY, own[at] as number));
  });
  return models.map(({ maker, years }, at) => {
    const reach = own[at] as number;
    if (maker === null || years === null) return reach;
    const youth = Math.min(1, Math.max(0, 1 - (today - years) / yearsToSettle));
    return reach + youth * ((best.get(maker) as number) - reach);
  });
}

/** The newest that two sell: a date far ahead is one row's mistake. */
function newestOf(models: readonly Sold[]): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { sellers, years } of models) {
    if (years !== null && sellers > 1) newest = Math.max(newest, years);
  }
  return newest;
}
