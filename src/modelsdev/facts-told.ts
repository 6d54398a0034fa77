import type { Warning } from "../failure.ts";
import { showAddress } from "../system/address.ts";
import type { UrlSource } from "./source.ts";

/** Where to say that facts were left out, and what they are called there. */
export interface FactsTold {
  name: string | undefined;
  warnings: Warning[];
}

export function factsTold({ factsUrl }: UrlSource, warnings: Warning[]): FactsTold {
  return { name: factsUrl && showAddress(factsUrl), warnings };
}

export function withoutFacts(code: string, message: string): Warning {
  return { code, message: `${message}; answering without it` };
}
