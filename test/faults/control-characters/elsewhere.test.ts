import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { commandTable } from "../../../src/surfaces/cli/command-table.ts";
import { complete } from "../../../src/surfaces/cli/completion/complete.ts";
import { describeCommands } from "../../../src/surfaces/cli/completion/describe.ts";
import type { Http } from "../../../src/system/ports.ts";
import { createSystem } from "../../../src/system/real/system.ts";
import { type Captured, capture } from "./captured.ts";
import { expectClean } from "./clean-output.ts";
import { hostileWire } from "./hostile-wire.ts";
import { forged, payloads, uncleaned } from "./payloads.ts";

const home = mkdtempSync(join(tmpdir(), "modelforge-controls-elsewhere-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const harms = Object.entries(payloads).map(([name, payload], at) => {
  const directory = join(home, String(at));
  const environment = {
    HOME: directory,
    MODELFORGE_CACHE_DIR: join(directory, "cache"),
    MODELFORGE_STATE_DIR: join(directory, "state"),
  };
  mkdirSync(directory);
  return { name, payload, directory, environment };
});
type Harm = (typeof harms)[number];

/** Writes the harmful catalog into a directory and gives the variable that names it. */
function withCatalog({ payload, directory }: Harm) {
  const wire = hostileWire(payload);
  const path = join(directory, "api.json");
  writeFileSync(path, JSON.stringify(wire.document));
  writeFileSync(join(directory, "models.json"), JSON.stringify(wire.facts));
  return { wire, settings: { MODELFORGE_URL: path } };
}

/** Runs a line in a pipe and on a terminal. */
async function both(
  words: readonly string[],
  environment: Record<string, string>,
  more: { http?: Http } = {},
): Promise<Captured> {
  const onTerminal = await capture(words, { environment, isTerminal: true, ...more });
  expectClean(onTerminal, words, true);
  const ran = await capture(words, { environment, isTerminal: false, ...more });
  expectClean(ran, words, false);
  return ran;
}

const variables = [
  "MODELFORGE_URL",
  "MODELFORGE_TTL",
  "MODELFORGE_TIMEOUT",
  "MODELFORGE_MAX_CACHE_SIZE",
  "MODELFORGE_OFFLINE",
  "MODELFORGE_STATE_DIR",
  "COLUMNS",
  "TERM",
  "PAGER",
] as const;
const paths = ["MODELFORGE_CACHE_DIR", "XDG_CACHE_HOME", "HOME"] as const;

