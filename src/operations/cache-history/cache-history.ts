import { type GenerationSummary, listGenerations } from "../../modelsdev/disk/inspect.ts";
import type { Operation } from "../operation.ts";

export const cacheHistory: Operation<Record<string, never>, GenerationSummary[]> = async ({
  access,
  machine,
}) => ({
  result: access.store === undefined ? [] : listGenerations(access.store, machine.files),
  warnings: access.notices(),
});
