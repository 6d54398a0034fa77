import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { hostileWire } from "../faults/control-characters/hostile-wire.ts";
import { questions } from "../faults/control-characters/questions.ts";
import { createCommand, type Ran } from "./command.ts";

const wire = hostileWire("");
const command = createCommand({});
const catalog = join(command.home, "api.json");
// in one place with the rest of what its processes are given
Object.assign(command.env, { MODELFORGE_URL: catalog });
const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");

const timeless = (text: string): string => text.replace(/"ageSeconds":\d+/, "");

/** Runs a line in a shell, `$0` standing for the command. */
function shell(words: readonly string[], redirection: string, before = ""): Ran {
  return command.shell(`${before} modelforge ${quoted(words)} ${redirection}`);
}

// what finds nothing has nothing to write
const finding = questions(wire).filter(({ words }) => !words.includes("--max-price"));
const asked = finding.flatMap(({ words, formats }) =>
  formats
    // nothing of that catalog is recommended: no line of it
    .filter((format) => format !== "jsonl" || words[0] !== "recommend")
    .map((format) => (format === "json" ? [...words, "--json"] : [...words, ...as(format)])),
);

function as(format: string): string[] {
  return format === "text" || format === "table" ? [] : ["--format", format];
}

beforeAll(() => {
  writeFileSync(catalog, JSON.stringify(wire.document));
  writeFileSync(join(command.home, "models.json"), JSON.stringify(wire.facts));
  expect(command.run(["list"]).code).toBe(0);
});

describe("the lines that are tried", () => {
  it("hold every command but the one that needs a terminal, and those that change the cache", () => {
    const tried = asked.map((words) => words.join(" "));
    const left = commandTable.filter(
      ({ path, aliases }) =>
        !tried.some((line) => [path, ...aliases].some((name) => line.startsWith(name))),
    );
    // the configuration with its features has tests of its own, and so have credentials
    const others = left
      .map(({ path }) => path)
      .filter((path) => !/^(?:config|features|auth) /.test(path));
    expect(others).toEqual(["discover", "cache restore", "cache clear"]);
  });
});

describe.skipIf(!existsSync("/dev/full"))("standard output that is full", () => {
  it(`is said in a sentence with exit 7, whichever of ${asked.length} commands and formats`, () => {
    for (const words of asked) {
      const { code, stderr } = shell(words, "> /dev/full");
      expect([words, code]).toEqual([words, 7]);
      if (words.includes("--json")) {
        const { error } = JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "") as {
          error: { code: string };
        };
        expect(error.code).toBe("file.unwritable");
      } else {
        expect(stderr).toMatch(/^error: cannot write to standard output: no space is left there$/m);
      }
      expect(stderr).not.toMatch(/^ +at |node:|ENOSPC:/m);
    }
  }, 120_000);

  it("loses no failure of another kind", () => {
    expect(shell(["info", "nope"], "> /dev/full").code).toBe(3);
    expect(shell(["lits"], "> /dev/full").code).toBe(2);
  });

  it("is no defect where standard error is full as well", () => {
    expect(shell(["list"], "> /dev/full 2> /dev/full")).toEqual({
      code: 7,
      stdout: "",
      stderr: "",
    });
  });
});

describe("standard output that takes a part", () => {
  it.each(["--json", "--format csv", "--format jsonl", "--format yaml"])(
    "is said with exit 7: list %s",
    (format) => {
      const file = join(command.home, "part");
      const words = ["list", "--status=all", ...format.split(" ").filter((word) => word !== "")];
      const whole = Buffer.from(command.run(words).stdout);
      // a file may grow to 1 kB
      const { code, stderr } = shell(words, `> '${file}'`, "ulimit -f 1;");
      expect([code, stderr]).toEqual([
        7,
        expect.stringContaining("the file may not become larger"),
      ]);
      const part = readFileSync(file);
      expect(part.length).toBe(1024);
      if (format !== "--json") expect(whole.subarray(0, 1024).equals(part)).toBe(true);
    },
  );

  it("is said where it is not open for writing", () => {
    const { code, stderr } = shell(["list"], "1< /dev/null");
    expect([code, stderr]).toEqual([7, expect.stringContaining("it is not open for writing")]);
  });

  it("is enough for a reader who has seen enough", () => {
    const line = "modelforge list --format jsonl --quiet | head -c 10; echo :${PIPESTATUS[0]}";
    const { stdout, stderr } = command.shell(line);
    expect([stdout.slice(10), stderr]).toEqual([":0\n", ""]);
  });

  it("is the null device where it is closed: Node opens that in its place", () => {
    expect(shell(["list", "--quiet"], ">&-")).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("standard error that cannot be written", () => {
  const ways = ["2>&-", ...(existsSync("/dev/full") ? ["2> /dev/full"] : []), "2< /dev/null"];
  const lines = [
    ["list", "--limit", "1"],
    ["list", "--limit", "1", "--verbose", "--json"],
    ["cost", "F", "--help"],
    ["info", "nope"],
    ["info", "nope", "--json"],
    ["lits"],
    ["cost"],
    ["cache", "clear"],
    ["cache", "restore", "nope"],
  ];

  it.each(ways)("loses no answer and changes no exit code: %s", (way) => {
    for (const words of lines) {
      const [usual, without] = [shell(words, ""), shell(words, way)];
      expect([words, without.code, without.stderr]).toEqual([words, usual.code, ""]);
      expect(timeless(without.stdout)).toBe(timeless(usual.stdout));
    }
  });
});
