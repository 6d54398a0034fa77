import { type ChildProcess, execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { type Command, createCommand, type Ran } from "./command.ts";

const document = wireCatalog(
  wireProvider("acme", [
    wireModel("one", { name: "O\u001b[31mne" }),
    wireModel("two", { name: "T\u001b]0;x\u0007wo" }),
  ]),
);

/** Once a process has said it on stderr. */
async function saying(child: ChildProcess, words: string): Promise<void> {
  let said = "";
  for await (const piece of child.stderr ?? []) {
    said += String(piece);
    if (said.includes(words)) return;
  }
  throw new Error(`it ended with ${said}`);
}

let command: Command;
let file: string;

beforeEach(() => {
  command = createCommand({});
  const catalog = join(command.home, "api.json");
  writeFileSync(catalog, JSON.stringify(document));
  command = createCommand({ MODELFORGE_URL: catalog });
  file = join(command.home, "out");
});

const list = ["list", "--fields", "ref", "--format", "csv", "--quiet"];

describe("--output-file", () => {
  it("has in the file what a pipe gets, and nothing on stdout", () => {
    const piped = command.run(["list"]);
    for (const words of [
      ["list", "-o", file],
      ["-o", file, "list", "--force"],
    ]) {
      const ran = command.run(words);
      expect([ran.code, ran.stdout]).toEqual([0, ""]);
      expect(ran.stderr).toContain(`note: written to ${file}\n`);
      expect(readFileSync(file, "utf8")).toBe(piped.stdout);
    }
  });

  it("leaves what is there alone unless told to replace it", () => {
    writeFileSync(file, "mine", { mode: 0o640 });
    const refused = command.run([...list, "-o", file, "--json", "--format", "json"]);
    expect([refused.code, refused.stdout]).toEqual([7, ""]);
    expect(JSON.parse(refused.stderr)).toMatchObject({
      error: { code: "file.unwritable", hint: "--force replaces it", details: { path: file } },
    });
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect(command.run([...list, "-o", file, "--force"])).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(file, "utf8")).toBe("ref\nacme/one\nacme/two\n");
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it("writes through a link, which stays one, and into what takes it as it comes", () => {
    const link = join(command.home, "link");
    writeFileSync(file, "");
    symlinkSync("out", link);
    expect(command.run([...list, "-o", link, "--force"]).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("acme/two");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(command.run([...list, "-o", "/dev/null"])).toMatchObject({ code: 0, stdout: "" });
    expect(command.run([...list, "-o", "-"]).stdout).toContain("acme/two");
  });

  it.each(["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "//dev/stdout", "/dev/fd/01"])(
    "takes %s for standard output, also where that is a file",
    (name) => {
      const line = `{ echo before; modelforge list -q -f csv --fields ref -o ${name}; } > ${file}`;
      expect(command.shell(line)).toMatchObject({ code: 0, stderr: "" });
      expect(readFileSync(file, "utf8")).toBe("before\nref\nacme/one\nacme/two\n");
    },
  );

  it("goes into a file that the shell has opened, behind what is in it", () => {
    const line = `{ echo before >&3; modelforge list -q -f csv --fields ref -o /dev/fd/3; } 3> ${file}`;
    expect(command.shell(line)).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(file, "utf8")).toBe("before\nref\nacme/one\nacme/two\n");
  });

  // what this process has open itself is nobody's to write into
  it
    .runIf(process.platform === "linux")
    .each([3, 4, 5, 6, 7, 9, 10, 11, 12, 15, 16, 17, 18, 19, 30])(
    "is refused where no shell has opened /dev/fd/%i",
    (number) => {
      const { code, stderr } = command.shell(
        `modelforge list -q --limit 1 -o /dev/fd/${number} </dev/null ${number}>&-`,
      );
      expect(code).toBe(7);
      expect(stderr).toContain(`nothing was opened under the number ${number}`);
    },
  );

  it("makes the file that a link leads to, where told to replace", () => {
    const link = join(command.home, "link");
    symlinkSync("out", link);
    expect(command.run([...list, "-o", link])).toMatchObject({ code: 7 });
    expect(command.run([...list, "-o", link, "--force"])).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(file, "utf8")).toContain("acme/two");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it("needs a name", () => {
    for (const words of [["-o", ""], ["--output-file="]]) {
      const ran = command.run([...list, ...words]);
      expect([ran.code, ran.stdout]).toEqual([2, ""]);
      expect(ran.stderr).toContain("does not understand");
    }
  });

  it("waits for a reader of a pipe, says so, and is ended by Ctrl-C", async () => {
    execFileSync("mkfifo", [file]);
    const words = ["list", "--format", "csv", "--fields", "ref", "-o", file];
    const child = command.start(words);
    await saying(child, "waiting for a reader");
    child.kill("SIGINT");
    await once(child, "close");
    expect(child.signalCode).toBe("SIGINT");
    const other = command.start(words);
    await saying(other, "waiting for a reader");
    const [text] = await Promise.all([readFile(file, "utf8"), once(other, "close")]);
    expect([other.exitCode, text]).toEqual([0, "ref\nacme/one\nacme/two\n"]);
  });

  it("is made by no command that fails, and says where nothing can be written", () => {
    expect(command.run(["info", "nobody/none", "-o", file]).code).toBe(3);
    expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
    const nowhere = join(command.home, "none", "out");
    const ran = command.run([...list, "-o", nowhere]);
    expect([ran.code, ran.stderr]).toEqual([
      7,
      `error: cannot write ${nowhere}: there is no directory ${join(command.home, "none")}\nhint: make it, or name another file\n`,
    ]);
    if (existsSync("/proc/self")) {
      // a directory that is there and takes no new names
      for (const path of ["/proc/out", "/dev/fd/out"]) {
        const refused = command.run([...list, "-o", path]);
        expect([refused.code, refused.stderr]).toEqual([
          7,
          `error: cannot write ${path}: no such file can be made there (ENOENT)\nhint: name another file\n`,
        ]);
      }
    }
    expect(command.run([...list, "-o", command.home, "--force"])).toMatchObject({ code: 7 });
    expect(command.run([...list, "--force"])).toMatchObject({ code: 2, stdout: "" });
    expect(command.run([...list, "-o"])).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("--jq", () => {
  it.each([
    [".result[].ref", "acme/one\nacme/two\n"],
    [".result | length", "2\n"],
    [".result | map(.ref) | @csv", '"acme/one","acme/two"\n'],
    [".result[] | [.ref, .provider] | @tsv", "acme/one\tacme\nacme/two\tacme\n"],
    ["def refs: .result[].ref; first(refs) # the first", "acme/one\n"],
    [".result[0].none", "null\n"],
    ["empty", ""],
    ["{a: .schema}", '{"a":"modelforge/v1"}\n'],
  ])("prints what %s gives of the document of --json", (filter, given) => {
    expect(command.run(["list", "-q", "--jq", filter])).toEqual({
      code: 0,
      stdout: given,
      stderr: "",
    });
  });

  it("gives nothing of a name that could change a terminal", () => {
    const { stdout } = command.run(["list", "-q", "--jq", ".result[].name, .result"]);
    // oxlint-disable-next-line no-control-regex -- what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    expect(stdout).toContain("One\nTwo\n");
  });

  it.each([
    [".result[", /syntax error, unexpected end of file/],
    ['error("no\u001b[2J")', /: no/],
    ['.result[].ref, error("late")', /late/],
    [".result.ref", /Cannot index array with string/],
    ['import "a" as a; .', /module not found/],
  ])("prints nothing where %j fails, and says in jq's words why", (filter, words) => {
    const { code, stdout, stderr } = command.run(["list", "-q", "--jq", filter]);
    expect([code, stdout]).toEqual([2, ""]);
    const { error } = JSON.parse(stderr) as { error: { code: string; message: string } };
    expect([error.code, error.message]).toEqual(["usage.bad-value", expect.stringMatching(words)]);
  });

  it("shows the filter nothing of the environment, and goes with no other format", () => {
    const { stdout } = command.run(["list", "-q", "--jq", "env"], { OPENAI_API_KEY: "sk-secret" });
    expect(stdout).toContain("{");
    expect(stdout).not.toContain("sk-secret");
    const apart = command.run(["list", "--jq", ".", "--format", "csv"]);
    expect([apart.code, apart.stdout]).toEqual([2, ""]);
    expect(apart.stderr).toContain("--jq filters JSON, and --format csv asks for another");
  });

  it("takes a whole catalog in and gives all of it", () => {
    const many = join(command.home, "many.json");
    const rows = Array.from({ length: 3_000 }, (_, at) => wireModel(`m${at}`));
    writeFileSync(many, JSON.stringify(wireCatalog(wireProvider("acme", rows))));
    const source = { MODELFORGE_URL: many };
    expect(command.run(["list", "-q", "--jq", ".result | length"], source).stdout).toBe("3000\n");
    const { stdout } = command.run(["list", "-q", "--jq", ".result[]"], source);
    expect(stdout.trimEnd().split("\n")).toHaveLength(3_000);
  }, 20_000);

  it("goes into a file, too", () => {
    expect(command.run(["list", "-q", "--jq", ".result[].ref", "-o", file]).stdout).toBe("");
    expect(readFileSync(file, "utf8")).toBe("acme/one\nacme/two\n");
  });
});

it("are flags of every command", () => {
  for (const { path } of commandTable) {
    const { code, stdout } = command.run([...path.split(" "), "--help"]);
    expect([path, code]).toEqual([path, 0]);
    for (const flag of ["--jq <filter>", "-o, --output-file <file>", "--force"]) {
      expect(stdout).toContain(flag);
    }
  }
});

describe("one letter", () => {
  it.each([
    [
      ["list", "-j", "-n", "1"],
      ["list", "--json", "--limit", "1"],
    ],
    [
      ["list", "-p", "acme", "-f", "csv"],
      ["list", "--provider", "acme", "--format", "csv"],
    ],
    [
      ["list", "-s", "ref", "-q"],
      ["list", "--sort", "ref", "--quiet"],
    ],
    [
      ["list", "-c", "tools", "-n1"],
      ["list", "--capability", "tools", "--limit=1"],
    ],
    [
      ["-q", "-j", "providers", "list"],
      ["--quiet", "--json", "providers", "list"],
    ],
  ])("%j is %j", (short, long) => {
    const [one, other] = [command.run(short), command.run(long)];
    expect(one.code).toBe(0);
    // a second may pass between the two
    const ageless = ({ stdout }: Ran) => stdout.replace(/"ageSeconds":\d+/, "");
    expect([ageless(one), one.stderr]).toEqual([ageless(other), other.stderr]);
  });
});
