import { ModelForgeError } from "../../failure.ts";
import { said } from "../words/said.ts";
import { shellWord } from "../words/shell-word.ts";

const mostNamed = 5;

/** Several rows are meant equally: which they are, and how each is typed. */
export function ambiguous(id: string, candidates: readonly string[]): ModelForgeError {
  const some = candidates.slice(0, mostNamed).map(shellWord).join(", ");
  const isCase = new Set(candidates.map((ref) => ref.toLowerCase())).size === 1;
  return new ModelForgeError("model.ambiguous", {
    message: isCase
      ? `${said(id)} could be ${candidates.join(" or ")}, which differ in case alone`
      : `${said(id)} is sold by ${candidates.length} providers, none of them its maker`,
    hint: `name one: ${some}${candidates.length > mostNamed ? ", …" : ""}`,
    details: { id, candidates },
  });
}
