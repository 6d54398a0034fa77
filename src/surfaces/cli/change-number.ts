import { beginningOf, said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";

/** Which change of the configuration, or how many: 1 where nothing is said. */
export function readNumber(text: string | undefined): number {
  if (text === undefined) return 1;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new ModelForgeError("usage.bad-value", {
    message: `no change has the number ${said(beginningOf(text))}`,
    hint: "1 is the newest; modelforge config history shows them all",
    details: { argument: "changes", value: beginningOf(text) },
  });
}
