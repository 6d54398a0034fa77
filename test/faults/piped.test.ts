import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyOf, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { inTime } from "../cli/under.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { type Filled, fill, priceOf } from "./one-life.ts";

const question = ["info", "openai/gpt-5", "--json"];
let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

describe("a catalog", () => {
  it.each(["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])("may come through %s", (path) => {
    const command = createCommand({ MODELFORGE_URL: path });
    const file = join(command.home, "catalog.json");
    writeFileSync(file, JSON.stringify(smallCatalog(7)));
    for (const how of [`cat ${file} |`, `< ${file}`]) {
      const [before, after] = how.endsWith("|") ? [how, ""] : ["", how];
      const ran = command.shell(`${before} modelforge ${question.join(" ")} ${after}`);
      expect([ran.code, ran.stderr, priceOf(ran)]).toEqual([0, "", 7]);
    }
  });

  it("may come from a process, for every command that reads one", () => {
    const command = createCommand({});
    const file = join(command.home, "catalog.json");
    writeFileSync(file, JSON.stringify(smallCatalog(7)));
    const slowly = `<(head -c 5000 ${file}; sleep 0.3; tail -c +5001 ${file})`;
    for (const words of [
      question.join(" "),
      "list --json",
      "search gpt --json",
      "compare openai/gpt-5 openai/small --json",
      "cost openai/gpt-5 --input 1k --json",
      "offers openai/gpt-5 --json",
      "recommend --json",
      "providers --json",
      "providers info openai --json",
      "cache status --json",
    ]) {
      const ran = command.shell(`MODELFORGE_URL=${slowly} modelforge ${words}`);
      expect([words, ran.code, ran.stderr]).toEqual([
        words,
        0,
        expect.not.stringMatching(/^(error|warning)/m),
      ]);
      expect([words, answerOf(ran).catalog.models]).toEqual([words, 60]);
    }
  });

  it("in a pipe that this process writes itself is refused, not waited for", async () => {
    const command = createCommand({});
    for (let descriptor = 3; descriptor < 40; descriptor += 1) {
      const variables = { MODELFORGE_URL: `/dev/fd/${descriptor}` };
      const ran = await command.ask(question, variables, inTime);
      expect([descriptor, ran.code]).toEqual([descriptor, 7]);
    }
  }, 120_000);

  it.each(["/dev/zero", "/dev/full", "/dev/null", "/dev/random", "/proc/kmsg", "/proc/self/mem"])(
    "is refused as %s, at once",
    async (path) => {
      const { ask } = createCommand({ MODELFORGE_URL: path });
      expect((await ask(question, {}, inTime)).code).toBe(7);
    },
  );

  it("of more than 256 MiB is named with the limit", async () => {
    const command = createCommand({});
    const file = join(command.home, "large.json");
    writeFileSync(file, "");
    truncateSync(file, 300 * 1024 ** 2);
    const ran = await command.ask(question, { MODELFORGE_URL: file }, inTime);
    expect([ran.code, errorOf(ran).code]).toEqual([7, "file.too-large"]);
    expect(errorOf(ran).message).toMatch(/large\.json holds more than 256 MiB/);
    const piped = command.shell(`MODELFORGE_URL=- modelforge list --json < ${file}`);
    expect([piped.code, errorOf(piped).message]).toEqual([7, expect.stringContaining("256 MiB")]);
    const endless = command.shell(
      `head -c 300M /dev/zero | MODELFORGE_URL=- modelforge list --json`,
    );
    expect([endless.code, errorOf(endless).code]).toEqual([7, "file.too-large"]);
  });
});

describe("a prompt", () => {
  const cost = (path: string): string =>
    `modelforge cost openai/gpt-5 --json --prompt-file ${path}`;

  it("may come through a pipe", () => {
    const command = copyOf(filled.command);
    for (const line of [
      `echo one two three | ${cost("-")}`,
      `echo one two three | ${cost("/dev/stdin")}`,
      cost("<(echo one two three)"),
    ]) {
      const ran = command.shell(line);
      expect([line, ran.code]).toEqual([line, 0]);
      expect(ran.stderr).toMatch(/: 4 tokens, /);
    }
  });

  it("of 600 MB, or without end, is named with the limit", () => {
    const command = copyOf(filled.command);
    const file = join(command.home, "prompt.txt");
    writeFileSync(file, "");
    truncateSync(file, 600_000_000);
    for (const line of [cost(file), `cat ${file} | ${cost("-")}`, `yes | ${cost("/dev/stdin")}`]) {
      const ran = command.shell(line);
      expect([line, ran.code, errorOf(ran).code]).toEqual([line, 7, "file.too-large"]);
      expect(errorOf(ran).message).toContain("16 MiB");
    }
  });

  it("that comes the same way as the catalog is refused: standard input can be read once only", () => {
    const command = createCommand({});
    const file = join(command.home, "catalog.json");
    writeFileSync(file, JSON.stringify(smallCatalog(7)));
    for (const [source, prompt] of [
      ["-", "-"],
      ["/dev/stdin", "-"],
      ["-", "/dev/fd/0"],
    ] as const) {
      for (const line of [
        `cat ${file} | MODELFORGE_URL=${source} ${cost(prompt)} --output 1`,
        `MODELFORGE_URL=${source} ${cost(prompt)} --output 1 < ${file}`,
      ]) {
        const ran = command.shell(line);
        expect([line, ran.code, errorOf(ran)]).toEqual([
          line,
          2,
          expect.objectContaining({
            code: "usage.bad-value",
            message: "standard input has been read already, and can be read once only",
          }),
        ]);
      }
    }
    const apart = `cat ${file} | MODELFORGE_URL=- ${cost("<(echo one two three)")} --output 1`;
    expect(command.shell(apart).code).toBe(0);
  });
});
