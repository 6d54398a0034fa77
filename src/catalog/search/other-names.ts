import { namespaceIn } from "../inferred/identity/host-syntax.ts";
import { OtherNames } from "../inferred/other-names.ts";
import type { CatalogView } from "../view.ts";
import { splitRef } from "../words/ref.ts";

/** How makers are called otherwise, by what stands before the ids of what they made. */
export function otherNamesIn({ columns, refs }: CatalogView): Map<string, string> {
  const names = new OtherNames();
  refs.forEach((ref, row) => {
    const maker = columns.makers[(columns.maker[row] as number) - 1];
    const namespace = namespaceIn(splitRef(ref)?.id ?? "");
    if (maker !== undefined) names.note(namespace, maker, columns.group[row] as number);
  });
  return names.found();
}
