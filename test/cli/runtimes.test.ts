import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand, root } from "./command.ts";

const { run, home } = createCommand({ MODELFORGE_OFFLINE: "1" });

/** Runs the command where the runtime says of itself what is given. */
function runWhere(versions: Record<string, string>, args: readonly string[]) {
  const preload = join(home, `${Object.values(versions).join("-")}.cjs`);
  const said = JSON.stringify(versions);
  writeFileSync(
    preload,
    `Object.defineProperty(process, "versions", { value: { ...process.versions, ...${said} } });`,
  );
  return run(args, { NODE_OPTIONS: `--require ${preload}` });
}

describe("a Node that is too old", () => {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    engines: { node: string };
  };
  const oldest = engines.node.replace(">=", "");

  it.each(["18.20.8", "20.18.0", "20.9.0", "4.0.0"])("is named in one line: %s", (node) => {
    for (const args of [["--version"], ["info", "openai/gpt-4o"], ["complete", "--", "li"]]) {
      expect(runWhere({ node }, args)).toEqual({
        code: 2,
        stdout: "",
        stderr: `error: ModelForge needs Node ${oldest} or newer; this is ${node}\n`,
      });
    }
  });

  it.each([oldest, "20.18.2", "20.20.2", "22.0.0", "31.2.3"])("is not %s", (node) => {
    expect(runWhere({ node }, ["--version"]).code).toBe(0);
  });
});

describe("a runtime that is no Node", () => {
  it.each(["bun", "deno"])("gets the same answers, without kept code: %s", (name) => {
    for (const args of [
      ["list", "--limit", "3"],
      ["complete", "--", "li"],
      ["cache", "path"],
    ]) {
      expect(runWhere({ [name]: "1.0.0" }, args)).toEqual(run(args));
    }
  });
});
