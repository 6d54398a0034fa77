import { chmodSync, chownSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { createCommand, type Ran } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";

let source: string;

beforeAll(() => {
  const { home } = createCommand({});
  source = join(home, "catalog.json");
  const models = ["gpt-5", "gpt-5-mini"].map((id) => wireModel(id));
  writeFileSync(source, JSON.stringify(wireCatalog(wireProvider("openai", models))));
});

/** The command in a project of its own, with what the two files say. */
function commandWith(user: object | string | undefined, project?: object | string) {
  const command = createCommand({});
  const directory = mkdtempSync(join(command.home, "project-"));
  mkdirSync(join(directory, ".git"));
  const write = (path: string, said: object | string | undefined): void => {
    if (said === undefined) return;
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, typeof said === "string" ? said : JSON.stringify(said, null, 2));
  };
  const files = {
    user: join(command.home, ".config/model-forge/config.json"),
    project: join(directory, ".model-forge/config.json"),
  };
  write(files.user, user);
  write(files.project, project);
  const run = (words: string, more: Record<string, string> = {}): Ran =>
    command.shellIn(directory, `modelforge ${words}`, more);
  return { ...files, directory, run };
}

describe("where a setting comes from", () => {
  it("is the variable, else the project's file, else the user's, else the default", () => {
    const { run, user, project } = commandWith(
      { current: "a", catalog: { source, ttl: "12h" } },
      { current: "b" },
    );
    const shown = () => answerOf<Record<string, never>>(run("config show --origin --json")).result;
    expect(shown()).toEqual({
      current: { value: "b", origin: project },
      aliases: {},
      providers: {},
      catalog: {
        enabled: { value: true, origin: "default" },
        source: { value: source, origin: user },
        ttl: { value: "12h", origin: user },
        allowSnapshot: { value: false, origin: "default" },
      },
      features: {
        "background-refresh": { value: false, origin: "MODELFORGE_FEATURE_BACKGROUND_REFRESH" },
      },
      settings: { autoDetect: { value: true, origin: "default" } },
    });
    const { value, origin } = answerOf<{ value: string; origin: string }>(
      run("config get current --json", { MODELFORGE_MODEL: "c" }),
    ).result;
    expect([value, origin]).toEqual(["c", "MODELFORGE_MODEL"]);
  });

  it("is nothing but the default with --no-config", () => {
    const { run } = commandWith("{ broken", "[]");
    const shown = answerOf<{ current: null; catalog: object }>(
      run("config show --no-config --json"),
    );
    expect([shown.result.current, shown.result.catalog]).toEqual([
      null,
      { enabled: true, source: "https://models.dev", ttl: "24h", allowSnapshot: false },
    ]);
  });

  it("decides which catalog answers, a path from the directory of the file on", () => {
    const { run, user } = commandWith({ catalog: { source: "catalog.json" } });
    writeFileSync(
      join(user, "../catalog.json"),
      JSON.stringify(wireCatalog(wireProvider("here", [wireModel("one")]))),
    );
    const listed = answerOf<{ ref: string }[]>(run("list --json")).result;
    expect(listed.map(({ ref }) => ref)).toEqual(["here/one"]);
  });
});

describe("a failure of a source that the configuration names", () => {
  it.each([
    ["none.json", "correct catalog.source, or unset it to use models.dev"],
    ["config.json", "catalog.source"],
  ])("speaks of the setting: %s", (name, hint) => {
    const { run } = commandWith({ catalog: { source: name } });
    const failed = errorOf(run("list --json"));
    expect(failed.hint).toContain(hint);
    expect(failed.hint + failed.message).not.toContain("MODELFORGE_URL");
    const ofVariable = errorOf(run("list --json", { MODELFORGE_URL: "/none/at/all.json" }));
    expect(ofVariable.hint).toContain("MODELFORGE_URL");
  });
});

describe("an alias", () => {
  const aliases = { fast: { model: "openai/gpt-5-mini" }, lost: { model: "openai/none" } };

  it.each([
    ["info fast --json", (result: never) => (result as { ref: string; asked: string }).ref],
    ["cost fast --input 1k --json", (result: never) => (result as { ref: string }[])[0]?.ref],
    [
      "compare fast gpt-5 --json",
      (result: never) => (result as { models: { ref: string }[] }).models[0]?.ref,
    ],
    [
      "offers fast --json",
      (result: never) => (result as { offers: { ref: string }[] }).offers[0]?.ref,
    ],
    [
      "config get aliases.fast.model --resolved --json",
      (result: never) => (result as { value: string }).value,
    ],
  ])("names a model in %s", (words, refOf) => {
    const { run } = commandWith({ aliases, catalog: { source } });
    expect(refOf(answerOf<never>(run(words)).result)).toBe("openai/gpt-5-mini");
  });

  it("goes behind a ref, and before an id", () => {
    const named = { "gpt-5": { model: "openai/gpt-5-mini" } };
    const { run } = commandWith({ aliases: named, catalog: { source } });
    const refOf = (name: string): string =>
      answerOf<{ ref: string }>(run(`info ${name} --json`)).result.ref;
    expect([refOf("openai/gpt-5"), refOf("gpt-5")]).toEqual(["openai/gpt-5", "openai/gpt-5-mini"]);
  });

  it("is what was asked for, in the answer", () => {
    const { run } = commandWith({ aliases, catalog: { source } });
    expect(answerOf<{ asked: string }>(run("info fast --json")).result.asked).toBe("fast");
  });

  it("whose model the catalog lacks says which that is", () => {
    const { run } = commandWith({ aliases, catalog: { source } });
    const ran = run("info lost --json");
    expect([ran.code, ran.stdout]).toEqual([3, ""]);
    expect(errorOf(ran).message).toContain("the alias lost stands for openai/none: ");
  });
});

