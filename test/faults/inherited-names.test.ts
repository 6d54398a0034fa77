import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog, wireModel, wireProvider } from "../stand-in/catalogs.ts";

/** What every object has without holding it. Some of these a catalog may use as an id, some never. */
const inherited = [
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "toLocaleString",
  "__defineGetter__",
  "__lookupSetter__",
];
const reserved = ["constructor", "__proto__", "prototype"];

function catalogOf(names: readonly string[]): string {
  const providers = names.map((name) => {
    const models = [...names, "gpt-5"].map((id) =>
      wireModel(id, {
        family: id,
        status: id === "gpt-5" ? undefined : id,
        modalities: { input: ["text", id], output: ["text"] },
      }),
    );
    return [name, { ...wireProvider(name, models), env: ["X_API_KEY", name], npm: name }];
  });
  return JSON.stringify({ ...smallCatalog(), ...Object.fromEntries(providers) });
}

describe("a catalog whose names are those of every object", () => {
  let command: Command;

  beforeAll(() => {
    const home = createCommand({}).home;
    const file = join(home, "api.json");
    writeFileSync(file, catalogOf(inherited));
    const facts = inherited.map((name) => [
      `${name}/gpt-5`,
      { name, license: name, benchmarks: [{ name, score: 50 }] },
    ]);
    writeFileSync(join(home, "models.json"), JSON.stringify(Object.fromEntries(facts)));
    command = createCommand({ MODELFORGE_URL: file, X_API_KEY: "held" });
  });

  it("has all of them, each where it was written", async () => {
    const { result } = answerOf<{ ref: string; family: string }[]>(
      await command.ask(["list", "--status", "all", "--json"]),
    );
    for (const provider of inherited) {
      for (const id of inherited) {
        expect(result).toContainEqual(
          expect.objectContaining({
            ref: `${provider}/${id}`,
            family: id,
            status: id.toLowerCase(),
          }),
        );
      }
    }
  });

  it("sells the same model at each of them", async () => {
    const { result } = answerOf<{ offers: { ref: string; credential: boolean }[] }>(
      await command.ask(["offers", "gpt-5", "--json"]),
    );
    for (const name of inherited) {
      // the other variable its provider names is not set because every object inherits one of that name
      expect(result.offers).toContainEqual(
        expect.objectContaining({ ref: `${name}/gpt-5`, credential: false }),
      );
    }
  });

  it.each(inherited)("answers every question about %s", async (name) => {
    const asked = [
      ["info", `${name}/${name}`],
      ["info", name, "--provider", name],
      ["providers", "info", name],
      ["list", "--provider", name, "--format", "yaml"],
      ["list", "--family", name, "--format", "csv"],
      ["list", "--status", name, "--fields", "ref,status"],
      ["compare", `${name}/gpt-5`, "openai/gpt-5"],
      ["cost", `${name}/${name}`, "--input", "1k"],
      ["offers", `${name}/${name}`],
    ];
    const ran = await Promise.all(asked.map((args) => command.ask(args)));
    expect(ran.map(({ code }) => code)).toEqual(asked.map(() => 0));
    expect(ran.map(({ stdout }) => stdout)).toEqual(asked.map(() => expect.stringContaining(name)));
  });
});

describe("a name of every object that the catalog does not have", () => {
  let command: Command;

  beforeAll(() => {
    const home = createCommand({}).home;
    const file = join(home, "catalog.json");
    writeFileSync(file, JSON.stringify(smallCatalog()));
    command = createCommand({ MODELFORGE_URL: file });
  });

  it.each([...inherited, ...reserved])("is not found as %s, whoever asks", async (name) => {
    const asked: [code: number, ...args: string[]][] = [
      [3, "list", "--provider", name],
      [3, "list", "--not-provider", name],
      [2, "list", "--capability", name],
      [2, "list", "--without", name],
      [2, "list", "--input-modality", name],
      [2, "list", "--family", name],
      [2, "list", "--status", name],
      [2, "list", "--sort", name],
      [2, "list", "--format", name],
      [2, "list", "--fields", name],
      [2, "list", "--fields", `price.${name}`],
      [2, "list", `--${name}`],
      [3, "info", name],
      [3, "info", `${name}/x`],
      [3, "info", `openai/${name}`],
      [3, "info", "gpt-5", "--provider", name],
      [2, "info", "gpt-5", "--format", name],
      [2, "recommend", name],
      [2, "recommend", "--maker", name],
      [2, "recommend", "--weight", `${name}=0.5`],
      [3, "compare", "openai/gpt-5", name],
      [3, "cost", name, "--input", "1k"],
      [2, "cost", "openai/gpt-5", "--input", name],
      [3, "offers", name],
      [3, "providers", "info", name],
      [2, "providers", name],
      [2, "cache", name],
      [2, "cache", "restore", name],
      [2, "help", name],
      [2, "completion", name],
      [2, name],
    ];
    const ran = await Promise.all(asked.map(([, ...args]) => command.ask(args)));
    expect(ran.map(({ code }, at) => [code, ...(asked[at] ?? []).slice(1)])).toEqual(asked);
    for (const { stderr } of ran) expect(stderr).not.toContain("defect");
  });
});
