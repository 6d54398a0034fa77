import type { Warning } from "../failure.ts";

/** What there is to say of an origin that is trusted without encryption. */
export function readOnTheWay(origin: string): Warning[] {
  if (!origin.startsWith("http:")) return [];
  return [
    {
      code: "credential.not-encrypted",
      message: `whoever is on the way to ${origin} can read credentials that are sent there`,
    },
  ];
}
