import { ownEntry } from "../../catalog/words/own-entry.ts";
import { wordsOf } from "../../catalog/words/spelled.ts";
import { useCases } from "../../catalog/recommend/use-cases.ts";
import type { Warning } from "../../failure.ts";

/** What people ask for besides by its own word. */
const otherWords: Readonly<Record<string, keyof typeof useCases>> = {
  code: "coding",
  programming: "coding",
  agent: "agents",
  agentic: "agents",
  chatting: "chat",
};

/** A search is for names; who asks what is best for a purpose is told what ranks models. */
export function purposeNote(query: string): Warning {
  const words = wordsOf(query).map((word) => ownEntry(otherWords, word) ?? word);
  const purpose = words.find((word) => Object.hasOwn(useCases, word));
  return {
    code: "search.purpose",
    message: `search is for names; modelforge recommend ${purpose === undefined ? "" : `${purpose} `}ranks what is best${purpose === undefined ? "" : " for that"}`,
  };
}
