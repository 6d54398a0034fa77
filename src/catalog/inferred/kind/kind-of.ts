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

// most rows carry no name of any rule: one look instead of a dozen, and the rules that ask for none
const anyName = new RegExp(rules.flatMap(({ named }) => named?.source ?? []).join("|"));
const nameless = rules.filter(({ named }) => named === undefined);

/** What a row is for, as its source states; where it states nothing, names, media, limits and prices tell. */
export function kindOf(model: ModelRow): Kind {
  if (model.statedKind !== undefined) return model.statedKind;
  const traits = traitsOf(model);
  const asked = anyName.test(traits.text) ? rules : nameless;
  // by numbers, without a function for each: five thousand rows, before V8 optimises anything
  for (let at = 0; at < asked.length; at += 1) {
    const { named, when, kind } = asked[at] as (typeof rules)[number];
    if (named !== undefined && !named.test(traits.text)) continue;
    if (when === undefined || when(traits)) return kind;
  }
  return "other";
}
