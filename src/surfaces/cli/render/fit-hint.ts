import type { Drawn } from "./drawn.ts";
import { fitNotice } from "./fit-lines.ts";

/** A hint as wide as a terminal; one that names a command stays whole: a line feed in what is pasted would start another. */
export function fitHint(text: Drawn, width: number | undefined): Drawn {
  return text.text.includes("modelforge ") ? text : fitNotice(text, width);
}
