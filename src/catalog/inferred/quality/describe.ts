import type { Identities } from "../identity/identities.ts";
import type { Kind } from "../../words/kinds.ts";
import type { ModelRow } from "../../words/model.ts";
import { makerNameOf } from "../maker-name.ts";
import { reaches } from "./reach.ts";
import type { Described } from "./terms.ts";
import { traitsOf } from "./traits.ts";

/** One underlying model, and the rows that sell it. */
export interface DescribedModel extends Described {
  group: number;
  key: string;
  /** Whoever made it, as the catalog calls them; null where nobody says. */
  maker: string | null;
  isSoldByMaker: boolean;
}

/**
 * The models that hold conversations, in the order of their groups: a figure of theirs says nothing of the others.
 * `kinds` are those of the rows.
 */
export function describeChatModels(
  models: readonly ModelRow[],
  kinds: readonly Kind[],
  { group, referenceRow, keys }: Identities,
): DescribedModel[] {
  const rows = keys.map((): ModelRow[] => []);
  const chatRows = new Uint32Array(keys.length);
  const providers = new Set<string>();
  models.forEach((model, row) => {
    const of = group[row] as number;
    rows[of]?.push(model);
    if (kinds[row] === "chat") chatRows[of] = (chatRows[of] as number) + 1;
    providers.add(model.provider);
  });
  const described: DescribedModel[] = [];
  for (const [at, key] of keys.entries()) {
    const own = rows[at] as ModelRow[];
    const makersRow = (referenceRow[at] as number) - 1;
    const makers = models[makersRow];
    // the maker's row says what it is, else most: hosts list media carelessly
    const isChat =
      makers === undefined
        ? (chatRows[at] as number) * 2 > own.length
        : kinds[makersRow] === "chat";
    if (!isChat) continue;
    const known = {
      group: at,
      key,
      maker: makerNameOf(key, makers),
      isSoldByMaker: makers !== undefined,
      // known once all are
      reach: Number.NaN,
    };
    // spread into so many fields they would be a table of 7 kB, until V8 optimises it
    described.push(Object.assign(traitsOf(key, own, makers), known));
  }
  reaches(described, providers.size).forEach((reach, at) => {
    (described[at] as DescribedModel).reach = reach;
  });
  return described;
}
