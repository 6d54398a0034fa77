import type { ModelRow } from "../../words/model.ts";
import type { Kind } from "../../words/kinds.ts";
import { kindRules } from "./rules.ts";
import { traitsOf } from "./traits.ts";

// in the patterns rather than in five thousand names: half the time
const anySeparator = "[^a-z0-9.]";
const rules = kindRules.map((rule) => ({
  ...rule,
  named: rule.named && new RegExp(rule.named.source.replaceAll(" ", anySeparator)),
}));

// most rows carry no name of any rule: one look instead of a dozen
const anyName = new RegExp(rules.flatMap(({ named }) => named?.source ?? []).join("|"));

/** What a row is for, as its source states; where it states nothing, names, media, limits and prices tell. */
export function kindOf(model: ModelRow): Kind {
  if (model.statedKind !== undefined) return model.statedKind;
  const traits = traitsOf(model);
  const isNamed = anyName.test(traits.text);
  const rule = rules.find(({ named, when }) => {
    if (named !== undefined && (!isNamed || !named.test(traits.text))) return false;
    return when?.(traits) ?? true;
  });
  return rule?.kind ?? "other";
}
