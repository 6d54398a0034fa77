import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { commandWith } from "./validated.ts";

const fast = '{"aliases": {"fast": {"model": "openai/gpt-5"}}}';

const aliasesIn = (path: string): unknown =>
  (JSON.parse(readFileSync(path, "utf8")) as { aliases: unknown }).aliases;

describe("config alias", () => {
  it("says what goes with a name: fallbacks by their refs, needs, parameters by their types", () => {
    const { command, user } = commandWith(undefined);
    const all = ["--fallback", "gpt5-mini,azure/other", "--need", "tool_call,temperature"];
    const sent = ["--parameter", "temperature=0.2", "--parameter", "stop=END"];
    const ran = command.run(["config", "alias", "fast", "gpt-5", ...all, ...sent]);
    expect(ran.code).toBe(0);
    expect(aliasesIn(user)).toEqual({
      fast: {
        model: "openai/gpt-5",
        fallback: ["openai/gpt-5-mini", "azure/other"],
        needs: ["tools", "temperature"],
        parameters: { temperature: 0.2, stop: "END" },
      },
    });
    const shown = answerOf(command.run(["config", "show", "--json"])).result;
    expect(shown).toMatchObject({ aliases: aliasesIn(user) });
  });

  it("changes a part of one that is there, says what a model lacks, and takes a part away", () => {
    const { command, user } = commandWith(fast);
    const ran = command.run([
      "config",
      "alias",
      "fast",
      "--need",
      "pdf",
      "--parameter",
      "max_tokens=9999999",
    ]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain("fast needs pdf, and openai/gpt-5 does not have it");
    expect(ran.stderr).toMatch(/fast: max_tokens is 9999999, and openai\/gpt-5 takes \d+/);
    expect(command.run(["config", "alias", "fast", "--fallback", "azure/other"]).code).toBe(0);
    const gone = [
      "config",
      "alias",
      "fast",
      "--remove",
      "--need",
      "pdf",
      "--fallback",
      "azure/other",
    ];
    expect(command.run(gone).code).toBe(0);
    expect(aliasesIn(user)).toEqual({
      fast: { model: "openai/gpt-5", parameters: { max_tokens: 9_999_999 } },
    });
    expect(errorOf(command.run([...gone, "--json"])).message).toBe(
      "nothing of that is said of fast in that file",
    );
  });

  it("says the whole of a list, and of the parameters one", () => {
    const text =
      '{"aliases": {"fast": {"model": "openai/gpt-5", "needs": ["pdf"], "parameters": {"a": 1, "b": 2}}}}';
    const { command, user } = commandWith(text);
    const ran = command.run(["config", "alias", "fast", "--need", "tools", "--parameter", "a=3"]);
    expect(ran.code).toBe(0);
    expect(aliasesIn(user)).toEqual({
      fast: { model: "openai/gpt-5", needs: ["tools"], parameters: { a: 3, b: 2 } },
    });
  });

  it.each([
    [["--fallback", "fast"], "the alias fast cannot stand for itself"],
    [["--fallback", "big"], "big is an alias itself, and fast is to stand for a model"],
    [["--need", "visoin"], "no capability visoin"],
    [["--parameter", "temperature"], "no parameter and its value: temperature"],
  ])("refuses %j", (words, message) => {
    const text =
      '{"aliases": {"fast": {"model": "openai/gpt-5"}, "big": {"model": "openai/gpt-5"}}}';
    const { command, user } = commandWith(text);
    const ran = command.run(["config", "alias", "fast", ...words, "--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([2, message]);
    expect(readFileSync(user, "utf8")).toBe(text);
  });

  it("takes no key as a parameter, whatever it is called", () => {
    const { command, user } = commandWith(fast);
    for (const one of [`x=sk-ant-${"a1b2".repeat(6)}`, "api_key=hunter2hunter2"])
      expect(command.run(["config", "alias", "fast", "--parameter", one]).code).toBe(2);
    expect(readFileSync(user, "utf8")).toBe(fast);
  });

  it("sets small and large, which mean nothing else before that", () => {
    const { command } = commandWith("{}");
    const before = command.run(["info", "small", "--json"]);
    expect([before.code, errorOf(before).message]).toEqual([3, "small stands for no model yet"]);
    expect(errorOf(before).hint).toBe("modelforge config alias small <model>");
    expect(command.run(["config", "alias", "small", "gpt-5-mini"]).code).toBe(0);
    const after = answerOf<{ ref: string }>(command.run(["info", "small", "--json"]));
    expect(after.result.ref).toBe("openai/gpt-5-mini");
  });
});

describe("config set", () => {
  it("takes the parts of an alias, and says what they take", () => {
    const { command, user } = commandWith(fast);
    const set = (key: string, value: string) => command.run(["config", "set", key, value]);
    expect(set("aliases.fast.fallback", "openai/gpt-5-mini, azure/other").code).toBe(0);
    expect(set("aliases.fast.needs", "tool_call,reasoning").code).toBe(0);
    expect(aliasesIn(user)).toMatchObject({
      fast: { fallback: ["openai/gpt-5-mini", "azure/other"], needs: ["tools", "reasoning"] },
    });
    expect(set("aliases.fast.needs", "visoin").stderr).toContain("did you mean vision?");
    expect(set("aliases.fast.fallback", "fast").code).toBe(2);
  });
});
