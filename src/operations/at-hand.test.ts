import { describe, expect, it } from "vitest";
import { Configuration } from "../config/configuration.ts";
import { isConfigured, whyNotCallable } from "../credentials/from-environment.ts";
import { createFakeSystem } from "../testing/fake-system.ts";
import { atHand } from "./at-hand.ts";
import { leftOut, remedyFor } from "./left-out.ts";

const openai = { id: "openai", env: ["OPENAI_API_KEY"] };

async function havingOf(user: object, variables: object, project?: object) {
  const machine = createFakeSystem();
  machine.files.put("/home/you/.config/model-forge/config.json", JSON.stringify(user));
  if (project !== undefined)
    machine.files.put("/home/you/project/.model-forge/config.json", JSON.stringify(project));
  for (const [name, value] of Object.entries(variables))
    machine.environment.variables.set(name, String(value));
  const configuration = new Configuration(machine);
  return { having: await atHand({ machine, configuration }), configuration };
}

const off = { settings: { autoDetect: false } };
const key = { OPENAI_API_KEY: "x" };

describe("a provider whose key is merely in the environment", () => {
  it.each([
    ["is set up where nobody says otherwise", {}, key, true],
    ["is set up where that is wanted", { settings: { autoDetect: true } }, key, true],
    ["is not where none is to be found", off, key, false],
    [
      "is where one's own file says something of it",
      { ...off, providers: { openai: { models: { "gpt-5": { name: "GPT-5" } } } } },
      key,
      true,
    ],
    [
      "is not where one's own file speaks of another",
      { ...off, providers: { azure: { enabled: true } } },
      key,
      false,
    ],
    [
      "is where a variable of ModelForge's own holds the key",
      off,
      { MODELFORGE_OPENAI_API_KEY: "x" },
      true,
    ],
  ])("is found or not: it %s", async (_, user, variables, expected) => {
    const { having } = await havingOf(user, variables);
    expect(isConfigured(openai, having)).toBe(expected);
  });

  it("is not set up by a project's word, which cannot have any found either", async () => {
    const project = {
      settings: { autoDetect: true },
      providers: { openai: { models: { "gpt-5": { name: "GPT-5" } } } },
    };
    const { having, configuration } = await havingOf(off, key, project);
    expect(isConfigured(openai, having)).toBe(false);
    expect(configuration.problems.map(({ path }) => path.join("."))).toEqual([
      "settings.autoDetect",
    ]);
  });

  it("is set up by a key that is kept", async () => {
    const machine = createFakeSystem();
    machine.files.put("/home/you/.config/model-forge/config.json", JSON.stringify(off));
    const account = { provider: "openai", account: "default", secret: "x" };
    machine.files.put(
      "/home/you/.local/share/model-forge/credentials/store.json",
      JSON.stringify({ accounts: [account] }),
    );
    const having = await atHand({ machine, configuration: new Configuration(machine) });
    expect(isConfigured(openai, having)).toBe(true);
  });

  it("is said to be there, with what sets it up", async () => {
    const { having, configuration } = await havingOf(off, key);
    const against = whyNotCallable(openai, having);
    if (against === undefined) throw new Error("it could be called");
    expect(leftOut([against])).toEqual([
      "a key of openai is there, and settings.autoDetect has none found",
    ]);
    expect(remedyFor(against, configuration)).toBe(
      "modelforge config set providers.openai.enabled true, or modelforge config unset settings.autoDetect",
    );
  });
});
