import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand, type Ran } from "../cli/command.ts";
import { runLibrary } from "../cli/library.ts";

const offline = { MODELFORGE_OFFLINE: "1" };
const list = ["list", "--limit", "1", "--json"];

/** Starts a command in a directory that has been removed. */
const inGone = [
  "sh",
  "-c",
  'mkdir "$HOME/gone" && cd "$HOME/gone" && rmdir "$HOME/gone" && exec "$@"',
  "sh",
];

function expectNamed(ran: Ran, name: string): void {
  expect(ran).toMatchObject({ code: 7, stdout: "" });
  expect(ran.stderr).toContain(
    `error: ${name}: rel.json is a relative path, and the working directory is gone\nhint: change to a directory that exists, or write an absolute path\n`,
  );
  expect(ran.stderr).not.toContain("    at ");
}

describe("in a working directory that has been removed", () => {
  it.each(["MODELFORGE_CACHE_DIR", "MODELFORGE_STATE_DIR", "MODELFORGE_URL"])(
    "a relative path in %s is named, with what is gone",
    async (variable) => {
      const command = createCommand(offline);
      const args = ["list", "--limit", "1"];
      expectNamed(await command.ask(args, { [variable]: "rel.json" }, inGone), variable);
    },
  );

  it("a relative path after --prompt-file is named, with what is gone", async () => {
    const args = ["cost", "openai/gpt-5", "--prompt-file", "rel.json"];
    expectNamed(await createCommand(offline).ask(args, {}, inGone), "--prompt-file");
  });

  it.each(["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"])(
    "a relative path in %s is named where certificates are read, with what is gone",
    async (variable) => {
      const source = { MODELFORGE_URL: "https://127.0.0.1:9", [variable]: "rel.pem" };
      const ran = await createCommand({}).ask(["refresh-cache"], source, inGone);
      expect(ran.code).toBe(7);
      expect(ran.stderr).toContain(
        `rel.pem, named by ${variable} (a relative path, and the working directory is gone)\n`,
      );
    },
  );

  it("absolute paths and what needs no path work as ever", async () => {
    const command = createCommand(offline);
    expect(await command.ask(list, {}, inGone)).toMatchObject({ code: 0 });
    const prompt = join(command.home, "prompt.md");
    writeFileSync(prompt, "Tokens are counted.");
    const cost = ["cost", "openai/gpt-5", "--prompt-file", prompt];
    expect(await command.ask(cost, {}, inGone)).toMatchObject({ code: 0 });
    for (const args of [["--version"], ["list", "--help"], ["completion", "bash"]]) {
      const ran = await command.ask(args, {}, inGone);
      expect([args, ran.code, ran.stderr]).toEqual([args, 0, ""]);
    }
  });

  it("a program is told which option it is, and an absolute option makes up for a variable", async () => {
    const command = createCommand({ ...offline, MODELFORGE_CACHE_DIR: "rel" });
    const ran = await runLibrary(
      command,
      `import { mkdirSync, rmdirSync } from "node:fs";
      const gone = process.env.HOME + "/gone";
      mkdirSync(gone);
      process.chdir(gone);
      rmdirSync(gone);
      const cacheDirectory = process.env.HOME + "/cache";
      for (const options of [{ cacheDirectory: "mine" }, { cacheDirectory, source: "a.json" }, {}]) {
        const failure = await new ModelsDevClient(options).getCatalog().catch((error) => error);
        console.log(failure instanceof ModelForgeError, failure.code, failure.message);
      }
      console.log((await new ModelsDevClient({ cacheDirectory }).getCatalog()).origin);`,
    );
    const gone = (name: string, path: string): string =>
      `true file.not-found ${name}: ${path} is a relative path, and the working directory is gone\n`;
    expect(ran.stderr).toBe("");
    expect(ran.stdout).toBe(
      `${gone("cacheDirectory", "mine")}${gone("source", "a.json")}${gone("MODELFORGE_CACHE_DIR", "rel")}snapshot\n`,
    );
  });
});
