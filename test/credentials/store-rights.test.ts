import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { key, setUp } from "./set-up.ts";

describe("a store that others may read", () => {
  it("is named with the way to end it, by every command that reads it", () => {
    const { command, piped, file, directory } = setUp();
    piped(key, "auth login openai --key-stdin");
    for (const [path, mode, right] of [
      [file, 0o644, "600"],
      [file, 0o640, "600"],
      [directory, 0o755, "700"],
    ] as const) {
      chmodSync(path, mode);
      for (const line of [
        "list",
        "list --json",
        "status",
        "status openai",
        "trust",
        "token openai",
        "exec openai -- true",
      ]) {
        const { code, stdout, stderr } = command.run(["auth", ...line.split(" ")]);
        expect([line, code]).toEqual([line, 0]);
        expect(`${stdout}${stderr}`, line).toContain(`chmod ${right} ${path}`);
      }
      chmodSync(path, right === "600" ? 0o600 : 0o700);
      expect(command.run(["auth", "list"]).stderr).toBe("");
    }
    chmodSync(file, 0o644);
    const { stderr } = piped(key, "auth login groq --key-stdin");
    expect(stderr).toBe(`note: until now other users could look into ${file}\n`);
    expect(command.run(["auth", "list"]).stderr).toBe("");
  });
});

describe("a store that may not be written", () => {
  it("is left as it is by every command that would change it", () => {
    const { command, piped, file, directory } = setUp();
    piped(key, "auth login openai --key-stdin");
    const before = readFileSync(file, "utf8");
    for (const content of [before, "no store"]) {
      writeFileSync(file, content);
      chmodSync(file, 0o400);
      for (const ran of [
        piped(key, "auth login groq --key-stdin"),
        command.run(["auth", "trust", "openai", "proxy.example", "--yes"]),
        ...(content === before ? [command.run(["auth", "logout", "openai"])] : []),
      ]) {
        expect([ran.code, ran.stdout]).toEqual([7, ""]);
        expect(ran.stderr).toContain(`chmod u+w ${file}`);
      }
      expect(readFileSync(file, "utf8")).toBe(content);
      expect(readdirSync(directory)).toEqual(["store.json"]);
      chmodSync(file, 0o600);
    }
  });
});

describe("a store that others may write", () => {
  it("does not count, and the message says how it comes", () => {
    const { command, piped, file, directory } = setUp({ OPENAI_API_KEY: key });
    piped(key, "auth login groq --key-stdin");
    chmodSync(file, 0o666);
    const status = command.run(["auth", "status"]);
    expect(status.stdout).not.toContain("groq");
    expect(status.stdout).toContain("env:OPENAI_API_KEY");
    expect(status.stderr).toContain("does not count: other users may write it");
    expect(piped(key, "auth login groq --key-stdin").code).toBe(7);
    expect(readdirSync(directory)).toEqual(["store.json"]);
  });
});
