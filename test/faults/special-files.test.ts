import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, truncateSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headOf } from "../../src/modelsdev/disk/names.ts";
import { copyOf, createCommand } from "../cli/command.ts";
import { errorOf } from "../cli/envelope.ts";
import { inTime } from "../cli/under.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow } from "./harms.ts";
import { type Filled, fill, priceOf } from "./one-life.ts";

const question = ["info", "openai/gpt-5", "--json"];
const servers: Server[] = [];
let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(async () => {
  for (const server of servers) server.close();
  await standIn.stop();
});

/** Things that are no file. */
const specials: [name: string, make: (path: string) => void | Promise<void>][] = [
  ["a named pipe", (path) => void execFileSync("mkfifo", [path])],
  ["a device without end", (path) => symlinkSync("/dev/zero", path)],
  [
    "a socket",
    async (path) => {
      const server = createServer();
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(path, resolve));
    },
  ],
];

describe.each(specials)("%s", (_, make) => {
  it("in the place of any file of cache and notes costs no answer, and nothing waits for it", async () => {
    const { home } = filled.command;
    const files = filesBelow(home)
      .filter((path) => /^(cache\/v1|state)\//.test(path))
      .filter((path) => !path.includes(headOf(filled.older)) || path.endsWith("wire.jsonl"));
    expect(files.length).toBeGreaterThan(15);
    await Promise.all([every(2, 0), every(2, 1)]);

    async function every(step: number, from: number): Promise<void> {
      for (const file of files.filter((_, at) => at % step === from)) {
        const command = copyOf(filled.command);
        const path = join(command.home, file);
        rmSync(path);
        await make(path);
        for (const args of [question, ["refresh-cache"], question]) {
          const ran = await command.ask(args, {}, inTime);
          // one in the place of the pointer is not replaced: what came is not kept
          const allowed = args[0] === "refresh-cache" ? [0, 7] : [0];
          expect([file, args, ran.code, ran.stderr]).toEqual([
            file,
            args,
            expect.toBeOneOf(allowed),
            expect.not.stringContaining("defect"),
          ]);
          if (args === question) expect([file, priceOf(ran)]).toEqual([file, 2]);
        }
        // what stands in the place of the pointer is nothing of ModelForge's that could be damaged
        const verified = await command.ask(["cache", "verify"], {}, inTime);
        expect([file, verified.code]).toEqual([file, 0]);
        if (file.endsWith("current.json")) expect(verified.stdout).toContain(`${path} is `);
      }
    }
  }, 300_000);

  it("is refused as a catalog and as a prompt, at once", async () => {
    const command = createCommand({});
    const path = join(command.home, "special.json");
    await make(path);
    const ran = await command.ask(question, { MODELFORGE_URL: path }, inTime);
    expect([ran.code, errorOf(ran).code]).toEqual([7, "file.unreadable"]);
    expect(errorOf(ran).message).toContain(path);
    const cost = ["cost", "openai/gpt-5", "--prompt-file", path, "--json"];
    const counted = await filled.command.ask(cost, {}, inTime);
    expect([counted.code, errorOf(counted).code]).toEqual([7, "file.unreadable"]);
  });
});

describe("a file of the cache that is larger than anything ever written", () => {
  it.each(["current.json", "manifest.json", "answers", "last-refresh.json", ".model-forge"])(
    "is not read into memory: %s",
    async (name) => {
      const command = copyOf(filled.command);
      for (const file of filesBelow(command.home).filter((path) => path.endsWith(name))) {
        truncateSync(join(command.home, file), 20_000_000_000);
      }
      for (const args of [question, ["refresh-cache"], question]) {
        const ran = await command.ask(args, {}, inTime);
        expect([args, ran.code, ran.stderr]).toEqual([
          args,
          0,
          expect.not.stringContaining("defect"),
        ]);
      }
    },
  );
});
