import { describe, expect, it } from "vitest";
import { described as describedOf } from "./describe-problem.ts";
import { allKeys } from "./keys.ts";
import { keyMeanings } from "./key-meanings.ts";
import { kindWords } from "./kind-words.ts";
import { accepts } from "./kinds.ts";
import { joinLeaves, leavesOf, nameOf, overruledIn } from "./layers.ts";
import { readPlainJson } from "./plain-json.ts";
import type { Scope } from "./places.ts";

const read = (said: Record<string, unknown>, scope: Scope = "user") =>
  leavesOf({ path: `/${scope}.json`, scope, text: JSON.stringify(said), said });

const codes = (said: Record<string, unknown>, scope?: Scope) =>
  read(said, scope).problems.map(({ code, path }) => `${code} ${nameOf(path)}`);

describe("what of a file counts", () => {
  it("is every setting of the table, as its example has it", () => {
    for (const { key, kind } of allKeys) {
      const { example } = keyMeanings[key as keyof typeof keyMeanings];
      const steps = key.split(".").map((step) => (step === "*" ? "a.name" : step));
      const said = steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), example);
      const { leaves, problems } = read(said as Record<string, unknown>);
      expect([key, problems, leaves[0]?.path, leaves[0]?.value]).toEqual([key, [], steps, example]);
      const isObject = typeof example === "object" && !Array.isArray(example);
      const typed = isObject ? JSON.stringify(example) : [example].flat().join(",");
      expect(accepts[kind](kindWords[kind].read(typed))).toBe(true);
    }
  });

  it("is not a value of another kind, and that value alone", () => {
    const said = { current: 3, catalog: { ttl: "soon", allowSnapshot: true }, aliases: [] };
    expect(codes(said)).toEqual([
      "config.bad-value current",
      "config.bad-value catalog.ttl",
      "config.bad-value aliases",
    ]);
    expect(read(said).leaves.map(({ path }) => nameOf(path))).toEqual(["catalog.allowSnapshot"]);
  });

  it("is a model of one's own of which nothing is said, or nothing that can be", () => {
    const models = { llama: {}, bad: { price: { input: -1 } }, half: { name: "H", limits: 3 } };
    const { leaves, problems } = read({ providers: { house: { models } } });
    expect(leaves.map(({ path, value }) => [nameOf(path), value])).toEqual([
      ["providers.house.models.llama", {}],
      ["providers.house.models.bad", {}],
      ["providers.house.models.half.name", "H"],
    ]);
    expect(problems.map(({ path }) => nameOf(path))).toEqual([
      "providers.house.models.bad.price.input",
      "providers.house.models.half.limits",
    ]);
  });

  it("is no price and no limit that a catalog would not have, and what one can be is said", () => {
    for (const [kind, sound, unsound] of [
      ["amount", [0, 1e-6, 100_000], [-1, 1e-7, 100_001, "1", null, Number.NaN]],
      ["count", [1, 1e10], [0, 1.5, 1e10 + 1, 99_999_999, "1"]],
    ] as const) {
      expect(sound.filter((value) => !accepts[kind](value))).toEqual([]);
      expect(unsound.filter((value) => accepts[kind](value))).toEqual([]);
    }
    expect(kindWords.amount.takes).toContain("0, or a number from 0.000001 to 100000");
    expect(kindWords.count.takes).toContain("1 to 10000000000");
  });

  it("is the last of two that have one name, which is said", () => {
    const text = '{"current": "a" /* "current": */, "catalog": {"ttl": "1h", "ttl": "2h"}}';
    const said = readPlainJson(text) as Record<string, unknown>;
    const { leaves, problems } = leavesOf({ path: "/c.json", scope: "user", text, said });
    expect(leaves.map(({ value }) => value)).toEqual(["a", "2h"]);
    const described = problems.map((one) =>
      describedOf(one, [{ path: "/c.json", scope: "user", text, said }]),
    );
    expect(described).toEqual([
      { where: "/c.json:1", message: "catalog.ttl stands there twice; the last counts", line: 1 },
    ]);
  });

  it("is not what is no setting, wherever it stands, but for $schema and version", () => {
    const said = JSON.parse(
      '{"$schema": "x", "version": 1, "__proto__": {"current": "a"}, "colour": "red", "catalog": {"constructor": 1}}',
    ) as Record<string, unknown>;
    expect(codes(said)).toEqual([
      "config.unknown-key __proto__",
      "config.unknown-key colour",
      "config.unknown-key catalog.constructor",
    ]);
    expect(codes({ version: 2 })).toEqual(["config.newer version"]);
  });

  it("is of a project's file only what is for a project to say", () => {
    const said = { current: "a", catalog: { source: "https://elsewhere.example", ttl: "1h" } };
    expect(codes(said, "project")).toEqual([
      "config.project-ignored catalog.source",
      "config.project-ignored catalog.ttl",
    ]);
    expect(read(said, "project").leaves.map(({ path }) => path)).toEqual([["current"]]);
  });

  it("is of both files the project's, where they say the same", () => {
    const own = read({ current: "a", aliases: { x: { model: "b" } } });
    const ofProject = read({ current: "c" }, "project");
    const joined = joinLeaves(own.leaves, ofProject.leaves);
    expect(joined.map(({ path, value, scope }) => [nameOf(path), value, scope])).toEqual([
      ["current", "c", "project"],
      ["aliases.x.model", "b", "user"],
    ]);
  });
});

