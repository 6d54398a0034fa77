import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand, type Ran } from "../cli/command.ts";
import { errorOf } from "../cli/envelope.ts";

// of no known form
const known = "correct-horse-battery-staple";
// shorter than the keys that are told in a text
const short = "sk-abc1234";

function commandWith(text?: string, environment: Record<string, string> = {}) {
  const command = createCommand(environment);
  const directory = join(command.home, ".config/model-forge");
  const file = join(directory, "config.json");
  if (text !== undefined) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, text);
  }
  return { command, directory, file };
}

/** Everything that a command left below a directory. */
function writtenBelow(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
}

/** Every place of a line in which a key may stand by mistake. */
const lines: readonly string[][] = [
  ["config", "set", "KEY", "x"],
  ["config", "set", "current", "KEY"],
  ["config", "set", "catalog.source", "KEY"],
  ["config", "set", "catalog.ttl", "KEY"],
  ["config", "set", "aliases.KEY.model", "openai/gpt-5"],
  ["config", "get", "KEY"],
  ["config", "unset", "KEY"],
  ["config", "use", "KEY"],
  ["config", "use", "KEY", "--unlisted"],
  ["config", "use", "openai/KEY", "--unlisted"],
  ["config", "alias", "KEY", "openai/gpt-5"],
  ["config", "alias", "fast", "KEY", "--unlisted"],
  ["config", "alias", "KEY", "--remove"],
  ["config", "rollback", "KEY"],
  ["config", "diff", "KEY"],
  ["config", "KEY"],
  ["features", "enable", "KEY"],
  ["features", "disable", "KEY"],
  ["info", "KEY"],
  ["list", "--provider", "KEY"],
];

describe("a key on the line of a command that takes none", () => {
  it.each(lines)("is repeated nowhere: %s %s %s %s", (...line) => {
    for (const more of [[], ["--json"]]) {
      const { command } = commandWith();
      const words = [...line, ...more].map((word) => word.replace("KEY", short));
      const { code, stdout, stderr } = command.run(words, { MODELFORGE_OFFLINE: "1" });
      expect(stdout + stderr).not.toBe("");
      expect([words, stdout.includes(short), stderr.includes(short)]).toEqual([
        words,
        false,
        false,
      ]);
      expect([words, writtenBelow(command.home).includes(short)]).toEqual([words, false]);
      // taking a value out that is not there is no failure
      expect([words, code === 0]).toEqual([words, line[1] === "unset"]);
    }
  });

  it("would be seen there otherwise", () => {
    const { stderr } = commandWith().command.run(["config", "get", "s-abc1234"]);
    expect(stderr).toContain("no setting s-abc1234");
  });
});

describe("a key that is at hand", () => {
  const refused = (ran: Ran): void => {
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(errorOf(ran).message).toBe(
      "that looks like a key that is at hand here; a configuration holds none",
    );
    expect(errorOf(ran).hint).toContain("modelforge auth login <provider> --key-stdin");
  };

  const lines = [
    ["config", "use", known, "--unlisted"],
    ["config", "alias", "fast", known, "--unlisted"],
    ["config", "set", "current", known],
    ["config", "set", "catalog.source", `https://mirror.example/${known}/api.json`],
  ];

  it.each(lines)("is refused, whatever its form, where a variable holds it: %s %s", (...line) => {
    const { command, file } = commandWith("{}");
    refused(command.run([...line, "--json"], { MY_TOKEN: known }));
    expect(readFileSync(file, "utf8")).toBe("{}");
  });

  it.each(lines)("is refused, whatever its form, where it is kept: %s %s", (...line) => {
    const { command, file } = commandWith("{}");
    const login = command.run(["auth", "login", "openai", "--from-env", "MINE", "--yes"], {
      MINE: known,
    });
    expect([login.code, login.stderr.includes(known)]).toEqual([0, false]);
    const ran = command.run([...line, "--json"]);
    refused(ran);
    expect(ran.stderr).not.toContain(known);
    expect(readFileSync(file, "utf8")).toBe("{}");
  });

  it("is found in a file, and shown by nothing that shows the file", () => {
    const text = `{\n  // ${known}\n  "current": "${known}",\n  "aliases": {"${known}": {"model": "x/y"}}\n}`;
    const { command } = commandWith(text, { OPENAI_API_KEY: known });
    for (const more of [[], ["--json"], ["--format", "sarif"], ["--format", "github"]]) {
      const { code, stdout, stderr } = command.run(["config", "validate", ...more]);
      expect([more, code, (stdout + stderr).includes(known)]).toEqual([more, 8, false]);
    }
    const { stdout: said } = command.run(["config", "validate", "--json"]);
    const { result } = JSON.parse(said) as { result: { code: string; line: number }[] };
    const found = result.filter(({ code }) => code === "config.secret").map(({ line }) => line);
    expect(found).toEqual([2, 3, 4]);
    for (const words of [["show"], ["show", "--json"], ["get", "current"], ["diff"]])
      expect(command.run(["config", ...words]).stdout).not.toContain(known);
  });
});

