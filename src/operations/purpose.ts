import { ownEntry } from "../catalog/words/own-entry.ts";
import { wordsOf } from "../catalog/words/spelled.ts";
import { otherUseCases } from "../catalog/recommend/other-use-cases.ts";
import { type UseCaseName, useCaseNames } from "../catalog/recommend/use-cases.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import { asksForBest } from "./asks-for-best.ts";

/** What to say where a search asks what is best for a purpose: it is for names, and another command ranks models. */
export function purposeNote(query: string): Warning {
  return { code: "search.purpose", message: `search is for names; ${whatRanks(query)}` };
}

/** The failure of a look-up; where a question stands in the place of a name, it says what answers that. */
export function withPurpose(failure: ModelForgeError): ModelForgeError {
  const { model } = failure.details;
  if (typeof model !== "string" || !asksForBest.test(model)) return failure;
  // a name may hold such a word; who meant one is told its like
  const isName = !/\s/.test(model) && (failure.details.nearest as unknown[]).length > 0;
  if (isName) return failure;
  const { code, message, details } = failure;
  return new ModelForgeError(code, { message, hint: whatRanks(model), details, cause: failure });
}

function whatRanks(question: string): string {
  const purpose = purposeOf(question);
  const line = ["modelforge recommend", purpose, /\bfree\b/i.test(question) && "--free"];
  const command = line.filter((part) => typeof part === "string").join(" ");
  return `${command} ranks what is best${purpose === undefined ? "" : " for that"}`;
}

/** The first use case that is named, of two words before one of them. */
function purposeOf(question: string): UseCaseName | undefined {
  const words = wordsOf(question);
  const pairs = words.map((word, at) => `${word}-${words[at + 1] ?? ""}`);
  const named = [...pairs, ...words].flatMap(
    (word) =>
      useCaseNames.find((name) => name === word) ?? ownEntry(otherUseCases, word)?.[0] ?? [],
  );
  return named[0];
}
