import { mkdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { filesWith } from "./files-with.ts";
import { setUp } from "./set-up.ts";

interface Row {
  provider: string;
  source: string | null;
  host: string | null;
  missing: string[];
  check: string | null;
  why: string | null;
}

const secret = "planted/Secret+0123456789abcdefghijklmn";

const withProfile = (region: string, environment: Record<string, string> = {}) => {
  const made = setUp({ AWS_PROFILE: "work", ...environment });
  const directory = join(made.command.home, ".aws");
  mkdirSync(directory);
  writeFileSync(join(directory, "config"), `[profile work]\n${region}\n`);
  writeFileSync(
    join(directory, "credentials"),
    `[work]\naws_access_key_id = AKIAPLANTEDPLANTED00\naws_secret_access_key = ${secret}\n`,
  );
  const configured = () =>
    made.command.run(["providers", "--configured", "--fields", "id", "--format", "csv"]).stdout;
  const rows = (...words: string[]) =>
    answerOf<Row[]>(made.command.run(["auth", "status", ...words, "--json"])).result;
  return { ...made, configured, rows };
};

describe("a credential of a cloud's own", () => {
  it("is shown where it is and counts, with nothing asked of it, and nothing of it is kept or shown", () => {
    const { command, configured, rows } = withProfile("region = eu-west-1");
    const host = "bedrock-runtime.eu-west-1.amazonaws.com";
    const row = { provider: "amazon-bedrock", source: "aws:profile/work", host, missing: [] };
    expect(rows()).toMatchObject([row]);
    expect(configured()).toBe("id\namazon-bedrock\n");
    expect(rows("amazon-bedrock", "--check")).toMatchObject([
      { ...row, check: "cannot tell", why: "its cloud's own programs sign in with it" },
    ]);
    const told = [
      command.run(["auth", "status", "--check", "--verbose"]),
      command.run(["auth", "token", "amazon-bedrock"]),
      command.run(["auth", "exec", "amazon-bedrock", "--", "true"]),
      command.run(["providers", "info", "amazon-bedrock", "--template"]),
    ];
    expect(told.map(({ code }) => code)).toEqual([0, 4, 4, 0]);
    expect(told[3]?.stdout).toContain(host);
    for (const { stdout, stderr } of told) {
      expect(stdout + stderr).not.toContain("planted");
      expect(stdout + stderr).not.toContain("AKIAPLANTED");
    }
    const left = filesWith(command.home, secret).map((path) => path.split("/").at(-1));
    expect(left).toEqual(["credentials"]);
  });

  it("lacks the region where none is said, or where what is said is none, and does not count", () => {
    const { configured, rows } = withProfile("output = json");
    expect(rows()).toMatchObject([{ source: "aws:profile/work", missing: ["AWS_REGION"] }]);
    expect(configured()).toBe("id\n");
    const odd = withProfile("region = evil.example");
    expect(odd.rows()).toMatchObject([{ host: null, missing: ["AWS_REGION"] }]);
    expect(odd.configured()).toBe("id\n");
  });

  it("is nothing in a pipe that nobody writes to, which is not waited for", () => {
    const { command } = setUp();
    const pipe = join(command.home, ".aws/config");
    mkdirSync(join(command.home, ".aws"));
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const { code, stdout, stderr } = command.run(["auth", "status"]);
    expect([code, stdout, stderr.split("\n")[0]]).toEqual([0, "", `note: ${pipe} is no file`]);
  });
});