describe("config edit", () => {
  it("takes no key that was not there before, and keeps what was written", () => {
    const { command, directory, file } = commandWith("{}");
    for (const key of [known, short, `gsk_${"a1".repeat(12)}`]) {
      const editor = join(command.home, "editor");
      writeFileSync(editor, `#!/bin/sh\nprintf '{"current": "${key}"}' > "$1"\n`, { mode: 0o755 });
      const ran = command.run(["config", "edit", "--json"], { EDITOR: editor, MY_KEY: known });
      const { message, hint } = errorOf(ran);
      expect([ran.code, readFileSync(file, "utf8")]).toEqual([2, "{}"]);
      expect(message).toMatch(
        /^that looks like a key .*; .* is left as it was, and what you wrote/,
      );
      expect(hint).toContain("modelforge auth login");
      expect(ran.stderr + ran.stdout).not.toContain(key);
    }
    expect(readdirSync(directory)).toHaveLength(4);
  });

  it("takes what a file held already, that it may be mended line by line", () => {
    const { command, file } = commandWith(`{\n// ${short}\n}`);
    const editor = join(command.home, "editor");
    writeFileSync(editor, `#!/bin/sh\nprintf '{\n// ${short}\n}\n' > "$1"\n`, { mode: 0o755 });
    expect(command.run(["config", "edit"], { EDITOR: editor }).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(`{\n// ${short}\n}\n`);
  });
});

describe("what is a key by where it stands", () => {
  const places: [key: string, value: string][] = [
    ["providers.azure.values.AZURE_API_KEY", "no form of a key"],
    ["providers.a.values.MY_TOKEN", "abc"],
    ["providers.openai.models.m.parameters", '{"extra": {"api_key": "abc"}}'],
    ["providers.openai.models.m.parameters", '{"Authorization": "Basic abc"}'],
  ];

  it.each(places)("is refused by set and edit, and found in a file: %s %s", (key, value) => {
    const { command, file } = commandWith("{}");
    const ran = command.run(["config", "set", key, value, "--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([
      2,
      expect.stringContaining("would hold a key"),
    ]);
    expect(readFileSync(file, "utf8")).toBe("{}");
    const path = key.split(".");
    const kept: unknown = value.startsWith("{") ? JSON.parse(value) : value;
    const said = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), kept);
    const editor = join(command.home, "editor");
    writeFileSync(editor, `#!/bin/sh\ncat > "$1" <<'E'\n${JSON.stringify(said)}\nE\n`, {
      mode: 0o755,
    });
    expect(command.run(["config", "edit"], { EDITOR: editor }).code).toBe(2);
    writeFileSync(file, JSON.stringify(said));
    const { stdout } = command.run(["config", "validate", "--json"]);
    const { result } = JSON.parse(stdout) as { result: { code: string; message: string }[] };
    expect(result.filter(({ code }) => code === "config.secret")).toHaveLength(1);
  });

  it.each([
    ["providers.openai.baseUrl", `https://${"0123456789abcdef".repeat(2)}.x.example`],
    [`providers.${"0123456789abcdef".repeat(2)}.enabled`, "false"],
    ["current", `${"0123456789abcdef".repeat(2)}.abcDEF0123456789`],
  ])("is refused as a part of an address or a name: %s %s", (key, value) => {
    const { command, file } = commandWith("{}");
    expect(command.run(["config", "set", key, value]).code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("{}");
  });

  it("is no number of tokens", () => {
    const { command } = commandWith("{}");
    const set = ["config", "set", "providers.openai.models.m.parameters", '{"max_tokens": 100}'];
    expect(command.run(set).code).toBe(0);
  });
});

describe("config rollback", () => {
  it("takes nothing back where a key in the file keeps it from being noted", () => {
    const { command, file } = commandWith();
    command.run(["config", "set", "catalog.ttl", "3h"]);
    const text = readFileSync(file, "utf8").replace("{", `{ // gsk_${"a1".repeat(12)}`);
    writeFileSync(file, text);
    const ran = command.run(["config", "rollback", "--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([
      7,
      expect.stringContaining("nothing was taken back"),
    ]);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

describe("a key in a variable of ours", () => {
  it.each([
    ["MODELFORGE_TTL", short],
    ["MODELFORGE_URL", `https://127.0.0.1:1/${short}`],
    ["MODELFORGE_TIMEOUT", short],
    ["OPENAI_API_KEY", known],
  ])("is repeated by no command: %s", (name, value) => {
    const { command } = commandWith();
    for (const words of [
      ["list"],
      ["cache", "status"],
      ["info", known],
      ["list", "--provider", known],
    ])
      for (const more of [[], ["--json"]]) {
        const { stdout, stderr } = command.run([...words, ...more], { [name]: value });
        expect([words, `${stdout}${stderr}`.includes(value)]).toEqual([words, false]);
      }
  });
});