describe("what the user's own file keeps to itself", () => {
  const both = (user: Record<string, unknown>, project: Record<string, unknown>) => {
    const [own, theirs] = [read(user).leaves, read(project, "project").leaves];
    return {
      counts: joinLeaves(own, theirs).map(({ path, value, scope }) => [nameOf(path), value, scope]),
      overruled: overruledIn(own, theirs).map(({ path }) => nameOf(path)),
    };
  };
  const budget = (usd: number) => ({ settings: { budget: usd } });
  const header = (name: string, value: string) => ({
    providers: { acme: { headers: { [name]: value } } },
  });

  it.each([
    [3, 2, 2, "project", []],
    [3, 3, 3, "project", []],
    [3, 5, 3, "user", ["settings.budget"]],
    [0, 0.5, 0, "user", ["settings.budget"]],
  ])(
    "is a budget that a project may only lower: %s, %s",
    (own, theirs, counts, scope, overruled) => {
      expect(both(budget(own), budget(theirs))).toEqual({
        counts: [["settings.budget", counts, scope]],
        overruled,
      });
    },
  );

  it("lets a project set one where there is none", () => {
    expect(both({}, budget(5)).counts).toEqual([["settings.budget", 5, "project"]]);
  });

  it("is a header, however a project writes its name", () => {
    const { counts, overruled } = both(header("X-Team", "mine"), header("x-team", "theirs"));
    expect(counts).toEqual([["providers.acme.headers.X-Team", "mine", "user"]]);
    expect(overruled).toEqual(["providers.acme.headers.x-team"]);
  });

  it("is each variable in a header, and whether providers are found", () => {
    const said = {
      ...header("X-Team", "plain"),
      settings: { autoDetect: false },
      current: "openai/gpt-5",
    };
    expect(codes(said, "project")).toEqual(["config.project-ignored settings.autoDetect"]);
    expect(codes(header("X-Key", "${ACME_API_KEY}"), "project")).toEqual([
      "config.project-ignored providers.acme.headers.X-Key",
    ]);
    expect(codes(header("X-Key", "${ACME_API_KEY}"))).toEqual([]);
  });

  it.each(["a\nb", "a\tb", "caf\u00e9", "a\u0000", " "])(
    "takes no header that is no line of ASCII: %j",
    (value) => {
      expect(codes(header("X-Team", value))).toEqual([
        "config.bad-value providers.acme.headers.X-Team",
      ]);
    },
  );
});
