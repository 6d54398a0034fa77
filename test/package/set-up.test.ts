import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const home = mkdtempSync(join(tmpdir(), "modelforge-set-up-"));
const { bin, engines, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  bin: Record<string, string>;
  engines: { node: string };
  scripts: Record<string, string>;
};
const environment = {
  PATH: process.env.PATH ?? "",
  HOME: home,
  MODELFORGE_OFFLINE: "1",
  npm_config_prefix: join(home, "global"),
  npm_config_audit: "false",
  npm_config_fund: "false",
};

function run(command: string, args: string[], cwd = root): string {
  return execFileSync(command, args, {
    cwd,
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("a checkout", () => {
  it("is set up by one command: from the lock file, built, with makers' newest in the end", () => {
    const [install, build, list = ""] = (scripts.setup ?? "").split(" && ");
    expect([install, build]).toEqual(["npm ci", "npm run build"]);
    const [command = "", ...args] = list.split(" ");
    const rows = run(command, args).trimEnd().split("\n").slice(1);
    expect(rows).toHaveLength(8);
    for (const row of rows)
      expect(row).toMatch(/^(anthropic|deepseek|google|mistral|openai|xai)\//);
    const days = rows.map((row) => / (20\d\d-\d\d(-\d\d)?) /.exec(row)?.[1] ?? row);
    expect(days).toEqual([...days].sort((a, b) => (a < b ? 1 : -1)));
  });

  it("says nothing beside these rows: the build's one line has said which catalog it is", () => {
    const [, , list = ""] = (scripts.setup ?? "").split(" && ");
    const options = { cwd: root, env: environment, encoding: "utf8" } as const;
    expect(spawnSync("sh", ["-c", list], options).stderr).toBe("");
  });

  it("checks at its publishing that the snapshot is new", () => {
    expect(scripts.prepublishOnly).toBe("npm run build -- --release");
    // what npm adds to a script's arguments is its last command's
    expect(scripts.build).toMatch(/ && node build\/finish-build\.mjs$/);
  });

  it("is tested by one command: built, checked, all tests", () => {
    expect(scripts.test).toBe("npm run build && npm run check && vitest run");
  });

  it("needs the Node that the pages name", () => {
    const pages = ["README.md", "docs/guide/getting-started.md"];
    for (const page of pages.map((name) => readFileSync(join(root, name), "utf8"))) {
      expect(page).toContain(`Node ${engines.node.replace(">=", "")} or newer`);
    }
  });

  it("has the command as npx modelforge and as node dist/bin.js", () => {
    expect(bin).toEqual({ modelforge: "dist/bin.js" });
    const version = run("node", ["dist/bin.js", "--version"]);
    expect(run("npx", ["--no-install", "modelforge", "--version"])).toBe(version);
  });

  it("has the command as plain modelforge after npm link", () => {
    run("npm", ["link", "--offline", "--ignore-scripts"]);
    const linked = join(home, "global", "bin", "modelforge");
    expect(run(linked, ["--version"], home)).toBe(run("node", ["dist/bin.js", "--version"]));
  });
});
