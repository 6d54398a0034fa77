import type { Usage } from "../../catalog/cost/usage.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { RecommendModelsInput } from "./input.ts";

/**
 * What one request takes and gives: what was said, and for the rest what is usual.
 *
 * Throws `usage.bad-value` where a part is more than the whole.
 */
export function usageMeant({ usage }: Pick<RecommendModelsInput, "usage">, usual: Usage): Usage {
  if (usage === undefined) return usual;
  const { input, output } = usual;
  const meant = { input, output, ...usage };
  checkPart("cached", meant.cached, "input", meant.input);
  checkPart("reasoning", meant.reasoning, "output", meant.output);
  return meant;
}

function checkPart(name: string, part: number | undefined, of: string, whole: number): void {
  if (part === undefined || part <= whole) return;
  const field = `usage.${name}`;
  throw new ModelForgeError("usage.bad-value", {
    message: `${field} of ${part} is more than the ${of} of ${whole}`,
    hint: `${name} is a part of the ${of}`,
    details: { field, given: part },
  });
}

/** What counts though nobody said it, where the rest of the usage was said. */
export function usualNotes(
  { usage: said, useCase, kind }: Pick<RecommendModelsInput, "usage" | "useCase" | "kind">,
  { usage }: { usage: Usage },
): Warning[] {
  if (said === undefined) return [];
  const purpose = useCase ?? kind?.[0] ?? "any conversation";
  return (["input", "output"] as const)
    .filter((side) => said[side] === undefined)
    .map((side) => ({
      code: "usage.usual",
      message: `${side} counts with ${usage[side]} tokens, as usual for ${purpose}; --${side} sets another`,
    }));
}
