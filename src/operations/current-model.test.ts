import { expect, it } from "vitest";
import { Configuration } from "../config/configuration.ts";
import { openInMemory, wireCatalog, wireModel, wireProvider } from "../testing/catalog-builders.ts";
import { createFakeSystem } from "../testing/fake-system.ts";
import { notesOfCurrent } from "./current-model.ts";
import { toldOfCurrent } from "./look-at-current.ts";
import type { OperationContext } from "./operation.ts";

const { view } = openInMemory(
  wireCatalog(
    wireProvider("openai", [wireModel("gpt-4", { status: "deprecated" }), wireModel("gpt-5")]),
    wireProvider("mistral", [wireModel("m-1", { status: "deprecated" })]),
  ),
);

function around(user: object, variables: Record<string, string> = {}) {
  const machine = createFakeSystem();
  machine.files.put("/home/you/.config/model-forge/config.json", JSON.stringify(user));
  for (const [variable, value] of Object.entries({ OPENAI_API_KEY: "x", ...variables }))
    machine.environment.variables.set(variable, value);
  const asked: { offline?: boolean }[] = [];
  const access = {
    ask: async (
      options: { offline?: boolean },
      question: (of: typeof view, about: object) => unknown,
    ) => {
      asked.push(options);
      const catalog = {
        stale: false,
        origin: "cache",
        fetchedAt: "2026-11-01T00:00:00.000Z",
        ageSeconds: 60,
      };
      return { result: question(view, catalog), catalog, warnings: [] };
    },
  };
  const configuration = new Configuration(machine);
  const context = { machine, configuration, access } as unknown as OperationContext;
  return { context, asked, machine };
}

async function notesWith(
  user: object,
  name: string,
  ref: string,
  variables: Record<string, string> = {},
) {
  const { context, asked } = around(user, variables);
  return { notes: await notesOfCurrent(context, { name, ref }, {}), asked };
}

const aliased = {
  current: "fast",
  aliases: { fast: { model: "openai/gpt-4" }, old: { model: "mistral/m-1" } },
};

it("are about the model in use, by whatever name, and about no other", async () => {
  const { notes } = await notesWith(aliased, "fast", "openai/gpt-4");
  expect(notes.map(({ code, details }) => [code, details?.current])).toEqual([
    ["config.deprecated-model", "openai/gpt-4"],
  ]);
});

it("are about the model that a variable names, not the one that a file does", async () => {
  const { notes } = await notesWith(aliased, "openai/gpt-5", "openai/gpt-5", {
    MODELFORGE_MODEL: "openai/gpt-5",
  });
  expect(notes).toEqual([]);
});

it("say of an alias in use what its model lacks, and a fallback that nobody knows", async () => {
  const fast = { model: "openai/gpt-5", needs: ["video"], fallback: ["openai/gpt-nosuch"] };
  const { notes } = await notesWith({ current: "fast", aliases: { fast } }, "fast", "openai/gpt-5");
  expect(notes.map(({ code }) => code)).toEqual([
    "config.unknown-model",
    "config.lacks-capability",
  ]);
});

it("name what is missing to call it, with what to do", async () => {
  const { notes } = await notesWith({ current: "openai/gpt-5" }, "openai/gpt-5", "openai/gpt-5", {
    OPENAI_API_KEY: "",
  });
  expect(notes.map(({ message }) => message)).toEqual([
    "no credential for openai is at hand; modelforge auth login openai",
  ]);
});

it("go by whether providers are to be found", async () => {
  const user = { current: "openai/gpt-5", settings: { autoDetect: false } };
  const { notes } = await notesWith(user, "openai/gpt-5", "openai/gpt-5");
  expect(notes.map(({ code }) => code)).toEqual(["config.no-credential"]);
});

it("asks nobody for a catalog", async () => {
  const { asked } = await notesWith(aliased, "fast", "openai/gpt-4");
  expect(asked.map(({ offline }) => offline)).toContain(true);
  expect(asked.every(({ offline }) => offline === true)).toBe(true);
});

it("are not looked for twice a day, unless something they rest on is another", async () => {
  const { context, asked, machine } = around(aliased);
  const told = async (digest: string, daily: "daily" | "never" = "daily") => {
    const before = asked.length;
    const model = { name: "fast", ref: "openai/gpt-4", digest };
    const notes = await toldOfCurrent(context, model, { aboutCurrent: daily });
    return [notes.map(({ code }) => code), asked.length > before];
  };
  expect(await told("one", "never")).toEqual([[], false]);
  expect(await told("one")).toEqual([["config.deprecated-model"], true]);
  expect(await told("one")).toEqual([[], false]);
  expect(await told("two")).toEqual([[], true]);
  machine.environment.variables.delete("OPENAI_API_KEY");
  expect(await told("two")).toEqual([["config.no-credential"], true]);
  machine.clock.set(machine.clock.now() + 25 * 3_600_000);
  expect((await told("two"))[0]).toEqual(["config.deprecated-model", "config.no-credential"]);
});
