import { describe, expect, it } from "vitest";
import { type Place, placeOf } from "./place.ts";
import type { CompletionTable } from "./table.ts";

const json = { name: "--json", about: "one document" };
const provider = { name: "--provider", about: "a provider", takes: "provider" } as const;
const table: CompletionTable = {
  flags: [json],
  commands: [
    {
      path: "models list",
      aliases: ["list", "models"],
      summary: "list models",
      flags: [json, { ...provider, many: true }, { name: "--sort", about: "", takes: ["ref"] }],
      args: [],
    },
    {
      path: "models info",
      aliases: ["info"],
      summary: "show one",
      flags: [json, provider, { name: "--model", about: "", takes: "model" }],
      args: ["model"],
    },
    {
      path: "compare",
      aliases: [],
      summary: "show several",
      flags: [json],
      args: ["model"],
      endless: true,
    },
  ],
};

function place(line: string): Place | undefined {
  return placeOf(line.split(" "), table);
}

describe("the place of a word", () => {
  it.each<[line: string, before: string[], beginning: string]>([
    ["", [], ""],
    ["li", [], "li"],
    ["--json li", [], "li"],
    ["models ", ["models"], ""],
    ["models in", ["models"], "in"],
    ["help in", [], "in"],
    ["help models in", ["models"], "in"],
  ])("is that of a command in %j", (line, before, beginning) => {
    expect(place(line)).toEqual({ kind: "command", before, beginning });
  });

  it.each<[line: string, flags: string[]]>([
    ["-", ["--json"]],
    ["list -", ["--json", "--provider", "--sort"]],
    ["models -", ["--json", "--provider", "--sort"]],
    ["--json list --", ["--provider", "--sort"]],
    ["list --sort ref --", ["--json", "--provider"]],
    ["list --sort=ref --", ["--json", "--provider"]],
    ["list --provider openai --", ["--json", "--provider", "--sort"]],
    ["info --provider openai --json -", ["--model"]],
  ])("is that of a flag not given yet in %j", (line, flags) => {
    const found = place(line);
    expect(found?.kind === "flag" ? found.flags.map(({ name }) => name) : found).toEqual(flags);
  });

  it.each<[line: string, found: object]>([
    ["list --sort r", { values: ["ref"], beginning: "r", kept: "" }],
    ["list --sort=r", { values: ["ref"], beginning: "r", kept: "--sort=" }],
    ["list --provider op", { values: "provider", beginning: "op", kept: "" }],
    ["list --provider a,op", { values: "provider", beginning: "op", kept: "a," }],
    ["list --provider=a,b,", { values: "provider", beginning: "", kept: "--provider=a,b," }],
    ["list --json=y", { values: [], beginning: "y", kept: "--json=" }],
    ["list x", { values: [], beginning: "x", kept: "" }],
    ["info ", { values: "model", beginning: "", kept: "" }],
    ["models info a/b", { values: "model", beginning: "a/b", kept: "" }],
    ["info one two", { values: [], beginning: "two", kept: "" }],
    ["compare a b c", { values: "model", beginning: "c", kept: "" }],
    ["compare -- --json", { values: "model", beginning: "--json", kept: "" }],
    ["info --provider o --model g", { values: "model", beginning: "g", kept: "", provider: "o" }],
    ["info --provider=o g", { values: "model", beginning: "g", kept: "", provider: "o" }],
  ])("is that of a value in %j", (line, found) => {
    expect(place(line)).toEqual({ kind: "value", ...found });
  });

  it.each(["nothing x", "models nothing x", "compares -"])("is unknown in %j", (line) => {
    expect(place(line)).toBeUndefined();
  });

  it("is that of a command where no word is given at all", () => {
    expect(placeOf([], table)).toEqual({ kind: "command", before: [], beginning: "" });
  });
});
