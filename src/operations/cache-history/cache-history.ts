import { type GenerationSummary, listGenerations } from "../../modelsdev/disk/inspect.ts";
import { skippedWarnings } from "../../modelsdev/disk/left-out.ts";
import type { Refusal } from "../../places/remove-ours.ts";
import type { Operation } from "../operation.ts";
import type { CacheHistoryInput } from "./input.ts";

export const cacheHistory: Operation<CacheHistoryInput, GenerationSummary[]> = async (
  { access, machine },
  { descending, limit },
) => {
  const { store } = access;
  const refused: Refusal[] = [];
  const newestFirst = store === undefined ? [] : listGenerations(store, machine.files, refused);
  const ordered = descending === true ? newestFirst.toReversed() : newestFirst;
  const skipped = skippedWarnings(refused, store?.cacheDirectory ?? "", machine.files);
  return { result: ordered.slice(0, limit), warnings: [...access.notices(), ...skipped] };
};
