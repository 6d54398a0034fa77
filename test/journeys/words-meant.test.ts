import { expect, describe, it } from "vitest";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { shop } from "./shop.ts";

const command = shop({
  openai: wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-5-mini")]),
  evroc: wireProvider("evroc", [wireModel("one")]),
  "amazon-bedrock": wireProvider("amazon-bedrock", [wireModel("two")]),
});

async function hintOf(line: string): Promise<[exit: number | null, hint: string]> {
  const { code, stderr } = await command.ask(line.split(" "));
  const said = stderr.split("\n").filter((one) => one.startsWith("hint: "));
  return [code, said.join("").replace("hint: ", "")];
}

describe("a hint", () => {
  it.each([
    ["list --max-input-price 1", 2, "did you mean --max-price?"],
    ["list --max-price-out 1", 2, "did you mean --max-output-price?"],
    ["list --page 2", 2, "did you mean --limit?"],
    ["list coding", 2, "did you mean modelforge recommend coding, modelforge search coding?"],
    ["list free", 2, "did you mean modelforge list --free, modelforge search free?"],
    ["list pdf", 2, "did you mean modelforge list --capability pdf, modelforge search pdf?"],
    [
      "list embedding",
      2,
      "did you mean modelforge recommend embedding, modelforge search embedding?",
    ],
    ["list help", 2, "modelforge list --help"],
    ["cost help", 2, "modelforge cost --help"],
    ["info help", 3, "modelforge info --help"],
    ["providers info help", 3, "modelforge providers info --help"],
    ["providers info bedrock", 3, "did you mean amazon-bedrock, evroc?"],
    ["cost gpt-5 --cached 50% --output 1k", 2, "add --input, like --input 40k --cached 50%"],
  ])("names what is there: %s", async (line, exit, hint) => {
    expect(await hintOf(line)).toEqual([exit, hint]);
  });

  it("names no provider that the catalog does not have", async () => {
    expect(await hintOf("list gpt")).toEqual([2, "did you mean modelforge search gpt?"]);
    expect(await hintOf("list openai")).toEqual([
      2,
      "did you mean modelforge search openai, modelforge list --provider openai?",
    ]);
  });
});
