import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyOf } from "../cli/command.ts";
import { runLibrary } from "../cli/library.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { type Filled, fill, priceIn } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

/** WebAssembly wants ten gigabytes of address space for a page of memory; batch systems and shells allow less. */
const withLittle = ["sh", "-c", 'ulimit -v 8388608 && exec "$@"', "sh"];

describe("a process with eight gigabytes of address space", () => {
  it.each([[["info", "openai/gpt-5"]], [["list", "--sort", "price"]], [["cache", "verify"]]])(
    "answers as any other: %j",
    async (args) => {
      const command = copyOf(filled.command);
      const [usual, narrow] = [await command.ask(args), await command.ask(args, {}, withLittle)];
      expect(narrow).toEqual(usual);
      expect(narrow.code).toBe(0);
    },
  );

  it("gets the library's answers, too", async () => {
    const command = copyOf(filled.command);
    const script = `
      const { price } = await new ModelsDevClient({ offline: true }).getModelDetails("openai/gpt-5");
      console.log(price.input);`;
    const ran = await runLibrary(command, script, withLittle);
    expect([ran.stderr, ran.stdout]).toEqual(["", "2\n"]);
  });
});

/** Where V8 may not make code at run time there is no WebAssembly at all. */
const withoutJit = [
  "sh",
  "-c",
  'node="$1"; shift; exec "$node" --no-expose-wasm --jitless "$@"',
  "sh",
];

describe.each([
  ["with eight gigabytes of address space", withLittle],
  ["without WebAssembly", withoutJit],
])("a process %s", (_, under) => {
  it("asks the source as any other, for what is new and for what is not", async () => {
    const command = copyOf(filled.command);
    standIn.serve("/api.json", smallCatalog(3));
    const changed = await command.ask(["refresh-cache"], {}, under);
    expect([changed.stderr, changed.code]).toEqual(["", 0]);
    expect(await priceIn(command)).toBe(3);
    const { stdout, code } = await command.ask(["refresh-cache"], {}, under);
    expect([stdout, code]).toEqual([expect.stringContaining("has nothing newer"), 0]);
  });
});
