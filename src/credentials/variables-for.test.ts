import { describe, expect, it } from "vitest";
import { keyVariables, variablesFor } from "./variables-for.ts";

describe("the variables that a program is given a key in", () => {
  it("are those of its provider, or what a provider of one's own would have", () => {
    expect(variablesFor("openai")).toEqual(["OPENAI_API_KEY"]);
    expect(variablesFor("github-models")).toEqual(["GITHUB_TOKEN"]);
    expect(variablesFor("amazon-bedrock")).toEqual(["AWS_BEARER_TOKEN_BEDROCK"]);
    expect(variablesFor("my-own")).toEqual(["MY_OWN_API_KEY"]);
    expect(variablesFor("my-own", ["MINE"])).toEqual(["MINE"]);
  });

  it("are for Copilot's key none that hold a token of GitHub", () => {
    expect(variablesFor("github-copilot")).toEqual(["GITHUB_COPILOT_API_KEY"]);
    expect(keyVariables("github-copilot")[0]).toBe("MODELFORGE_GITHUB_COPILOT_API_KEY");
  });
});
