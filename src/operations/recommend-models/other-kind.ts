import { useCaseOfKind, useCases } from "../../catalog/recommend/use-cases.ts";
import { readKind } from "../../catalog/query/filter-words.ts";
import type { Warning } from "../../failure.ts";
import type { RecommendModelsInput } from "./input.ts";

/** That a use case is about models of one kind, and others were asked for. */
export function otherKindNotes({ useCase, kind = [] }: RecommendModelsInput): Warning[] {
  const asked = kind.map((one) => readKind(one, "kind"));
  if (useCase === undefined || asked.length === 0) return [];
  const own = useCases[useCase].kind;
  if (asked.includes(own)) return [];
  const [only] = asked;
  const other = only === undefined ? undefined : useCaseOfKind(only).name;
  const way = `modelforge recommend ${other ?? `--kind ${asked.join(",")}`} looks among those`;
  const message = `${useCase} is about models for ${own}, and --kind asks for ${asked.join(", ")}: no model meets both; ${way}`;
  return [{ code: "filter.contradiction", message }];
}