describe.each(harms)("$name", (harm) => {
  const { payload, directory, environment } = harm;

  it.each(variables)("in %s is not written", async (name) => {
    // a path of a file cannot hold a NUL, and no other variable either
    const harmful = `v${payload.replaceAll("\0", "")}v`;
    // a relative path would lead out of the home that is removed afterwards
    const value = name === "MODELFORGE_STATE_DIR" ? join(directory, harmful) : harmful;
    const { settings } = withCatalog(harm);
    for (const words of [["list"], ["cache", "status"], ["list", "--json"], ["refresh-cache"]]) {
      await both(words, { ...environment, ...settings, [name]: value });
    }
  });

  it.each(paths)(
    "in %s is not written to a terminal, and is a path like any other",
    async (name) => {
      const path = join(directory, `p${payload.replaceAll("\0", "")}p`);
      const { settings } = withCatalog(harm);
      const { MODELFORGE_CACHE_DIR: _, ...rest } = environment;
      const all = { ...rest, ...settings, [name]: path };
      for (const words of [
        ["list"],
        ["cache", "status"],
        ["cache", "clear"],
        ["cache", "path", "--json"],
      ]) {
        await both(words, all);
      }
      const isTerminal = { environment: all, isTerminal: true };
      expectClean(await capture(["cache", "path"], isTerminal), ["cache", "path"], true);
      const { stdout } = await capture(["cache", "path"], { environment: all, isTerminal: false });
      expect(stdout.startsWith(path)).toBe(true);
    },
  );

  it("from a server is not written, nor kept to be written later", async () => {
    const sent = payload.replaceAll(/[^\u0020-\u00ff]/g, "");
    const answers: [status: number, headers: Record<string, string>][] = [
      [302, { location: `https://elsewhere.example/${sent}` }],
      [302, { location: `h${sent}:` }],
      [200, { "content-type": `t${sent}`, etag: `"${sent}"` }],
      [200, { "content-type": "application/json", etag: `"${sent}"` }],
      [429, { "retry-after": sent }],
    ];
    for (const [status, headers] of answers) {
      const http = answering(status, headers, payload);
      await both(["refresh-cache"], environment, { http });
      const MODELFORGE_URL = `https://mirror.example/${payload}`;
      await both(["refresh-cache"], { ...environment, MODELFORGE_URL }, { http });
      await both(["refresh-cache", "--json"], environment, { http });
      await both(["list", "--refresh"], environment, { http });
      await both(["cache", "status"], { ...environment, MODELFORGE_OFFLINE: "1" });
      await both(["cache", "status", "--format=yaml"], { ...environment, MODELFORGE_OFFLINE: "1" });
    }
  });

  it("in what lies in the cache and beside it is not written", async () => {
    const { settings } = withCatalog(harm);
    const all = { ...environment, ...settings };
    expect((await capture(["list"], { environment: all, isTerminal: false })).code).toBe(0);
    const generations = join(sourceDirectory(directory), "generations");
    for (const name of namesOf(payload)) mkdirSync(join(generations, name));
    const error = { code: `c${payload}`, message: `m${payload}` };
    const note = { at: `a${payload}`, state: "failed", error };
    const notes = join(directory, "state", "catalog", basename(sourceDirectory(directory)));
    writeFileSync(join(notes, "last-refresh.json"), JSON.stringify(note));
    for (const words of [
      ["cache", "status"],
      ["cache", "history"],
      ["cache", "history", "--format", "csv"],
      ["cache", "history", "--format", "yaml"],
      ["cache", "history", "--json"],
      ["cache", "verify"],
      ["cache", "restore", "n"],
      ["cache", "prune", "--dry-run", "--max-size", "1B"],
    ]) {
      await both(words, all);
    }
    const { stdout } = await both(["cache", "status"], all);
    expect(stdout).toMatch(/last error +m/);
  });

  it("is not written in a conversation, from question to answer", async () => {
    const { wire, settings } = withCatalog(harm);
    const talk = ["discover", "--plain", "--status", "all", wire.model];
    for (const [answers, code] of [
      // what nobody could type is no name for a configuration
      [["1", "use"], 2],
      [["1", payload.replaceAll("\n", ""), "choose"], 0],
      [["1", "mark", "2", "compare"], 0],
      [["1", "offers"], 0],
      [[`${payload}x`, "quit"], 0],
    ] as const) {
      const setting = { environment: { ...environment, ...settings }, isTerminal: true, answers };
      const ran = await capture(talk, setting);
      expect([answers, ran.code]).toEqual([answers, code]);
      expectClean(ran, talk, true);
    }
  });

  it("stands in a suggested command as what it is, whoever pastes it into a shell", async () => {
    const { wire, settings } = withCatalog(harm);
    const all = { ...environment, ...settings };
    const answers = ["1", "mark", "2", "compare"];
    const setting = { environment: { ...all, NO_COLOR: "1" }, isTerminal: true, answers };
    const talk = ["discover", "--plain", "--status", "all", wire.model];
    const { stderr } = await capture(talk, setting);
    const [, line = ""] = /^note: (modelforge compare .*)$/m.exec(stderr) ?? [];
    expect(pasted(line).slice(0, 2)).toEqual(["compare", expect.stringContaining("F1.")]);
    const searched = `zz ${payload} zz`.replaceAll(/\0|\p{Cs}/gu, "");
    const lost = await capture(["discover", searched, "--no-input"], setting);
    const [, hint = ""] = /without one: (.*)$/m.exec(lost.stderr) ?? [];
    expect(pasted(hint)).toEqual(["search", searched]);
    const usageless = await capture(["cost", searched], setting);
    const [, cost = ""] = /hint: (modelforge cost .*)$/m.exec(usageless.stderr) ?? [];
    expect(pasted(cost).slice(0, 2)).toEqual(["cost", searched]);
  });

  it("is offered by no completion", async () => {
    const { wire, settings } = withCatalog(harm);
    const all: Record<string, string> = { ...environment, ...settings };
    await capture(["list"], { environment: all, isTerminal: false });
    const table = await describeCommands(commandTable);
    const machine = {
      ...createSystem(),
      environment: {
        get: (name: string) => all[name],
        home: all.HOME,
        names: () => [],
        currentDirectory: "/",
        platform: "linux",
      },
    };
    for (const words of [
      ["info", ""],
      ["info", "F"],
      ["info", `${wire.provider}/`],
      ["info", "old"],
      ["list", "--provider", ""],
      ["list", `--provider=${payload},`],
      ["list", "--provider", `${payload},F`],
      ["list", "--family", ""],
      ["info", "--provider", wire.provider, "--model", ""],
      [payload, ""],
    ]) {
      const offered = complete(machine, ["--", ...words], table).text;
      expect(offered.replaceAll(/\t/g, "")).not.toMatch(uncleaned);
      expect(offered).not.toMatch(forged);
    }
  });
});

/** The arguments that a shell hands to the command of a line; anything else the line ran would show. */
function pasted(line: string): string[] {
  const script = `modelforge() { printf '%s\\0' "$@"; }; FORGED() { printf 'forged\\0'; }; ${line}`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8" },
  });
  expect(stderr).toBe("");
  return stdout.split("\0").slice(0, -1);
}

function sourceDirectory(directory: string): string {
  const layout = join(directory, "cache", "v1");
  return join(layout, readdirSync(layout).find((name) => name.startsWith("file-")) ?? "");
}

/** Names of files that hold a text: none may be long, and none holds a NUL. */
function namesOf(payload: string): string[] {
  const characters = Array.from(payload.replaceAll(/\0|\p{Cs}/gu, ""));
  const count = Math.ceil(characters.length / 50);
  return Array.from(
    { length: count },
    (_, at) => `n${at}${characters.slice(at * 50, (at + 1) * 50).join("")}`,
  );
}

function answering(status: number, headers: Record<string, string>, body: string): Http {
  const answer = () =>
    Promise.resolve({
      status,
      headers: new Map(Object.entries(headers)),
      body: () => Promise.resolve(new TextEncoder().encode(body)),
      brotli: () => undefined,
      dispose: () => undefined,
    });
  return {
    get: answer,
    post: answer,
    proxyFor: () => undefined,
    close: () => Promise.resolve(),
  };
}
