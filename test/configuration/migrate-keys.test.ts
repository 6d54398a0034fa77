import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { asPython, openaiKey, pythonConfig, pythonHome, usual } from "./python-home.ts";

interface Moved {
  notes: string[];
}

const migrate = ["config", "migrate"];

describe("a key", () => {
  const openai = (more: object): string =>
    asPython({ providers: { openai: { ...pythonConfig.providers.openai, ...more } } });

  it("for another host than the provider's is kept for that, and trusted with none", () => {
    const { command, said, kept } = pythonHome({
      [usual]: openai({ base_url: "http://10.0.0.5:8000/v1" }),
    });
    const { result } = answerOf<Moved>(command.run([...migrate, "--yes", "--json"]));
    const id = "openai-10.0.0.5-8000";
    expect(kept()).toEqual([`${id}/default* ${openaiKey}`]);
    expect(said().providers).toHaveProperty([id, "baseUrl"], "http://10.0.0.5:8000/v1");
    expect(result.notes).toContain(
      `the key of ${id} goes to http://10.0.0.5:8000 after modelforge auth trust ${id} http://10.0.0.5:8000`,
    );
    expect(command.run(["auth", "trust", "--list"]).stdout).toBe("");
  });

  it("for the host of another provider that is known is that provider's", () => {
    const { command, kept } = pythonHome({
      [usual]: openai({ base_url: "https://openrouter.ai/api/v1" }),
    });
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    expect(kept()).toEqual([`openrouter/default* ${openaiKey}`]);
  });

  it("that is none stays, and is not stored", () => {
    const { command, store, said } = pythonHome({
      [usual]: openai({ auth_data: { api_key: "your-api-key" } }),
    });
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    expect([existsSync(store), said().current]).toEqual([false, undefined]);
  });

  it.each([
    ["in a place of no provider", { settings: { token: openaiKey } }, "settings.token holds"],
    ["that no request can carry", { auth_data: { api_key: "planted in two" } }, "cannot be kept"],
    [
      "with a character that nobody sees",
      { auth_data: { api_key: "planted\u0007" } },
      "cannot be kept",
    ],
    ["longer than any", { auth_data: { api_key: "planted".repeat(2000) } }, "cannot be kept"],
    ["as a name", { models: { [openaiKey]: {} } }, "holds what looks like"],
  ])("%s is lost by nothing: the file stays as it is", (_, more: object, why) => {
    const isTop = "settings" in more;
    const text = isTop ? asPython({ ...pythonConfig, ...more }) : openai(more);
    const { command, store, text: textOf } = pythonHome({ [usual]: text });
    const ran = command.run([...migrate, "--yes", "--json"]);
    const { message, details } = errorOf(ran);
    expect([ran.code, ran.stdout, details.line]).toEqual([7, "", expect.any(Number)]);
    expect(message).toContain(why);
    expect(ran.stderr).not.toContain("planted");
    expect([textOf(usual), existsSync(store)]).toEqual([text, false]);
  });
});

describe("a file that is none, or harmful", () => {
  it.each([
    ["no JSON", '{\n  "providers": {\n    oops\n', ":3:5: it is no JSON"],
    ["no text", Buffer.from([0x7b, 0x22, 0xff, 0x22]), ":1:3: it is not UTF-8"],
    ["too large", `{"providers": "${"x".repeat(1_000_000)}"}`, "more than 1 MB"],
    ["a list", "[]", "it is a list, not an object"],
    [
      "another program's",
      '{"editor": {"theme": "dark"}}',
      "no configuration of the Python ModelForge",
    ],
  ])("%s is refused with its place, and stays as it is", (_, content, why) => {
    const { command, at } = pythonHome({ "old.json": content });
    const ran = command.run([...migrate, "--from", at("old.json"), "--yes"]);
    expect([ran.code, ran.stdout]).toEqual([7, ""]);
    expect(ran.stderr).toContain(why);
    expect(readFileSync(at("old.json")).equals(Buffer.from(content))).toBe(true);
    expect(command.run([...migrate, "--from", at("nothing.json")]).code).toBe(7);
  });

  it("has names that mean something to a program taken as names, and those of nothing left out", () => {
    const text = `{"providers": {
      "__proto__": {"llm_type": "ollama", "models": {"a": {}}},
      "constructor": {"llm_type": "ollama", "models": {"__proto__": {}, "to\\u0007tell": {}, "toString": {"api_model_name": "x"}}},
      "two words\\u202e": {"models": {"a": {}}}, "list": [], "none": null
    }, "current_model": {"provider": "__proto__", "model": "a"}}`;
    const { command, said } = pythonHome({ [usual]: text });
    const { result } = answerOf<Moved>(command.run([...migrate, "--yes", "--json"]));
    expect(said()).toMatchObject({ aliases: { tostring: { model: "constructor/x" } } });
    expect(said().current).toBeUndefined();
    const notes = result.notes.join("\n");
    expect(notes).toContain("providers.__proto__ cannot be the name of a provider");
    expect(notes).toContain("cannot be the name of a model");
    expect(notes).toContain("current_model names __proto__/a, which is not among the models");
    expect(/[\u0007\u202e]/.test(notes)).toBe(false);
  });

  it("of nearly 1 MB is taken over in seconds", () => {
    const models = Object.fromEntries(
      Array.from({ length: 9_000 }, (_, at) => [`model-${at}`, {}]),
    );
    const text = asPython({ providers: { ollama: { llm_type: "ollama", models } } });
    const { command, said } = pythonHome({ [usual]: text });
    const started = Date.now();
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    expect(Date.now() - started).toBeLessThan(20_000);
    expect(
      Object.keys((said().providers as { ollama: { models: object } }).ollama.models),
    ).toHaveLength(9_000);
  }, 60_000);
});
