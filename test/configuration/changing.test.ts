import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";

let source: string;

beforeAll(() => {
  const { home } = createCommand({});
  source = join(home, "catalog.json");
  const models = ["gpt-5", "gpt-5-mini"].map((id) => wireModel(id));
  writeFileSync(source, JSON.stringify(wireCatalog(wireProvider("openai", models))));
});

function commandWith(text?: string): { command: Command; file: string; said(): string } {
  const command = createCommand({ MODELFORGE_URL: source });
  const file = join(command.home, ".config/model-forge/config.json");
  if (text !== undefined) {
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
  return { command, file, said: () => readFileSync(file, "utf8") };
}

interface Changed {
  changes: { file: string; diff: string }[];
  notes: string[];
}

describe("config set, unset, use and alias", () => {
  it("print where a file is, be it there or not", () => {
    const { command, file } = commandWith();
    expect(command.run(["config", "path"]).stdout).toBe(`${file}\n`);
    const ran = command.shellIn(
      command.home,
      "mkdir p && cd p && modelforge config path --project --json",
    );
    const path = join(command.home, "p/.model-forge/config.json");
    expect(answerOf(ran).result).toEqual({ path, exists: false });
    expect(command.shellIn(command.home, "modelforge config path --project").code).toBe(7);
  });

  it("change one value and say which file", () => {
    const text = '{\n  // often enough\n  "catalog": { "ttl": "1h" },\n}\n';
    const { command, file, said } = commandWith(text);
    const ran = command.run(["config", "set", "catalog.ttl", "6h"]);
    expect(ran).toEqual({ code: 0, stdout: `changed ${file}\n`, stderr: "" });
    expect(said()).toBe(text.replace("1h", "6h"));
    const again = command.run(["config", "set", "catalog.ttl", "6h"]);
    expect(again).toEqual({ code: 0, stdout: "", stderr: "note: nothing had to be changed\n" });
  });

  it("with --dry-run show every line and write nothing", () => {
    const { command, file } = commandWith();
    const ran = command.run(["config", "use", "gpt-5", "--dry-run", "--json"]);
    const { changes } = answerOf<Changed>(ran).result;
    expect(changes.map((one) => one.file)).toEqual([file]);
    expect(changes[0]?.diff).toContain('+  "current": "openai/gpt-5"\n');
    expect(() => readFileSync(file)).toThrow("ENOENT");
    expect(command.run(["config", "history", "--json"]).stdout).toContain('"result":[]');
  });

  it("keep the ref of a model, whatever it was called, and an alias as it is", () => {
    const { command, said } = commandWith();
    expect(command.run(["config", "alias", "fast", "gpt-5-mini"]).code).toBe(0);
    expect(command.run(["config", "use", "gpt5"]).code).toBe(0);
    expect(JSON.parse(said())).toMatchObject({
      current: "openai/gpt-5",
      aliases: { fast: { model: "openai/gpt-5-mini" } },
    });
    expect(command.run(["config", "use", "fast"]).code).toBe(0);
    expect(JSON.parse(said())).toMatchObject({ current: "fast" });
    expect(command.run(["config", "get", "current", "--resolved"]).stdout).toBe(
      "openai/gpt-5-mini\n",
    );
  });

  it("take a model that the catalog lacks only where they are told to", () => {
    const { command, said } = commandWith();
    const refused = command.run(["config", "use", "my-fine-tune", "--json"]);
    expect([refused.code, errorOf(refused).code]).toEqual([3, "model.not-found"]);
    expect(errorOf(refused).hint).toContain("--unlisted takes my-fine-tune all the same");
    expect(command.run(["config", "use", "my-fine-tune", "--unlisted"]).code).toBe(0);
    expect(JSON.parse(said())).toMatchObject({ current: "my-fine-tune" });
  });

  it("say where another layer goes first", () => {
    const { command } = commandWith();
    const { notes } = answerOf<Changed>(
      command.run(["config", "use", "gpt-5", "--json"], { MODELFORGE_MODEL: "gpt-5-mini" }),
    ).result;
    expect(notes).toEqual(["MODELFORGE_MODEL is set: gpt-5-mini stays in use until it is unset"]);
  });

  it("write a project's file, and only what is for a project to say", () => {
    const { command } = commandWith();
    const project = join(command.home, "project");
    mkdirSync(join(project, ".git"), { recursive: true });
    const run = (line: string) => command.shellIn(project, `modelforge ${line}`);
    const file = join(project, ".model-forge/config.json");
    expect(run("config use gpt-5 --project").stdout).toBe(`changed ${file}\n`);
    expect(run("config get current").stdout).toBe("openai/gpt-5\n");
    const refused = run("config set catalog.source https://elsewhere.example --project");
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(readFileSync(file, "utf8")).not.toContain("elsewhere");
  });

  it.each([
    [
      ["config", "set", "catalog.ttl", "soon"],
      "catalog.ttl takes a time like 24h, 30m or 7d: soon",
    ],
    [["config", "set", "catalog.tttl", "1h"], "no setting catalog.tttl"],
    [["config", "set", "catalog", "1h"], "no setting catalog"],
    [["config", "alias", "Fast!", "gpt-5"], "Fast! is no name for an alias"],
    [["config", "alias", "fast"], "which model is fast to stand for?"],
    [["config", "rollback", "many"], "no change has the number many"],
  ])("refuse %j", (words, message) => {
    const { command, file } = commandWith();
    const ran = command.run([...words, "--json"]);
    expect([ran.code, ran.stdout, errorOf(ran).message]).toEqual([2, "", message]);
    expect(() => readFileSync(file)).toThrow("ENOENT");
  });

  it("refuse an alias of an alias", () => {
    const { command } = commandWith('{"aliases": {"fast": {"model": "openai/gpt-5"}}}');
    expect(command.run(["config", "alias", "quick", "fast"]).code).toBe(2);
  });

  it.each([
    ["set", ["config", "set", "current"]],
    ["use", ["config", "use", "--unlisted"]],
    ["alias", ["config", "alias", "fast", "--unlisted"]],
  ])("take no key: %s", (_, words) => {
    const { command, file } = commandWith("{}");
    const key = `sk-ant-${"a1b2".repeat(6)}`;
    const ran = command.run([...words, key]);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain("that looks like a key of Anthropic");
    expect(ran.stderr).toContain("modelforge auth login <provider> --key-stdin keeps it");
    expect(ran.stderr + readFileSync(file, "utf8")).not.toContain(key);
  });
});

describe("a ref that the catalog lacks", () => {
  const use = (model: string, source: Record<string, string>) => {
    const { command } = commandWith("{}");
    const ran = command.run(["config", "use", model, "--offline", "--json"], source);
    return { ran, said: () => command.run(["config", "get", "current"]).stdout };
  };

  it("is taken with a warning where the snapshot answers, for the model may be newer", () => {
    const { ran, said } = use("openai/gpt-99", { MODELFORGE_URL: "https://models.dev" });
    const told = answerOf<Changed>(ran).warnings.find(
      ({ code }) => code === "config.unknown-model",
    );
    expect(told?.message).toMatch(/no model openai\/gpt-99.*the model may be newer$/);
    expect(said()).toBe("openai/gpt-99\n");
  });

  it("is none where the catalog is young, and a bare name never is", () => {
    expect(use("openai/gpt-99", {}).ran.code).toBe(3);
    expect(use("gpt-99", { MODELFORGE_URL: "https://models.dev" }).ran.code).toBe(3);
  });
});

describe("what config set and alias refuse", () => {
  it.each([
    ["set catalog.source ftp://mirror.example", "catalog.source uses ftp"],
    ["set catalog.source http://mirror.example", "plain http is refused"],
    ["set aliases.Fast.model gpt-5", "Fast is no name for an alias"],
    ["set aliases.one.model one", "the alias one cannot stand for itself"],
    ["alias one one", "the alias one cannot stand for itself"],
    ["set aliases.two.model fast", "fast is an alias itself"],
    ["set current glpat-aB3dE5gH7jK9mN1pQ3sT", "that looks like a key of GitLab"],
    ["set catalog.source //me:pw@mirror.example", "that looks like an address with a name"],
  ])("%s", (words, message) => {
    const text = '{"aliases": {"fast": {"model": "openai/gpt-5"}}}';
    const { command, said } = commandWith(text);
    const ran = command.run(["config", ...words.split(" "), "--json"]);
    expect([ran.code, ran.stdout, said()]).toEqual([2, "", text]);
    expect(errorOf(ran).message).toContain(message);
    expect(ran.stderr).not.toContain("MODELFORGE_URL uses");
  });

  it("no name that holds dots", () => {
    const { command, said } = commandWith("{}");
    expect(command.run(["config", "set", "aliases.gpt.5.model", "openai/gpt-5"]).code).toBe(0);
    expect(JSON.parse(said())).toEqual({ aliases: { "gpt.5": { model: "openai/gpt-5" } } });
    expect(command.run(["config", "get", "aliases.gpt.5.model"]).stdout).toBe("openai/gpt-5\n");
  });

  it("no alias that is the id of a model, but say which is hidden", () => {
    const { command } = commandWith("{}");
    const ran = command.run(["config", "alias", "gpt-5", "gpt-5-mini", "--json"]);
    const { warnings } = answerOf<Changed>(ran);
    expect(warnings.map(({ code, message }) => [code, message])).toContainEqual([
      "config.alias-hides",
      "gpt-5 is the id of a model, too: alone it now means the alias, and openai/gpt-5 the model",
    ]);
  });
});

describe("what of a configuration does not count", () => {
  it("is in the warnings of an answer, and of a failure", () => {
    const key = `sk-ant-${"a1b2".repeat(6)}`;
    const { command, file } = commandWith(`{\n  "colour": "red",\n  "${key}": 1\n}`);
    const told = [
      ["config.unknown-key", `${file}:2: colour is no setting`],
      ["config.unknown-key", `${file}:3: … is no setting`],
    ];
    const ran = command.run(["config", "show", "--json"]);
    expect(answerOf(ran).warnings.map(({ code, message }) => [code, message])).toEqual(told);
    const failed = JSON.parse(command.run(["info", "none", "--json"]).stderr) as {
      error: { warnings: { code: string; message: string }[] };
    };
    const said = failed.error.warnings.map(({ code, message }) => [code, message]);
    expect(said.slice(0, 2)).toEqual(told);
    const drawn = command.run(["config", "get", "catalog.ttl"]);
    expect(drawn.stderr.match(/colour is no setting/g)).toHaveLength(1);
    expect(ran.stdout + drawn.stderr).not.toContain(key);
  });
});

describe("config history, diff and rollback", () => {
  it("take five mixed changes back one by one, and forward again", () => {
    const { command, said } = commandWith("{}\n");
    const states = [said()];
    for (const line of [
      "set catalog.ttl 1h",
      "use gpt-5",
      "alias fast gpt-5-mini",
      "unset catalog.ttl",
      "alias fast --remove",
    ]) {
      expect([line, command.run(["config", ...line.split(" ")]).code]).toEqual([line, 0]);
      states.push(said());
    }
    const history = answerOf<{ number: number; command: string }[]>(
      command.run(["config", "history", "--json"]),
    ).result;
    expect(history.map((one) => one.command)).toEqual([
      "config alias fast --remove",
      "config unset catalog.ttl",
      "config alias fast gpt-5-mini",
      "config use gpt-5",
      "config set catalog.ttl 1h",
    ]);
    expect(command.run(["config", "diff", "3"]).stdout).toContain('+    "fast": {');
    // a rollback is a change itself: each is taken back by the next
    for (const count of [1, 1, 2, 1, 3, 1, 4, 1, 5, 1]) {
      const before = states.at(-1 - count);
      expect(command.run(["config", "rollback", String(count)]).code).toBe(0);
      expect([count, said()]).toEqual([count, before]);
      // two that undo each other leave nothing to change
      if (said() !== states.at(-1)) states.push(said());
    }
  });

  it("with --project show and take back the project's changes alone", () => {
    const { command } = commandWith("{}\n");
    const inProject = (words: string) =>
      command.shellIn(command.home, `mkdir -p p && cd p && modelforge config ${words}`);
    for (const words of ["use gpt-5 --project", "use gpt-5-mini"])
      expect(inProject(words).code).toBe(0);
    const own = answerOf<{ number: number; files: string[] }[]>(
      inProject("history --project --json"),
    ).result;
    const path = join(command.home, "p/.model-forge/config.json");
    expect(own).toMatchObject([{ number: 1, files: [path] }]);
    expect(inProject("diff --project").stdout).toContain('+  "current": "openai/gpt-5"');
    expect(inProject("rollback --project").code).toBe(0);
    expect(inProject("get current").stdout).toBe("openai/gpt-5-mini\n");
  });

  it("bring a file back that was broken by hand", () => {
    const { command, file, said } = commandWith("{}\n");
    command.run(["config", "set", "catalog.ttl", "1h"]);
    const good = said();
    writeFileSync(file, "{ broken");
    expect(command.run(["list"]).code).toBe(7);
    expect(command.run(["config", "history"]).stdout).toContain("by hand");
    expect(command.run(["config", "rollback"]).code).toBe(0);
    expect(said()).toBe(good);
    expect(command.run(["config", "rollback"]).code).toBe(0);
    expect(said()).toBe("{ broken");
  });

  it("say how many there are where there are fewer", () => {
    const { command } = commandWith("{}\n");
    const ran = command.run(["config", "rollback", "3", "--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([3, "no change 3 is noted"]);
  });
});
