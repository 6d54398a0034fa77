import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partNames } from "../../src/catalog/prepared/parts.ts";
import { copyOf } from "../cli/command.ts";
import { runLibrary } from "../cli/library.ts";
import { heldUntil } from "../stand-in/answers.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { type Filled, fill, priceIn } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

const withFew = (files: number): string[] => ["sh", "-c", `ulimit -n ${files} && exec "$@"`, "sh"];

// what is open of the cache, as Linux tells
const count = `
import { readdirSync, readlinkSync } from "node:fs";
const open = () => readdirSync("/proc/self/fd").filter((fd) => {
  try { return readlinkSync("/proc/self/fd/" + fd).includes("/prepared/"); } catch { return false; }
}).length;`;

describe("a program with hundreds of clients that it never closes", () => {
  it("gets every answer with forty files, and nothing is open between questions", async () => {
    const command = copyOf(filled.command);
    const ran = await runLibrary(
      command,
      `${count}
      const clients = [];
      for (let at = 0; at < 300; at += 1) {
        const client = new ModelsDevClient({ offline: true });
        clients.push(client);
        const { price } = await client.getModelDetails("openai/gpt-5");
        if (price.input !== 2) throw new Error("wrong");
        if (at % 50 === 0) await client.searchModels("gpt");
      }
      await Promise.all(clients.map((client) => client.getModels()));
      console.log(open());`,
      withFew(40),
    );
    expect([ran.stderr, ran.stdout]).toEqual(["", "0\n"]);
  });

  it("may open a catalog with each, which is closed when nobody holds it any more", async () => {
    const command = copyOf(filled.command);
    const ran = await runLibrary(
      command,
      `${count}
      const { setFlagsFromString } = await import("node:v8");
      const { runInNewContext } = await import("node:vm");
      setFlagsFromString("--expose-gc");
      const collect = runInNewContext("gc");
      const turn = () => new Promise((resolve) => setImmediate(resolve));
      for (let at = 0; at < 60; at += 1) {
        const view = await new ModelsDevClient({ offline: true }).open();
        if (view.findModel("openai/gpt-5").price.input !== 2) throw new Error("wrong");
        collect();
        await turn();
      }
      for (let at = 0; at < 20; at += 1) { collect(); await turn(); }
      console.log(open());`,
      withFew(80),
    );
    expect(ran.stderr).toBe("");
    // the last one may still be on the stack
    expect(Number(ran.stdout)).toBeLessThanOrEqual(partNames.length + 2);
  });
});

describe("client.open()", () => {
  it("stays readable while its catalog is replaced, reduced or cleared away, until it is closed", async () => {
    const command = copyOf(filled.command);
    const ran = await runLibrary(
      command,
      `${count}
      const client = new ModelsDevClient({ offline: true });
      const view = await client.open();
      const held = open();
      await new ModelsDevCache().clear(true);
      console.log(view.findModel("openai/gpt-5").price.input, view.refs().slice(0, 3).length);
      client.close();
      console.log(held > 5, open());`,
    );
    expect([ran.stderr, ran.stdout]).toEqual(["", "2 3\ntrue 0\n"]);
  });

  it("is closed by using, too", async () => {
    const command = copyOf(filled.command);
    const ran = await runLibrary(
      command,
      `${count}
      const client = new ModelsDevClient({ offline: true });
      await client.open();
      client[Symbol.dispose]();
      client.close();
      console.log(open());`,
    );
    expect([ran.stderr, ran.stdout]).toEqual(["", "0\n"]);
  });
});

