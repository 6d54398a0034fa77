import { type GenerationSummary, listGenerations } from "../../modelsdev/disk/inspect.ts";
import type { Operation } from "../operation.ts";
import type { CacheHistoryInput } from "./input.ts";

export const cacheHistory: Operation<CacheHistoryInput, GenerationSummary[]> = async (
  { access, machine },
  { descending, limit },
) => {
  const newestFirst =
    access.store === undefined ? [] : listGenerations(access.store, machine.files);
  const ordered = descending === true ? newestFirst.toReversed() : newestFirst;
  return { result: ordered.slice(0, limit), warnings: access.notices() };
};
