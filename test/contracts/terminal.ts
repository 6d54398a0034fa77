import { afterEach, describe, expect, it } from "vitest";
import type { PromptKind } from "../../src/system/ports.ts";

interface Seen {
  isTerminal: boolean;
  columns?: number | undefined;
  rows?: number | undefined;
}

/** A program at a terminal or at pipes, and the person before it. */
export interface Conversation {
  look(): Promise<{ out: Seen; err: Seen; canPrompt: boolean; canTakeOver: boolean }>;
  /** The code of the failure where it fails. */
  write(to: "out" | "err", text: string): Promise<boolean | string>;
  prompt(question: string, how?: PromptKind): Promise<string | undefined>;
  page(text: string, command: string): Promise<boolean>;
  takeOver(): Promise<void>;
  release(): Promise<void>;
  /** Resolves once the program has been told of these keys. */
  hears(keys: string): Promise<void>;
  /** Resolves once the program has been told of another size. */
  feelsResize(): Promise<void>;
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Resolves once the person, or who reads the pipes, sees the text. */
  shows(text: string): Promise<void>;
  /** Nobody reads standard output any more. */
  stopReading(): Promise<void>;
  close(): Promise<void>;
}

/** What every machine's terminal does. */
export function contractOf(
  name: string,
  make: (at: "a terminal" | "pipes") => Promise<Conversation>,
): void {
  const open: Conversation[] = [];
  const start = async (at: "a terminal" | "pipes"): Promise<Conversation> => {
    const conversation = await make(at);
    open.push(conversation);
    return conversation;
  };
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  describe(`${name}, at a terminal`, () => {
    it("says that it is one and how large, also when that changes", async () => {
      const talk = await start("a terminal");
      const size = { isTerminal: true, columns: 100, rows: 30 };
      expect(await talk.look()).toEqual({
        out: size,
        err: size,
        canPrompt: true,
        canTakeOver: true,
      });
      await talk.takeOver();
      talk.resize(40, 12);
      await talk.feelsResize();
      expect((await talk.look()).out).toEqual({ isTerminal: true, columns: 40, rows: 12 });
      await talk.release();
    });

    it("shows what is written, wherever it is written to", async () => {
      const talk = await start("a terminal");
      expect(await talk.write("out", "grün on out\n")).toBe(true);
      expect(await talk.write("err", "said on err\n")).toBe(true);
      expect(await talk.write("out", "")).toBe(true);
      await talk.shows("grün on out");
      await talk.shows("said on err");
    });

    it.each([undefined, "plain", "masked", "choice"] as const)(
      "asks for a line (%s)",
      async (how) => {
        const talk = await start("a terminal");
        const answer = talk.prompt("remove it? ", how);
        await talk.shows("remove it? ");
        talk.type("yes, grün\r");
        expect(await answer).toBe("yes, grün");
        const second = talk.prompt("and this? ", how);
        await talk.shows("and this? ");
        talk.type("\r");
        expect(await second).toBe("");
      },
    );

    it.each([
      ["Ctrl-D", "\u0004", undefined],
      ["Ctrl-D", "\u0004", "plain"],
      ["Ctrl-C", "\u0003", undefined],
      ["Ctrl-C", "\u0003", "plain"],
      ["Ctrl-D", "\u0004", "masked"],
      ["Ctrl-C", "\u0003", "masked"],
      ["Ctrl-C", "\u0003", "choice"],
      ["Esc", "\u001b", "choice"],
      ["Esc and Enter", "\u001b\r", "choice"],
    ] as const)(
      "gives no line where the person ends the conversation with %s (%j, %s)",
      async (_, key, how) => {
        const talk = await start("a terminal");
        const answer = talk.prompt("remove it? ", how);
        await talk.shows("remove it? ");
        talk.type(key);
        expect(await answer).toBeUndefined();
      },
    );

    it("hands over every key while it is taken over, and lines again after that", async () => {
      const talk = await start("a terminal");
      await talk.takeOver();
      talk.type("q");
      await talk.hears("q");
      talk.type("\u001b[A\r");
      await talk.hears("q\u001b[A\r");
      await talk.release();
      const answer = talk.prompt("and now? ");
      await talk.shows("and now? ");
      talk.type("a line\r");
      expect(await answer).toBe("a line");
    });

    it("shows a text page by page, and says where there is no pager", async () => {
      const talk = await start("a terminal");
      expect(await talk.page("many lines", "cat")).toBe(true);
      await talk.shows("many lines");
      expect(await talk.page("many lines", "modelforge-no-such-pager")).toBe(false);
    });
  });

  describe(`${name}, at pipes`, () => {
    it("says that there is no terminal, and nobody to ask", async () => {
      const talk = await start("pipes");
      const seen = await talk.look();
      expect(seen).toMatchObject({ canPrompt: false, canTakeOver: false });
      for (const { isTerminal, columns, rows } of [seen.out, seen.err]) {
        expect([isTerminal, columns, rows]).toEqual([false, undefined, undefined]);
      }
    });

    it("writes to each of them", async () => {
      const talk = await start("pipes");
      expect(await talk.write("out", "an answer\n")).toBe(true);
      expect(await talk.write("err", "a note\n")).toBe(true);
      await talk.shows("an answer");
      await talk.shows("a note");
    });

    it("says that nobody reads any more, from then on", async () => {
      const talk = await start("pipes");
      await talk.stopReading();
      expect([await talk.write("out", "x"), await talk.write("out", "y")]).toEqual([false, false]);
      expect(await talk.write("err", "still heard")).toBe(true);
    });
  });
}
