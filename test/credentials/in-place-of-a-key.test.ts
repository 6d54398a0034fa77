import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesWith } from "./files-with.ts";
import { key, setUp } from "./set-up.ts";

const login = ["auth", "login", "openai", "--store", "file"];
const secret = "plainplain123456";

describe("auth login", () => {
  it.each([
    "$OPENAI_API_KEY",
    "OPENAI_API_KEY",
    "$env:OPENAI_API_KEY",
    "%OPENAI_API_KEY%",
    "{{key}}",
    "<your-key>",
    "YOUR_API_KEY",
    "your-api-key",
    "sk-...",
    "file:///etc/key",
    "/run/secrets/openai",
    "~/key.txt",
    "https://platform.openai.com/api-keys",
    "bw://x",
    "ref+vault://x",
    "doppler:x",
    "undefined",
    "null",
  ])("keeps nothing that stands in the place of a key: %s", (given) => {
    const { command, file } = setUp();
    const ran = command.run([...login, "--api-key", given, "--no-input"]);
    expect([ran.code, existsSync(file)]).toEqual([2, false]);
  });

  it.each(["not-needed", "lm-studio", "ollama", "AbC/d1+f/zz==", "/9j4AAQSkZJRgABAQAAAQ=="])(
    "keeps what may be one: %s",
    (given) => {
      const { command, token } = setUp();
      const ran = command.run([...login, "--api-key", given, "--no-input"]);
      expect([ran.code, token("openai")]).toEqual([0, `${given}\n`]);
    },
  );

  it("keeps no command with a key that is at hand among its words, or behind a flag", () => {
    const { command } = setUp({ OPENAI_API_KEY: secret });
    for (const word of [secret, `--token=${secret}`, `-p${key}`]) {
      const line = ["auth", "login", "openai", "--command", "--", "/bin/echo", word];
      const ran = command.run(line);
      expect([word, ran.code, ran.stderr.includes("looks like a key")]).toEqual([word, 2, true]);
    }
  });
});

describe("what a process has left that was killed while it wrote", () => {
  it.each<[string, string[]]>([
    ["auth login", [...login, "--api-key", key]],
    ["auth logout", ["auth", "logout", "openai"]],
  ])("holds keys, and goes with the next %s; what is somebody's stays", (_, line) => {
    const { command, directory } = setUp();
    expect(command.run([...login, "--api-key", key]).code).toBe(0);
    mkdirSync(directory, { recursive: true });
    for (const name of ["store.json.4711-4-x3k9q2.tmp", "store.json.tmp", "mine.txt"])
      writeFileSync(`${directory}/${name}`, secret);
    expect(command.run(line).code).toBe(0);
    const left = filesWith(command.home, secret).map((path) => path.split("/").at(-1));
    expect(new Set(left)).toEqual(new Set(["mine.txt", "store.json.tmp"]));
    expect(readdirSync(directory)).not.toContain("store.json.4711-4-x3k9q2.tmp");
  });
});
