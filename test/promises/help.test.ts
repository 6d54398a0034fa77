import { describe, expect, it } from "vitest";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { runCli } from "../../src/surfaces/cli/main.ts";
import type { Output, System } from "../../src/system/ports.ts";
import { createSystem } from "../../src/system/real/system.ts";
import { createCommand } from "../cli/command.ts";

const { run } = createCommand({ MODELFORGE_OFFLINE: "1" });

describe("the help of modelforge", () => {
  it("lists every command", () => {
    const { stdout } = run(["--help"]);
    for (const { path } of commandTable) {
      expect(stdout).toMatch(new RegExp(`^ {2}${path.replace(/^models /, "")} +\\w`, "m"));
    }
  });
});

describe("modelforge search", () => {
  it("shows 20 rows unless --limit says otherwise", () => {
    const rowsOf = (...args: string[]): number =>
      run(["search", "gpt", "--format", "jsonl", ...args])
        .stdout.trimEnd()
        .split("\n").length;
    expect([rowsOf(), rowsOf("--limit", "30")]).toEqual([20, 30]);
  });
});

describe("modelforge list", () => {
  it("begins with the newest of what makers sell where nothing is said", () => {
    const refs = (...order: string[]): string =>
      run(["list", "--format", "csv", "--fields", "ref", "--quiet", ...order]).stdout;
    expect(refs()).toBe(refs("--sort", "makers"));
    expect(refs()).not.toBe(refs("--sort", "ref"));
  });

  it("gives JSON with --json as with --format json, and a table by default", () => {
    const few = ["list", "--limit", "2", "--quiet"];
    const [one, other] = [["--json"], ["--format", "json"]].map((flags) => {
      const { catalog, ...rest } = JSON.parse(run([...few, ...flags]).stdout) as {
        catalog: object;
      };
      return { ...rest, catalog: { ...catalog, ageSeconds: 0 } };
    });
    expect(one).toEqual(other);
    expect(run(few).stdout).toBe(run([...few, "--format", "table"]).stdout);
  });
});

describe("an answer in JSON", () => {
  it("names its catalog where one was read, and none where none was", () => {
    const namesCatalog = (...args: string[]): boolean =>
      "catalog" in (JSON.parse(run([...args, "--json"]).stdout) as object);
    expect(
      [["list"], ["providers"], ["cache", "status"]].map((args) => namesCatalog(...args)),
    ).toEqual([true, true, true]);
    expect(
      [
        ["cache", "path"],
        ["cache", "verify"],
        ["cache", "history"],
      ].map((args) => namesCatalog(...args)),
    ).toEqual([false, false, false]);
  });
});

describe("a flag", () => {
  it("goes before the variable that says the same", () => {
    const maxBytesOf = (...flags: string[]): number =>
      (
        JSON.parse(
          run(["cache", "prune", ...flags, "--json"], { MODELFORGE_MAX_CACHE_SIZE: "99MB" }).stdout,
        ) as { result: { maxBytes: number } }
      ).result.maxBytes;
    expect([maxBytesOf(), maxBytesOf("--max-size", "98MB")]).toEqual([99_000_000, 98_000_000]);
    const never = { MODELFORGE_OFFLINE: "0", MODELFORGE_URL: "http://127.0.0.1:1" };
    expect(run(["list", "--offline"], never).stderr).toContain("the network is not to be asked");
  });
});

describe("--verbose", () => {
  it("says where the answer comes from", () => {
    const { stderr } = run(["list", "--limit", "1", "--verbose"]);
    expect(stderr).toMatch(/note: \d+ models of \d+ providers from \S+ .*\(snapshot, \d+ days old/);
  });
});

describe("cache status", () => {
  it("shows what answers, how old it is, and of when and whence the snapshot is", () => {
    const { stdout } = run(["cache", "status"]);
    expect(stdout).toMatch(/origin +snapshot\n +fetched +\S+ \(\d+ days old, stale;/);
    expect(stdout).toMatch(/snapshot +\d{4}-\d\d-\d\dT\S+ from \S+/);
  });

  it("shows what the last refresh ran into", () => {
    const unreachable = { MODELFORGE_OFFLINE: "", MODELFORGE_URL: "http://127.0.0.1:1" };
    expect(run(["refresh-cache"], unreachable).code).toBe(5);
    const { stdout } = run(["cache", "status"], unreachable);
    expect(stdout).toMatch(/last error +127\.0\.0\.1:1 refuses the connection/);
  });
});

describe("a defect", () => {
  it("ends with 1 and asks for a report", async () => {
    let said = "";
    const err: Output = {
      isTerminal: false,
      columns: undefined,
      rows: undefined,
      write: (text) => {
        said += String(text);
        return true;
      },
    };
    const real = createSystem();
    const broken: System = {
      ...real,
      terminal: { ...real.terminal, err },
      environment: {
        ...real.environment,
        get: () => {
          throw new TypeError("nobody thought of this");
        },
      },
    };
    expect(await runCli(broken, ["list", "--json"])).toBe(1);
    expect(JSON.parse(said)).toMatchObject({
      error: { code: "internal.bug", hint: "please report it with the command you ran" },
    });
  });
});
