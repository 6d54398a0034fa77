import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { atClock } from "../cli/clock.ts";
import { createCommand, type Command } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

export const source = "/api.json";
export const question = ["info", "openai/gpt-5", "--json"];
export const second = 1_000;
export const day = 86_400 * second;
// it goes on from one command to the next, as one that was set in the morning does
export const in2001 = `-${Math.round((Date.now() - Date.UTC(2001, 0)) / day)}d`;
export const ahead: [name: string, clock: string][] = [
  ["five minutes", "+5m"],
  ["a day", "+1d"],
  ["ten years", "+3653d"],
];

// who tries something in the background says so
export const inBackground = { MODELFORGE_FEATURE_BACKGROUND_REFRESH: "1" };
export const newCommand = (more: Record<string, string> = {}): Command =>
  createCommand({
    MODELFORGE_URL: standIn.url,
    MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
    ...more,
  });

export let standIn: StandIn;
export let filled: Command;

/** The server of a test file and a home filled from it, and what each of its tests begins with. */
export function withClocks(): void {
  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.serve(source, smallCatalog(1));
    filled = newCommand();
    expect((await filled.ask(["refresh-cache"])).code).toBe(0);
  });
  beforeEach(() => {
    standIn.order(source);
    standIn.serve(source, smallCatalog(1));
    standIn.requests.length = 0;
  });
  afterAll(() => standIn.stop());
}

/** Requests for the catalog since they were last counted. */
export function requests(): number {
  const count = standIn.count(source);
  standIn.requests.length = 0;
  return count;
}

/** An empty home whose first refresh ran by another clock: one request. */
export async function filledAt(clock: string): Promise<Command> {
  const command = newCommand();
  expect((await command.ask(["refresh-cache"], atClock(clock))).code).toBe(0);
  expect(requests()).toBe(1);
  return command;
}

export async function ask(command: Command, clock?: string, args = question, more = {}) {
  const ran = await command.ask(args, { ...(clock === undefined ? {} : atClock(clock)), ...more });
  return { ...answerOf<{ price: { input: number } }>(ran), stderr: ran.stderr };
}

export const priceIn = async (command: Command): Promise<number> =>
  (await ask(command)).result.price.input;

/** Asks as people do, so that a stale answer may start a refresh. */
export const warm = (command: Command, clock?: string) =>
  ask(command, clock, question, inBackground);

/** Asks until what was fetched in the background answers. */
export async function newerIn(command: Command, clock?: string): Promise<void> {
  while ((await ask(command, clock)).result.price.input !== 2);
}

export const storeOf = async (command: Command): Promise<string> =>
  (await command.ask(["cache", "path", "--source"])).stdout.trim();
