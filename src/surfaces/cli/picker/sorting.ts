import type { PickerSort, Question } from "./contract.ts";

/** The orders that one key goes through, and whether the interesting end of each comes last. */
const orders: readonly [sort: PickerSort, descending: boolean][] = [
  ["relevance", false],
  ["makers", false],
  ["ref", false],
  ["name", false],
  ["price", false],
  ["output-price", false],
  ["context", true],
  ["output", true],
  ["released", true],
  ["knowledge", true],
];

/** The order there is: by relevance to nothing, that of makers, as in `list`. */
export function orderOf({ query, sort }: Pick<Question, "query" | "sort">): PickerSort {
  return sort === "relevance" && query.trim() === "" ? "makers" : sort;
}

export function nextOrder(question: Question): { sort: PickerSort; descending: boolean } {
  const isSearch = question.query.trim() !== "";
  const possible = orders.filter(([sort]) => isSearch || sort !== "relevance");
  const at = possible.findIndex(([one]) => one === orderOf(question));
  const [sort, descending] = possible[(at + 1) % possible.length] ?? ["relevance", false];
  return { sort, descending };
}
