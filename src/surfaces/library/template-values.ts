/** What a program gives beside a provider's name: `values` are of the question, the others come with any. */
export function withoutValues(given: unknown): { values: { values?: unknown }; others: never } {
  try {
    if (typeof given === "object" && given !== null && "values" in given) {
      const { values, ...others } = given;
      return { values: { values: pairsOf(values) }, others: others as never };
    }
  } catch {
    // what cannot be looked at is refused as what it is
  }
  return { values: {}, others: given as never };
}

/** As a question takes them; whatever is none is left for it to refuse. */
function pairsOf(values: unknown): unknown {
  if (typeof values !== "object" || values === null || Array.isArray(values)) return values;
  const pairs = Object.entries(values) as [string, unknown][];
  return pairs.map(([name, value]) => (typeof value === "string" ? `${name}=${value}` : value));
}
