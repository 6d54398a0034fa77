import { expect } from "vitest";
import type { Command, Ran } from "../cli/command.ts";

/** A flag before the command is none that the short way understands, and this one changes nothing here. */
export const wholeWay = (words: readonly string[]): string[] => ["--no-input", ...words];

/** How old a catalog is changes between two runs, and with `--refresh` among the lines when it was confirmed, too. */
export const ageless = (text: string): string =>
  text
    .replaceAll(/\d+ seconds? old|just now/g, "new")
    .replaceAll(/"ageSeconds":\s*\d+/g, '"ageSeconds":0')
    .replaceAll(/"fetchedAt":\s*"[^"]+"/g, '"fetchedAt":"…"');

export const agelessRan = ({ code, stdout, stderr }: Ran): Ran => ({
  code,
  stdout: ageless(stdout),
  stderr: ageless(stderr),
});

/** Runs each line the short way and by the whole command, and compares what came of it byte for byte. */
export async function expectSameBothWays(
  command: Command,
  lines: readonly (readonly string[])[],
  more: Record<string, string> = {},
): Promise<void> {
  const waiting = [...lines];
  const work = async (): Promise<void> => {
    for (let words = waiting.shift(); words !== undefined; words = waiting.shift()) {
      const short = await command.ask(words, more);
      const whole = await command.ask(wholeWay(words), more);
      expect({ words, ...agelessRan(short) }).toEqual({ words, ...agelessRan(whole) });
    }
  };
  await Promise.all([work(), work()]);
}
