import { expect, describe, it } from "vitest";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { shop } from "./shop.ts";

const command = shop({
  openai: wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-5.5")]),
});

describe("a name that was pasted with something around it", () => {
  it.each([
    'model="gpt-5"',
    "model='gpt-5',",
    "model=gpt-5",
    "model: gpt-5",
    '"model": "gpt-5"',
    '"model": "openai/gpt-5",',
    "MODEL_NAME=gpt-5",
    "https://models.example/openai/gpt-5?tab=api",
    "https://models.example/openai/gpt-5#api",
    "gpt-5 (openai)",
    "GPT-5 (OpenAI)",
  ])("is found, and said to be another spelling: %s", async (name) => {
    const { stdout, stderr, code } = await command.ask(["info", name, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: { ref: "openai/gpt-5", asked: name } });
    expect(stderr).toContain("is taken as another spelling of openai/gpt-5");
  });

  it("is no other model where its own is not there", async () => {
    const { stderr, code } = await command.ask(["info", 'model="gpt-5.4"']);
    expect([code, stderr]).toEqual([3, expect.stringContaining("no model gpt-5.4 in the catalog")]);
  });
});
