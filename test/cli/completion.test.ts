import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seal, unseal } from "../../src/modelsdev/disk/sealed.ts";
import { realCodec } from "../../src/system/real/codec.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { type Command, copyOf, createCommand } from "./command.ts";

let standIn: StandIn;
let warm: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", Buffer.from(JSON.stringify(smallCatalog())));
  warm = createCommand({ MODELFORGE_URL: standIn.url, MODELFORGE_TTL: "1ms" });
  expect((await warm.ask(["refresh-cache"])).code).toBe(0);
});

afterAll(() => standIn.stop());

const refs = ["complete", "--", "info", "openai/"];

/** Everything in a directory but what V8 compiled. */
function filesOf(directory: string | undefined): string[] {
  if (directory === undefined || !existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" });
  return names.filter((name) => !/^code\b/.test(name));
}

describe("a completion", () => {
  it("is answered from the cache: without a request, a note or a refresh, stale as it may be", async () => {
    const command = copyOf(warm);
    const before = filesOf(command.env.MODELFORGE_STATE_DIR);
    const requests = standIn.requests.length;
    const { code, stdout, stderr } = await command.ask(refs);
    expect(stdout.split("\n")).toEqual([
      "openai/embed",
      "openai/gpt-5",
      "openai/large",
      "openai/small",
      "openai/vision",
      "",
    ]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(standIn.requests.length).toBe(requests);
    expect(filesOf(command.env.MODELFORGE_STATE_DIR)).toEqual(before);
  });

  it("takes an empty word as one, and --next for it", async () => {
    const empty = await warm.ask(["complete", "--", "cache", ""]);
    expect(empty.stdout).toContain("verify\t");
    expect((await warm.ask(["complete", "--next", "--", "cache"])).stdout).toBe(empty.stdout);
    expect((await warm.ask(["complete", "--next", "--"])).stdout).toContain("search\t");
    expect((await warm.ask(["complete"])).stdout).toContain("search\t");
  });

  it("is empty where no catalog is on disk, and neither fetches nor prepares one", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const requests = standIn.requests.length;
    expect(await command.ask(refs)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(standIn.requests.length).toBe(requests);
    expect(filesOf(command.env.MODELFORGE_CACHE_DIR)).toEqual([]);
    expect(filesOf(command.env.MODELFORGE_STATE_DIR)).toEqual([]);
    expect((await command.ask(["complete", "--", "lis"])).stdout).toContain("list\t");
  });

  it("comes from the snapshot where that has been prepared", () => {
    const command = createCommand({ MODELFORGE_OFFLINE: "1" });
    expect(command.run(["complete", "--", "info", "openai/gpt-4o"]).stdout).toBe("");
    command.run(["providers"]);
    const { stdout } = command.run(["complete", "--", "info", "openai/gpt-4o"]);
    expect(stdout.split("\n")).toContain("openai/gpt-4o");
  });

  it("comes from the snapshot for another source only where that is allowed", () => {
    const command = createCommand({ MODELFORGE_OFFLINE: "1" });
    command.run(["providers"]);
    const asked = ["complete", "--", "info", "openai/gpt-4o"];
    const known = command.run(asked).stdout;
    expect(known).toContain("openai/gpt-4o\n");
    for (const url of ["http://127.0.0.1:9", "https://mirror.example/api.json"]) {
      const other = { MODELFORGE_URL: url };
      expect([url, command.run(asked, other).stdout]).toEqual([url, ""]);
      expect(command.run(["complete", "--", "list", "--provider", "open"], other).stdout).toBe("");
      expect(command.run(["list"], other).code).toBe(5);
      const allowed = { ...other, MODELFORGE_ALLOW_SNAPSHOT: "1" };
      expect(command.run(asked, allowed).stdout).toBe(known);
      const typed = ["complete", "--", "info", "--allow-snapshot", "openai/gpt-4o"];
      expect(command.run(typed, other).stdout).toBe(known);
      // what answered once is there, and still is another source's
      expect(command.run(["list", "--limit", "1", "--allow-snapshot"], other).code).toBe(0);
      expect(command.run(asked, other).stdout).toBe("");
    }
  });

  it("is empty where the snapshot on disk is not the one that came with this version", () => {
    const command = createCommand({ MODELFORGE_OFFLINE: "1" });
    command.run(["providers"]);
    const shipped = join(command.env.MODELFORGE_CACHE_DIR ?? "", "v1/snapshot");
    const asked = ["complete", "--", "info", "openai/gpt-4o"];
    expect(command.run(asked).stdout).not.toBe("");
    const manifest = filesOf(shipped).find((name) => /prepared.*manifest\.json$/.test(name)) ?? "";
    const path = join(shipped, manifest);
    const found = unseal(readFileSync(path), realCodec) as { digest: string };
    writeFileSync(path, seal({ ...found, digest: `sha256:${"0".repeat(64)}` }, realCodec));
    expect(command.run(asked).stdout).toBe("");
  });

  it("is empty where the cache is damaged, and repairs nothing", async () => {
    const command = copyOf(warm);
    const cache = command.env.MODELFORGE_CACHE_DIR;
    const part = filesOf(cache).find((name) => name.endsWith("/refs.json")) ?? "";
    writeFileSync(join(cache, part), "x".repeat(3000));
    expect(await command.ask(refs)).toEqual({ code: 0, stdout: "", stderr: "" });
    const manifest = filesOf(cache).find((name) => name.endsWith("/manifest.json")) ?? "";
    rmSync(join(cache, manifest));
    expect(await command.ask(refs)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(filesOf(cache)).not.toContain(manifest);
  });

  it.each([
    { MODELFORGE_URL: "ftp://example.com" },
    { MODELFORGE_CACHE_DIR: "/dev/null" },
    { HOME: "", MODELFORGE_CACHE_DIR: "" },
  ])("says nothing of settings that mean nothing: %j", async (environment) => {
    const { code, stderr } = await warm.ask(refs, environment);
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("says nothing where the words mean nothing", async () => {
    for (const words of [
      ["no-such", ""],
      ["cache", "no-such", ""],
      ["info", "--no-such="],
    ]) {
      const answer = await warm.ask(["complete", "--", ...words]);
      expect(answer).toEqual({ code: 0, stdout: "", stderr: "" });
    }
  });
});

describe("modelforge completion", () => {
  it.each(["bash", "zsh", "fish", "powershell"])("prints the script for %s", (shell) => {
    const { code, stdout, stderr } = warm.run(["completion", shell]);
    expect(stdout).toContain("modelforge complete");
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("shows in its help how each script is installed", () => {
    const { stdout } = warm.run(["completion", "--help"]);
    for (const line of ["~/.bashrc", "~/.zshrc", "~/.config/fish/completions/", "$PROFILE"]) {
      expect(stdout).toContain(line);
    }
  });

  it("knows no other shell", () => {
    const { code, stderr } = warm.run(["completion", "csh"]);
    expect(code).toBe(2);
    expect(stderr).toContain("known: bash, zsh, fish, powershell");
  });
});
