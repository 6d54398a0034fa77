import { execFileSync } from "node:child_process";
import { copyFileSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Command, createCommand, root } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";

const wire = (edition: number): string => JSON.stringify(smallCatalog(edition));
const question = ["info", "openai/gpt-5", "--json"];

const priceIn = ({ run }: Command): number =>
  answerOf<{ price: { input: number } }>(run(question)).result.price.input;

describe("a catalog in a file", () => {
  it("is looked at by every command, and read again when its size or one of its times has changed", () => {
    const { home } = createCommand({});
    const path = join(home, "api.json");
    const command = createCommand({ MODELFORGE_URL: path });
    const put = (text: string, second: number): void => {
      writeFileSync(path, text);
      utimesSync(path, second, second);
    };
    put(wire(1), 1_700_000_000);
    expect(priceIn(command)).toBe(1);
    // of the same size and date: when it was changed is noted as well
    put(wire(2), 1_700_000_000);
    expect(priceIn(command)).toBe(2);
    put(wire(1), 1_700_000_001);
    expect(priceIn(command)).toBe(1);
    put(`${wire(3)} `, 1_700_000_001);
    expect(priceIn(command)).toBe(3);
  });

  it("is refused where it is larger than 256 MiB", () => {
    const { home, run } = createCommand({});
    const path = join(home, "large.json");
    writeFileSync(path, "");
    truncateSync(path, 256 * 1024 ** 2 + 1);
    const ran = run(question, { MODELFORGE_URL: path });
    expect([ran.code, errorOf(ran).code]).toEqual([7, "file.too-large"]);
    expect(errorOf(ran).message).toContain("256 MiB");
  });
});

describe("a catalog in a pipe", () => {
  it("is read each time as -, /dev/stdin and /dev/fd/3", () => {
    const { home, shell } = createCommand({});
    copyFileSync(join(root, "test/fixtures/docs-catalog.json"), join(home, "docs.json"));
    for (const line of [
      `cat "${home}/docs.json" | MODELFORGE_URL=- modelforge list --limit 1`,
      `cat "${home}/docs.json" | MODELFORGE_URL=/dev/stdin modelforge list --limit 1`,
      `MODELFORGE_URL=/dev/fd/3 modelforge list --limit 1 3< <(cat "${home}/docs.json")`,
    ]) {
      for (let times = 0; times < 2; times += 1) {
        const ran = shell(line);
        expect([line, ran.code, ran.stdout]).toEqual([
          line,
          0,
          expect.stringContaining("anthropic/claude"),
        ]);
      }
    }
  });

  it("or a device under any other name is refused, and nothing waits for it", () => {
    const { home, run } = createCommand({});
    const path = join(home, "fifo.json");
    execFileSync("mkfifo", [path]);
    for (const source of [path, "/dev/zero", "/dev/null"]) {
      const ran = run(question, { MODELFORGE_URL: source });
      expect([source, ran.code, errorOf(ran).code]).toEqual([source, 7, "file.unreadable"]);
    }
  });
});
