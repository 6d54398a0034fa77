import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { runLibrary } from "../cli/library.ts";
import { status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow, flipBit } from "./harms.ts";
import { directoriesOf, type Filled, fill, priceIn } from "./one-life.ts";

const question = ["info", "openai/gpt-5", "--json"];
let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

beforeEach(() => {
  standIn.order("/api.json");
  standIn.serve("/api.json", smallCatalog(2));
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

/** Ways to lose the generation that answers while its pointer is young. */
const losses: [name: string, lose: (directory: string) => void][] = [
  ["whose directory is gone", (directory) => rmSync(directory, { recursive: true })],
  [
    "whose directory is empty",
    (directory) => {
      for (const name of readdirSync(directory)) rmSync(join(directory, name));
    },
  ],
  [
    "that is beyond repair",
    (directory) => {
      for (const name of readdirSync(directory)) writeFileSync(join(directory, name), "x");
    },
  ],
  [
    "in which one bit of each file is flipped",
    (directory) => {
      for (const name of readdirSync(directory)) flipBit(join(directory, name));
    },
  ],
  [
    "whose parts and body have a flipped bit in every byte under a whole manifest",
    (directory) => {
      for (const name of readdirSync(directory)) {
        const path = join(directory, name);
        if (name !== "manifest.json")
          writeFileSync(
            path,
            readFileSync(path).map((byte) => byte ^ 4),
          );
      }
    },
  ],
];

function losing(lose: (directory: string) => void, and: "and all others" | "alone"): Command {
  const command = copyOf(filled.command);
  const source = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source);
  for (const directory of directoriesOf(filled.generation)) lose(join(source, directory));
  if (and === "and all others") {
    for (const directory of directoriesOf(filled.older)) {
      rmSync(join(source, directory), { recursive: true });
    }
  }
  return command;
}

describe.each(losses)("a catalog %s", (_, lose) => {
  it.each(["and all others", "alone"] as const)(
    "(%s) is fetched once, and answers",
    async (and) => {
      const command = losing(lose, and);
      standIn.serve("/api.json", smallCatalog(3));
      for (let times = 0; times < 3; times += 1) {
        const ran = await command.ask(question);
        expect(answerOf(ran)).toMatchObject({ result: { price: { input: 3 } } });
        if (times > 0) expect(ran.stderr).toBe("");
      }
      expect(standIn.count("/api.json", 200)).toBe(1);
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      expect((await command.ask(["cache", "verify"])).stdout).toMatch(
        /^\d generations? (is|are) as /,
      );
    },
  );

  it("is the failure where its source fails and nothing older is there: no snapshot of another", async () => {
    const command = losing(lose, "and all others");
    standIn.forever("/api.json", status(404));
    const ran = await command.ask(question);
    expect([ran.code, ran.stdout]).toEqual([5, ""]);
    expect(errorOf(ran).hint).toMatch(/--allow-snapshot answers from the snapshot of https:/);
    expect((await command.ask([...question, "--offline"])).code).toBe(5);
  });

  it("leaves the answer to an older generation where its source fails, which is said each time", async () => {
    const command = losing(lose, "alone");
    standIn.forever("/api.json", status(404));
    for (const flags of [["--offline"], [], ["--quiet"], ["--offline", "--quiet"]]) {
      const ran = await command.ask([...question, ...flags]);
      const { result, warnings } = answerOf(ran);
      expect(result).toMatchObject({ price: { input: 1 } });
      expect(warnings.map(({ code }) => code)).toContain("cache.older-generation");
      const said = await command.ask(["info", "openai/gpt-5", ...flags]);
      expect(said.stderr).toContain(filled.older);
    }
    // one that has just failed is not asked again by every command
    expect(standIn.count("/api.json")).toBe(1);
    standIn.order("/api.json");
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(await priceIn(command)).toBe(2);
  });
});

describe("which catalog answered, where it is not the one asked for,", () => {
  const nobody = "http://127.0.0.1:9/api.json";
  const missing = ["info", "no/such-model"];

  it("is said even under --quiet and where the answer is a failure", async () => {
    const allowed = createCommand({ MODELFORGE_URL: nobody, MODELFORGE_ALLOW_SNAPSHOT: "1" });
    const ran = await allowed.ask([...missing, "--quiet"]);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/^warning: this is not the catalog of http:\/\/127\.0\.0\.1:9/m);
    const json = await allowed.ask([...missing, "--json", "--quiet"]);
    expect(errorOf(json)).toMatchObject({
      code: "model.not-found",
      warnings: [{ code: "snapshot.other-source" }],
    });
  });

  it("is said of the snapshot of the source itself that does not know a model, with its age", async () => {
    const { ask } = createCommand({});
    const ran = await ask([...missing, "--offline"]);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/^warning: answered from the snapshot .* old; .*\nerror: no model/);
    const json = await ask([...missing, "--offline", "--json"]);
    expect(errorOf(json)).toMatchObject({ warnings: [{ code: "catalog.snapshot" }] });
  });

  it("is said of an older generation that does not know a model", async () => {
    const command = losing((directory) => rmSync(directory, { recursive: true }), "alone");
    const ran = await command.ask([...missing, "--offline", "--quiet", "--json"]);
    expect(ran.code).toBe(3);
    expect(errorOf(ran)).toMatchObject({ warnings: [{ code: "cache.older-generation" }] });
  });

  it("is the caller's to allow in the library, and refused without", async () => {
    const command = createCommand({});
    const ask = async (allowSnapshot: boolean) => {
      const options = JSON.stringify({ source: nobody, allowSnapshot, timeoutMs: 2_000 });
      const asked = await runLibrary(
        command,
        `const client = new ModelsDevClient(${options});
        const asked = await client.getCatalog().catch((error) => error);
        console.log(asked.origin ?? asked.code, asked.hint);`,
      );
      return asked.stdout;
    };
    expect(await ask(false)).toMatch(/^network\.unreachable .*--allow-snapshot/);
    expect(await ask(true)).toMatch(/^snapshot/);
  });
});

describe("cache restore", () => {
  it("is refused for a catalog in a file, which is what the file holds", async () => {
    const command = createCommand({});
    const file = join(command.home, "catalog.json");
    const names: string[] = [];
    for (const edition of [1, 2]) {
      writeFileSync(file, JSON.stringify(smallCatalog(edition)));
      const ran = await command.ask(question, { MODELFORGE_URL: file });
      names.push(answerOf(ran).catalog.digest.slice("sha256:".length, 20));
    }
    const restored = await command.ask(["cache", "restore", names[0] ?? "", "--json"], {
      MODELFORGE_URL: file,
    });
    expect([restored.code, errorOf(restored).code]).toEqual([2, "usage.bad-value"]);
    const answer = await command.ask(question, { MODELFORGE_URL: file });
    expect(answerOf(answer)).toMatchObject({ result: { price: { input: 2 } } });
    expect(filesBelow(command.env.MODELFORGE_CACHE_DIR).length).toBeGreaterThan(10);
  });
});
