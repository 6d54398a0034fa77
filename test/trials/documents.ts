import type { Typed } from "../cli/typed.ts";
import type { Trial, Trials } from "./trial.ts";

const questions = ["list", "info acme/m1", "recommend chat", "providers list", "cost m --input 1"];

/** Whatever is asked, the file is refused by what it is. */
function refused(right: string, ...err: readonly RegExp[]): Trial {
  const never = [/cut short/];
  return {
    right,
    lines: questions.map((asked): Typed => [`modelforge ${asked}`, { exit: 6, err, never }]),
  };
}

/** Documents that are no catalog, or none as usual, names, and formats. */
export const documents: Trials = {
  "28-zero-models.json": {
    right: "a catalog without models is said to hold none",
    lines: ["list", "recommend chat", "search x"].map(
      (asked): Typed => [
        `modelforge ${asked}`,
        { err: [/the catalog holds no models/], never: [/loosen|all conditions/i] },
      ],
    ),
  },
  "40-nan.json": refused("named with line, column and what it is", /line 1, column 99/, /NaN/),
  "42-utf16le-bom.json": refused("named by its encoding", /UTF-16/),
  "43-jsonc.json": refused("named with line, column and what it is", /line 1, column 3/, /comment/),
  "60-crush-providers-wrapped.json": refused("named by the tool it looks like", /Crush/),
  "63-gzip.json": refused("named by what packed it", /gzip/),
  "80-nasty-names.json": {
    right: "text that a reader of YAML would take for something else is quoted",
    lines: [
      [
        "modelforge list --format yaml --limit 4 --sort ref --fields ref,name",
        { out: ["no", "null", "~", "1e3"].map((name) => new RegExp(`name: (["'])${name}\\1`)) },
      ],
    ],
  },
  "91-dated-and-dotted-ids.json": {
    right: "another spelling is the same model, the maker's row answers, and it is said",
    lines: [
      [
        "modelforge info gpt-5-2025-08-07 --json",
        { result: { ref: "openai/gpt-5" }, err: [/gpt-5-2025-08-07 .*openai\/gpt-5/] },
      ],
      [
        "modelforge cost claude-sonnet-4.5 --input 1m --json",
        {
          result: [{ ref: "anthropic/claude-sonnet-4-5", perRequest: 3 }],
          err: [/claude-sonnet-4\.5 .*anthropic\/claude-sonnet-4-5/],
        },
      ],
      [
        "modelforge info openai/gpt5 --json",
        { result: { ref: "openai/gpt-5" }, err: [/openai\/gpt5 .*openai\/gpt-5/] },
      ],
      ["modelforge info openai/gpt-5", { never: [/spelling/] }],
    ],
  },
  "92-csv-at-ids.json": {
    right:
      "only what a spreadsheet would run is escaped, ids come back as they are, and TSV is exact",
    lines: [
      [
        "modelforge list --format csv --fields ref,id,name --sort ref",
        { out: [/^edge\/-dash,'-dash,'\+x$/m, /^edge\/@cf\/acme\/m1,@cf\/acme\/m1,'=Model$/m] },
      ],
      [
        "modelforge list --format tsv --fields ref,id,name --sort ref",
        { out: [/^edge\/-dash\t-dash\t\+x$/m, /^edge\/@cf\/acme\/m1\t@cf\/acme\/m1\t=Model$/m] },
      ],
      ["modelforge info @cf/acme/m1 --json", { result: { ref: "edge/@cf/acme/m1" } }],
    ],
  },
};
