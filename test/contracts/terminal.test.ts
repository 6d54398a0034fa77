import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { buildProgram, fakeConversation, realConversation } from "./conversations.ts";
import { contractOf } from "./terminal.ts";

describe("this machine", () => {
  let built: Awaited<ReturnType<typeof buildProgram>>;
  beforeAll(async () => {
    built = await buildProgram();
  });
  afterAll(() => built.remove());

  contractOf("its terminal", (at) => realConversation(built.program, at));
});

describe("a machine made up", () => {
  contractOf("its terminal", fakeConversation);

  it("keeps what was asked, written and shown", async () => {
    const { terminal } = createFakeSystem({ terminal: { isTerminal: true } });
    terminal.type("y\rn\r");
    expect([await terminal.prompt("one? "), await terminal.prompt("two? ")]).toEqual(["y", "n"]);
    terminal.out.write(new TextEncoder().encode("ä"));
    await terminal.page("long", "less");
    expect(terminal.questions).toEqual(["one? ", "two? "]);
    expect([terminal.err.text, terminal.out.text]).toEqual(["one? two? ", "ä"]);
    expect(terminal.pages).toEqual([{ text: "long", command: "less" }]);
  });

  it("may have a terminal at some of its ends alone", () => {
    const { terminal } = createFakeSystem({ terminal: { isTerminal: { in: true, err: true } } });
    expect([terminal.canPrompt, terminal.canTakeOver]).toEqual([true, false]);
    expect([terminal.out.columns, terminal.err.columns]).toEqual([undefined, 80]);
  });

  it("may have no room behind standard output, or behind standard error", () => {
    const { terminal } = createFakeSystem();
    terminal.out.fail("ENOSPC");
    terminal.err.fail("ENOSPC");
    expect(() => terminal.out.write("x")).toThrow(
      /cannot write to standard output: no space is left there/,
    );
    expect([terminal.out.write("x"), terminal.err.write("x")]).toEqual([false, false]);
  });
});
