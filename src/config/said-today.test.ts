import { describe, expect, it } from "vitest";
import { createFakeSystem, type FakeSystem } from "../testing/fake-system.ts";
import { unsaidToday } from "./said-today.ts";

const file = "/home/you/.local/state/model-forge/config/said.json";
const hour = 3_600_000;
const old = "config.deprecated-model openai/gpt-4";
const bare = "config.no-credential openai/gpt-4";

const later = async (machine: FakeSystem, hours: number) => {
  machine.clock.set(machine.clock.now() + hours * hour);
  return unsaidToday(machine, [old]);
};

describe("a note that is said once a day", () => {
  it("is said again a day later, and not before", async () => {
    const machine = createFakeSystem();
    expect(await unsaidToday(machine, [old])).toEqual([old]);
    expect(await later(machine, 23)).toEqual([]);
    expect(await later(machine, 1)).toEqual([old]);
    expect(await later(machine, 1)).toEqual([]);
    expect(machine.files.text("/home/you/.local/state/model-forge/.model-forge")).toContain(
      "ModelForge",
    );
  });

  it("is none of another, and drops what was said longer ago", async () => {
    const machine = createFakeSystem();
    await unsaidToday(machine, [old]);
    machine.clock.set(machine.clock.now() + 25 * hour);
    expect(await unsaidToday(machine, [bare])).toEqual([bare]);
    expect(machine.files.text(file)?.match(/T\d\d:/g)).toHaveLength(1);
    expect(await unsaidToday(machine, [old, bare])).toEqual([old]);
  });

  it("is said again where the clock goes back behind the last time, once", async () => {
    const machine = createFakeSystem();
    await unsaidToday(machine, [old]);
    expect(await later(machine, -48)).toEqual([old]);
    expect(await later(machine, 1)).toEqual([]);
  });

  it("is said by one of two that run at once", async () => {
    const machine = createFakeSystem();
    const both = await Promise.all(
      [machine, machine.startAnother()].map((one) => unsaidToday(one, [old])),
    );
    expect(both.flat()).toEqual([old]);
  });

  it.each([
    ["cut short", '{"said":{"12'],
    ["empty", ""],
    ["of another kind within", '{"said":{"a":3,"b":null}}'],
  ])("is said over a file that is %s, which is written anew", async (_, text) => {
    const machine = createFakeSystem();
    machine.files.put(file, text);
    expect(await unsaidToday(machine, [old])).toEqual([old]);
    expect(await unsaidToday(machine, [old])).toEqual([]);
  });

  it("is said every time where somebody else's file is in the way, which stays", async () => {
    const machine = createFakeSystem();
    machine.files.put(file, "my own notes");
    for (let run = 0; run < 2; run += 1) expect(await unsaidToday(machine, [old])).toEqual([old]);
    expect(machine.files.text(file)).toBe("my own notes");
  });

  it("is said every time where nothing can be written, and fails nothing", async () => {
    const machine = createFakeSystem();
    machine.files.put("/home/you/.local", "a file in the place of the directory");
    for (let run = 0; run < 2; run += 1) expect(await unsaidToday(machine, [old])).toEqual([old]);
  });
});
