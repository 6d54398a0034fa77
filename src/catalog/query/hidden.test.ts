import { describe, expect, it } from "vitest";
import { hiddenNotes } from "./hidden.ts";

const found = (
  rows: number,
  [hiddenDeprecated, hiddenUnpriced, hiddenUnfit, hiddenPlanned] = [0, 0, 0, 0],
) => ({
  rows: Array.from({ length: rows }, (_, row) => row),
  hiddenDeprecated,
  hiddenUnpriced,
  hiddenUnfit,
  hiddenPlanned,
});

describe("hiddenNotes", () => {
  it("say nothing where everything is shown", () => {
    expect(hiddenNotes(found(3), 3)).toEqual([]);
    expect(hiddenNotes(found(0), 0)).toEqual([]);
  });

  it("say how many are not shown, and what would show them", () => {
    expect(hiddenNotes(found(20, [1, 2, 3, 4]), 5)).toEqual([
      { code: "list.limited", message: "5 of 20 models shown; --limit 20 shows all" },
      {
        code: "list.hidden-deprecated",
        message: "1 deprecated model hidden; --status all shows all",
      },
      {
        code: "list.hidden-unfit",
        message: "3 models left out: the usage exceeds a limit (context, input or output)",
      },
      {
        code: "list.hidden-unpriced",
        message: "2 models without a listed price left out; --include-unpriced keeps them",
      },
      {
        code: "list.hidden-plan",
        message: "4 models sold in a plan left out; --provider or --include-unpriced keeps them",
      },
    ]);
  });
});
