import type { CatalogNames } from "../../../catalog/prepared/names.ts";

/** The names of a catalog with those of models that a configuration adds; without a catalog those alone. */
export function withOwnNames(
  catalog: CatalogNames | undefined,
  own: readonly string[],
): CatalogNames {
  const both = (sent: readonly string[], more: readonly string[]): string[] => [
    ...new Set([...sent, ...more]),
  ];
  const beginning = (words: readonly string[], text: string): string[] =>
    words.filter((word) => word.startsWith(text));
  return {
    providers: () =>
      both(
        catalog?.providers() ?? [],
        own.map((ref) => ref.slice(0, ref.indexOf("/"))),
      ),
    families: () => catalog?.families() ?? [],
    refs: (text) => both(catalog?.refs(text) ?? [], beginning(own, text)),
    ids: (text) =>
      both(
        catalog?.ids(text) ?? [],
        beginning(
          own.map((ref) => ref.slice(ref.indexOf("/") + 1)),
          text,
        ),
      ),
  };
}
