import { describe, expect, it } from "vitest";
import { filterFields, filterNames } from "../../src/catalog/query/filter-fields.ts";
import { flagName } from "../../src/catalog/words/field.ts";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { fixedFlags } from "../../src/surfaces/cli/discover/command-line.ts";
import { changeable } from "../../src/surfaces/cli/discover/question.ts";
import { readPage } from "../docs/markdown.ts";

const commands = ["list", "search", "offers", "recommend"].map((name) => `models ${name}`);

describe("every filter", () => {
  it.each([...commands, "discover"])("is a flag of %s, with its sentence", async (path) => {
    const definition = await commandTable.find((entry) => entry.path === path)?.load();
    const flags = new Map(definition?.flags.map(({ name, about }) => [name, about]));
    for (const name of filterNames) {
      expect([name, flags.get(flagName(name))]).toEqual([name, filterFields[name].about]);
    }
  });

  it("stays as it is in discover, unless a key changes it", () => {
    for (const name of filterNames) {
      const places = [...fixedFlags, ...changeable].filter((one) => one === name);
      expect([name, places]).toEqual([name, [name]]);
    }
  });

  it("does something: it narrows, judges, or takes part in what others mean", () => {
    const others = ["includeUnpriced", "status"];
    const idle = filterNames.filter((name) => {
      const { narrow, judge } = filterFields[name];
      return narrow === undefined && judge === undefined;
    });
    expect(idle).toEqual(others);
  });

  it("stands in the guide", () => {
    const guide = readPage("docs/guide/finding-models.md");
    const missing = filterNames.filter((name) => !guide.includes(flagName(name)));
    expect(missing).toEqual([]);
  });
});
