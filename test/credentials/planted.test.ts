import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Command, Ran } from "../cli/command.ts";
import { setUp } from "./set-up.ts";

const key = "sk-p14nt3d+/0123456789ABCDEF";

/** What would be seen of it in any of its forms. */
const forms = [
  "p14nt3d",
  ...[0, 1, 2].map((before) =>
    Buffer.from("x".repeat(before) + key)
      .toString("base64")
      .slice(8, 28),
  ),
];

const finds = (text: string): boolean => forms.some((form) => text.includes(form));

/** Everything below the home but the store, and all that was said. */
function traces({ home }: Command, ran: readonly Ran[], store: string): string[] {
  const entries = readdirSync(home, { recursive: true, withFileTypes: true });
  const files = entries
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path, at) => entries[at]?.isFile() === true && path !== store);
  return [
    ...files.flatMap((path) => [path, readFileSync(path, "latin1")]),
    ...ran.flatMap(({ stdout, stderr }) => [stdout, stderr]),
  ];
}

const lines: string[][] = [
  ["auth", "status"],
  ["auth", "status", "--json"],
  ["auth", "status", "openai", "--verbose", "--json"],
  ["auth", "list", "--format", "yaml"],
  ["auth", "list", "--json", "--jq", "."],
  ["auth", "trust", "openai", "proxy.example", "--yes", "--json"],
  ["auth", "exec", "openai", "--", "true"],
  ["auth", "exec", "openai", "--", "no-such-program"],
  ["auth", "token", "openai", "--json"],
  ["auth", "login", "groq", "--from-env", "WRONG_KEY", "--json"],
  ["auth", "login", "openai", "--account", "no name", "--from-env", "RIGHT_KEY"],
  ["list", "--configured", "--limit", "1"],
  ["providers", "info", "openai"],
  ["config", "show", "--json"],
];

describe("a key", () => {
  it("is nowhere but in the store, whatever is asked, in success and in failure", async () => {
    const { command, piped, file } = setUp({ RIGHT_KEY: key, WRONG_KEY: `gsk_ ${key}` });
    expect(piped(key, "auth login openai --key-stdin").code).toBe(0);
    const ran: Ran[] = [];
    for (const line of lines) ran.push(await command.ask(line));
    ran.push(await command.ask(["auth", "status"], { OPENAI_API_KEY: key }));
    ran.push(await command.ask(["auth", "logout", "openai"]));
    for (const text of traces(command, ran, file)) expect(finds(text), text).toBe(false);
  });

  it("would be found: it is where it belongs, and where a program was told to print it", async () => {
    const { command, piped, file } = setUp();
    piped(key, "auth login openai --key-stdin");
    expect(finds(readFileSync(file, "utf8"))).toBe(true);
    expect(traces(command, [], "").some(finds)).toBe(true);
    const printing = ["auth", "exec", "openai", "--", "sh", "-c", "echo $OPENAI_API_KEY"];
    expect(finds((await command.ask(printing)).stdout)).toBe(true);
    expect(finds((await command.ask(["auth", "token", "openai"])).stdout)).toBe(true);
    expect(finds(Buffer.from(`me:${key}`).toString("base64"))).toBe(true);
  });

  it.each([
    "auth login openai KEY",
    "auth login KEY",
    "auth login openai --apikey=KEY",
    "auth login openai --apikey KEY",
    "auth login openai --api-key=KEY --bogus",
    "auth logn openai --api-key KEY",
    "auth login openai --account KEY --api-key x",
    "auth login openai --from-env KEY",
    "auth login openai --key-file KEY",
    "auth token KEY",
    "auth status KEY",
    "auth exec KEY -- true",
    "auth trust openai KEY --yes",
    "auth trust KEY proxy.example --yes",
    "auth logout KEY",
    "auth login openai --passphrase-fd KEY",
    "auth login -pKEY",
    "auth login openai SOME_NAME=KEY",
    "auth status openai,KEY",
    "auth status openai --provider KEY,groq --check",
    "auth exec KEY",
    "auth exec KEY sh -c true",
    "auth trust openai https://me:KEY@proxy.example --yes",
    "auth trust openai KEY --remove",
    "auth KEY",
    "auth list KEY",
  ])("is not repeated where it was typed in the wrong place: %s", async (line) => {
    const { command } = setUp();
    const words = line.split(" ").map((word) => word.replace("KEY", key));
    const ran = [await command.ask(words), await command.ask([...words, "--json"])];
    for (const text of traces(command, ran, "")) expect(finds(text), text).toBe(false);
  });

  it.each([
    ["of Anthropic", `sk-ant-api03-${"p14nt3d".repeat(15)}`],
    ["in capital letters", "SK-ANT-P14NT3D0123456789ABCDEF0123"],
    ["of hexadecimal digits", "0123456789abcdef".repeat(2)],
    ["of base64", "p14nt3dAbCd0123456789xyzXYZ/+q0w9e8r7=="],
    ["of AWS", "AKIAP14NT3D012345678"],
    ["that is a UUID", "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"],
    ["that is a token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwMTRudDNkIn0.c2lnbmF0dXJlMDEyMw"],
  ])("%s is not repeated where it was typed as a name", async (_, typed) => {
    const { command } = setUp();
    for (const line of ["login", "token", "logout", "status", "exec"]) {
      for (const more of [[], ["--json"], ["--verbose"]]) {
        const { code, stdout, stderr } = await command.ask(["auth", line, typed, ...more]);
        const at = `${line} ${more.join("")}`;
        expect([at, code === 0]).toEqual([at, false]);
        expect(`${stdout}${stderr}`.toLowerCase(), at).not.toContain(
          typed.slice(4, 20).toLowerCase(),
        );
      }
    }
  });

  it.each(["MODELFORGE_PASSPHRASE_FILE", "MODELFORGE_DATA_DIR", "MODELFORGE_ACCOUNT"])(
    "is not repeated where %s holds it",
    async (name) => {
      const { command, piped, file } = setUp();
      piped("another-key-0123456", "auth login groq --key-stdin");
      for (const value of [key, "sk-ant-p14nt3d-0123456789"]) {
        const ran: Ran[] = [];
        for (const line of ["status", "list", "token openai", "login xai --api-key x"]) {
          const words = ["auth", ...line.split(" ")];
          ran.push(await command.ask(words, { [name]: value }));
          ran.push(await command.ask([...words, "--json"], { [name]: value }));
        }
        const shown = ran.map(({ stdout, stderr }) => stdout + stderr).join("");
        expect(finds(shown), shown).toBe(false);
      }
      expect(finds(readFileSync(file, "utf8"))).toBe(false);
    },
  );

  it("stands in no arguments of a process but where it was typed on the line", async () => {
    const { command, piped } = setUp();
    piped(key, "auth login openai --key-stdin");
    // the program looks at its own line and at that of whoever started it
    const look = "cat /proc/$$/cmdline /proc/$PPID/cmdline | tr '\\0' ' '";
    const { stdout, code } = await command.ask(["auth", "exec", "openai", "--", "sh", "-c", look]);
    expect(code).toBe(0);
    expect(stdout).toContain("auth exec openai");
    expect(finds(stdout)).toBe(false);
  });
});