describe("a process that has no file left to open", () => {
  it("fails with a sentence, and quarantines nothing that is sound", async () => {
    const command = copyOf(filled.command);
    const ran = await runLibrary(
      command,
      `import { closeSync, openSync } from "node:fs";
      const client = new ModelsDevClient();
      await client.getModelDetails("openai/gpt-5");
      const taken = [];
      const takeAll = () => { try { for (;;) taken.push(openSync("/dev/null", "r")); } catch {} };
      const codes = new Set();
      for (let free = 0; free < 20; free += 1) {
        takeAll();
        for (let at = 0; at < free && taken.length > 0; at += 1) closeSync(taken.pop());
        for (const ask of [
          () => new ModelsDevClient().getModels(),
          () => {
            const opener = new ModelsDevClient();
            return opener.open().finally(() => opener.close());
          },
          () => new ModelsDevClient().getCatalog(),
          () => new ModelsDevClient().refresh(),
          () => new ModelsDevCache().prune(1e9),
          () => new ModelsDevCache().verify(),
        ]) {
          await ask().then(() => codes.add("answered"), (error) => {
            codes.add(error instanceof ModelForgeError ? error.code : String(error));
          });
        }
      }
      for (const one of taken) closeSync(one);
      console.log((await client.getModelDetails("openai/gpt-5")).price.input);
      console.log([...codes].sort().join());`,
      withFew(64),
    );
    expect(ran.stderr).toBe("");
    const [price, codes = ""] = ran.stdout.split("\n");
    expect(price).toBe("2");
    for (const code of codes.split(",")) {
      expect(code).toMatch(/^(answered|file\.unreadable|file\.unwritable|network\.[a-z-]+)$/);
    }
    const source = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source);
    expect(readdirSync(source)).not.toContain("quarantine");
    expect(readdirSync(join(source, "generations")).sort()).toEqual(
      [filled.generation, filled.older].sort(),
    );
    expect(await priceIn(command)).toBe(2);
  });

  it("is told of too many open files, also where a part of the library is what cannot be loaded", async () => {
    const command = copyOf(filled.command);
    const said = new Set<string>();
    // a part that was loaded once is at hand: each in a process of its own, with a few files more to open
    for (let free = 0; free < 6; free += 1) {
      for (const name of ["getCatalog", "open", "refresh", "getModels"]) {
        const ran = await runLibrary(
          command,
          `import { closeSync, openSync } from "node:fs";
          const client = new ModelsDevClient({ cacheDirectory: "empty-${free}-${name}", timeoutMs: 2_000 });
          const taken = [];
          try { for (;;) taken.push(openSync("/dev/null", "r")); } catch {}
          for (let at = 0; at < ${free}; at += 1) closeSync(taken.pop());
          const failure = await client.${name}().then(() => undefined, (error) => error);
          for (const one of taken) closeSync(one);
          console.log(failure === undefined ? "answered" : failure instanceof ModelForgeError ? failure.message : String(failure));`,
          withFew(64),
        );
        expect([free, name, ran.stderr, ran.stdout]).toEqual([
          free,
          name,
          "",
          expect.stringMatching(/^answered$|too many files open|EMFILE/m),
        ]);
        expect(ran.stdout).not.toMatch(/^Error|defect/);
        said.add(ran.stdout.trim());
      }
    }
    expect([...said]).toContain("this process has too many files open (EMFILE)");
  });

  it("releases its lock as soon as it can read again whose it is", async () => {
    const command = copyOf(filled.command);
    let release = (): void => undefined;
    standIn.requests.length = 0;
    standIn.order("/api.json", heldUntil(new Promise((resolve) => (release = resolve))));
    const lock = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source, "refresh.lock");
    const running = runLibrary(
      command,
      `import { closeSync, existsSync, openSync, writeFileSync } from "node:fs";
      const turn = () => new Promise((resolve) => setImmediate(resolve));
      const lock = ${JSON.stringify(lock)};
      const refreshed = new ModelsDevClient({ timeoutMs: 30_000 }).refresh().then(() => "done", (error) => error.code);
      while (!existsSync("asked")) await turn();
      const taken = [];
      try { for (;;) taken.push(openSync("/dev/null", "r")); } catch {}
      closeSync(taken.pop());
      writeFileSync("taken", "");
      taken.push(openSync("/dev/null", "r"));
      const outcome = await refreshed;
      const isStillHeld = existsSync(lock);
      for (const one of taken) closeSync(one);
      while (existsSync(lock)) await turn();
      console.log(outcome, isStillHeld);`,
      withFew(64),
    );
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
    };
    await until(() => standIn.requests.length > 0);
    writeFileSync(join(command.home, "asked"), "");
    await until(() => existsSync(join(command.home, "taken")));
    release();
    const ran = await running;
    expect([ran.stderr, ran.stdout]).toEqual([
      "",
      expect.stringMatching(/^file\.un(read|writ)able true$/m),
    ]);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
  });
});
