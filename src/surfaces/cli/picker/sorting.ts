import type { PickerSort } from "./contract.ts";

/** The orders that one key goes through, and whether the interesting end of each comes last. */
const orders: readonly [sort: PickerSort, descending: boolean][] = [
  ["relevance", false],
  ["ref", false],
  ["name", false],
  ["price", false],
  ["output-price", false],
  ["context", true],
  ["output", true],
  ["released", true],
  ["knowledge", true],
];

export function nextOrder(sort: PickerSort): { sort: PickerSort; descending: boolean } {
  const at = orders.findIndex(([one]) => one === sort);
  const [next, descending] = orders[(at + 1) % orders.length] ?? ["relevance", false];
  return { sort: next, descending };
}
