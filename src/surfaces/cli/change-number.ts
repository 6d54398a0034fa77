import { badValue } from "./option-values.ts";

/** Which change of the configuration, or how many: 1 where nothing is said. */
export function readNumber(text: string | undefined): number {
  if (text === undefined) return 1;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw badValue("changes", text, "1");
}