describe("what does not count", () => {
  it("is named once, with its file, its line and what was meant, and costs nothing else", () => {
    const { run, user } = commandWith({
      catalog: { source, tttl: "1h", allowSnapshot: "yes" },
      colour: 1,
    });
    const ran = run("info gpt-5 --json");
    expect(ran.code).toBe(0);
    expect(ran.stderr.split("\n").filter((line) => line.startsWith("note: /"))).toEqual([
      `note: ${user}:4: catalog.tttl is no setting; did you mean catalog.ttl?`,
      `note: ${user}:5: catalog.allowSnapshot takes true or false`,
      `note: ${user}:7: colour is no setting`,
    ]);
    expect(run("info gpt-5 --json --quiet").stderr).toBe("");
  });

  it("is what a project may not say", () => {
    const { run, project } = commandWith(
      { catalog: { source } },
      { catalog: { source: "https://elsewhere.example" } },
    );
    const ran = run("list --json");
    expect(answerOf<unknown[]>(ran).result).toHaveLength(2);
    expect(ran.stderr).toContain(`${project}:3: catalog.source is not for a project to say`);
  });

  it("is a project's file that others may write, or that is a link", () => {
    const open = commandWith({ catalog: { source } }, { current: "evil" });
    chmodSync(open.project, 0o666);
    const linked = commandWith({ catalog: { source } });
    mkdirSync(join(linked.project, ".."));
    writeFileSync(join(linked.directory, "../outside.json"), '{"current": "evil"}');
    symlinkSync("../../outside.json", linked.project);
    for (const { run, project } of [open, linked]) {
      const ran = run("config get current");
      expect([ran.code, ran.stdout]).toEqual([3, ""]);
      expect(ran.stderr).toContain(`note: ${project}: is not read: `);
    }
    // nor written, and what to do stands there
    const written = open.run("config set current openai/gpt-5 --project --json");
    expect([written.code, errorOf(written).hint]).toEqual([
      7,
      `look at what stands there, then chmod go-w ${open.project}`,
    ]);
  });

  it.skipIf(process.getuid?.() !== 0)("is a project's file of another user", () => {
    const { run, project } = commandWith({ catalog: { source } }, { current: "evil" });
    chownSync(project, 1234, 1234);
    const ran = run("config get current");
    expect([ran.code, ran.stdout]).toEqual([3, ""]);
    expect(ran.stderr).toContain(`note: ${project}: is not read: it belongs to another user`);
  });
});

describe("a file that cannot be understood", () => {
  it.each([
    ["no JSON", "{ broken"],
    ["a list", "[]"],
    ["a text", '"all"'],
    ["nested without end", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`],
  ])("ends what needs it with exit 7 and leaves the rest: %s", (_, text) => {
    const { run, user } = commandWith(text);
    for (const words of ["list", "info gpt-5", "config show"]) {
      const ran = run(`${words} --json`);
      expect([words, ran.code, ran.stdout]).toEqual([words, 7, ""]);
      expect(errorOf(ran).code).toBe("config.unreadable");
      expect(errorOf(ran).message).toContain(user);
    }
    for (const words of [
      "--help",
      "list --help",
      "config path",
      "config history",
      "cache path",
      "completion bash",
    ])
      expect([words, run(words).code]).toEqual([words, 0]);
    expect(run(`list --no-config --json`, { MODELFORGE_URL: source }).code).toBe(0);
  });
});

describe("a working directory that was removed", () => {
  it("has no project, and ends nothing that needs none", () => {
    const { run } = commandWith({ catalog: { source } });
    // what is run begins with a command
    const inside = (words: string) =>
      run(
        `--version > /dev/null; mkdir -p gone && cd gone && rmdir ../gone && modelforge ${words}`,
      );
    for (const words of ["info gpt-5 --json", "config show", "config history", "config path"])
      expect([words, inside(words).code]).toEqual([words, 0]);
    expect(inside("config path --project").code).toBe(7);
  });
});
