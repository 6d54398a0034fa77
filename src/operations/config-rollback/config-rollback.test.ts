import { describe, expect, it } from "vitest";
import { changesHere } from "../../config/changes.ts";
import { editedText } from "../../config/edit.ts";
import { writeConfig } from "../../config/write.ts";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import type { OperationContext } from "../operation.ts";
import { configRollback } from "./config-rollback.ts";

const user = "/home/you/.config/model-forge/config.json";
const project = "/home/you/project/.model-forge/config.json";
const state = "/home/you/.local/state/model-forge/config";

const use = (machine: FakeSystem, model: string, scope: "user" | "project" = "user") =>
  writeConfig(machine, { scope, command: `config use ${model}`, dryRun: false }, (text, at) =>
    editedText(text ?? "", ["current"], model, at),
  );

const rollback = (machine: FakeSystem, changes: number, project = false) =>
  configRollback({ machine } as unknown as OperationContext, { changes, project }, {});

const commands = (machine: FakeSystem): string[] =>
  changesHere(machine).map(({ command }) => command);

const currentIn = (machine: FakeSystem, file: string): unknown => {
  const text = machine.files.text(file);
  return text && (JSON.parse(text) as { current?: unknown }).current;
};

describe("config rollback", () => {
  it("over both files is one change, which the next takes back whole", async () => {
    const machine = createFakeSystem();
    await use(machine, "one");
    await use(machine, "two", "project");
    await use(machine, "three");
    const { result } = await rollback(machine, 2);
    expect(result.changes.map(({ file }) => file).sort()).toEqual([user, project].sort());
    expect([currentIn(machine, user), machine.files.text(project)]).toEqual(["one", undefined]);
    expect(commands(machine)[0]).toBe("config rollback 2");
    await rollback(machine, 1);
    expect([currentIn(machine, user), currentIn(machine, project)]).toEqual(["three", "two"]);
  });

  it("takes back what is last when its turn comes, whoever else makes changes", async () => {
    const machine = createFakeSystem();
    for (const model of ["one", "two", "three"]) await use(machine, model);
    const held = await machine.files.lock(`${state}/changes.jsonl`);
    const both = [rollback(machine.startAnother(), 1), rollback(machine.startAnother(), 1)];
    await held?.release();
    await Promise.all(both);
    // the second takes the first back
    expect(commands(machine).slice(0, 2)).toEqual(["config rollback 1", "config rollback 1"]);
    expect(currentIn(machine, user)).toBe("three");
  });

  it("knows the changes of a project's file that is gone", async () => {
    const machine = createFakeSystem();
    await use(machine, "two", "project");
    await use(machine, "three", "project");
    machine.files.remove(project);
    expect(commands(machine)[0]).toBe("by hand");
    await rollback(machine, 1);
    expect(currentIn(machine, project)).toBe("three");
  });

  it("takes back the project's changes alone where that is asked", async () => {
    const machine = createFakeSystem();
    await use(machine, "two", "project");
    await use(machine, "one");
    await rollback(machine, 1, true);
    expect([currentIn(machine, user), machine.files.text(project)]).toEqual(["one", undefined]);
    expect((await rejectionOf(rollback(machine, 3, true))).code).toBe("config.not-set");
  });

  it("counts what was changed by hand between two changes as one of its own", async () => {
    const machine = createFakeSystem();
    await use(machine, "one");
    machine.files.put(user, '{"current": "by hand"}');
    await use(machine, "two");
    expect(commands(machine)).toEqual(["config use two", "by hand", "config use one"]);
    await rollback(machine, 2);
    expect(currentIn(machine, user)).toBe("one");
    await rollback(machine, 1);
    expect(currentIn(machine, user)).toBe("two");
  });

  it("loses no byte of what is no text", async () => {
    const machine = createFakeSystem();
    await use(machine, "one");
    const bytes = new Uint8Array([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
    machine.files.put(user, bytes);
    await rollback(machine, 1);
    expect(currentIn(machine, user)).toBe("one");
    await rollback(machine, 1);
    expect(machine.files.read(user)).toEqual(bytes);
  });

  it("changes no project's file that others could write", async () => {
    const machine = createFakeSystem();
    await use(machine, "two", "project");
    machine.files.giveTo(project, "another");
    expect((await rejectionOf(rollback(machine, 1, true))).code).toBe("config.unreadable");
    expect(currentIn(machine, project)).toBe("two");
  });

  it("believes no history that another could have written, and says so", async () => {
    const machine = createFakeSystem();
    await use(machine, "one");
    machine.files.giveTo(`${state}/changes.jsonl`, "another");
    const failure = await rejectionOf(rollback(machine, 1));
    expect([failure.code, failure.hint]).toEqual([
      "config.not-set",
      expect.stringMatching(/changes\.jsonl is not believed.*it belongs to another user; .*chown/),
    ]);
    const { notes } = await use(machine, "two");
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringContaining("it was not noted"),
    ]);
    expect(currentIn(machine, user)).toBe("two");
  });

  it("does all of it or nothing, at whatever step it fails", async () => {
    for (let nth = 1; ; nth += 1) {
      const machine = createFakeSystem();
      await use(machine, "one");
      await use(machine, "two", "project");
      await use(machine, "three");
      const fault = machine.files.arm({ operation: "change", nth, code: "ENOSPC" });
      await rollback(machine, 2).catch(() => undefined);
      const isMet = fault.met >= nth;
      fault.disarm();
      const isDone = currentIn(machine, user) === "one";
      expect([nth, machine.files.text(project) === undefined]).toEqual([nth, isDone]);
      const [newest] = commands(machine);
      // where it could not be noted, it is as good as done by hand
      const said = ["config rollback 2", "by hand"].includes(newest ?? "");
      expect([nth, said]).toEqual([nth, isDone]);
      expect(commands(machine)).toContain("config use three");
      if (!isMet) break;
    }
  });

  it("says which file is changed where it could neither go on nor back", async () => {
    const machine = createFakeSystem();
    await use(machine, "one");
    await use(machine, "two", "project");
    await use(machine, "three", "project");
    await use(machine, "four");
    machine.files.arm({ operation: "replace", path: "project", code: "EIO" });
    machine.files.arm({ operation: "replace", path: ".config", nth: 2, code: "EIO" });
    const failure = await rejectionOf(rollback(machine, 2));
    expect(failure.message).toContain(`${user} had been changed by then`);
    expect(failure.details.changed).toEqual([user]);
    expect(changesHere(machine)[0]?.files.map(({ file }) => file)).toEqual([user]);
  });
});

describe("a history that is somebody's", () => {
  const lines = (line: object, count: number): string => `${JSON.stringify(line)}\n`.repeat(count);
  const theirs = { at: "2025-01-01", who: "bob", before: "a", after: "b" };
  const ours = {
    at: "2026-11-27T00:00:00.000Z",
    command: "config use a",
    files: [{ file: user, before: null, after: "{}" }],
  };

  it.each([
    ["a log of the same look", lines(theirs, 300)],
    ["ours with a line of theirs in it", lines(ours, 2) + lines(theirs, 1)],
    ["one line of text", "mine\n"],
  ])("loses nothing, and nothing is added to it: %s", async (_, text) => {
    const machine = createFakeSystem();
    machine.files.put(`${state}/changes.jsonl`, text);
    machine.files.put(`${state}/../readme`, "mine");
    const { notes } = await use(machine, "one");
    expect(machine.files.text(`${state}/changes.jsonl`)).toBe(text);
    expect(notes[0]?.message).toContain("not ModelForge's");
    expect(commands(machine)).toEqual([]);
  });

  it("is ours all the same where a line of it was cut short", async () => {
    const machine = createFakeSystem();
    const cut = JSON.stringify(ours).slice(0, 40);
    machine.files.put(`${state}/changes.jsonl`, `${lines(ours, 1)}${cut}\n${lines(ours, 1)}${cut}`);
    machine.files.put(`${state}/../readme`, "mine");
    expect((await use(machine, "one")).notes).toEqual([]);
    expect(commands(machine)).toContain("config use one");
  });
});

describe("a history that cannot be kept", () => {
  it.each([
    ["read-only", (machine: FakeSystem) => machine.files.protect(state)],
    [
      "somebody's directory",
      (machine: FakeSystem) => machine.files.put(`${state}/changes.jsonl/x`, ""),
    ],
    [
      "larger than any",
      (machine: FakeSystem) => machine.files.put(`${state}/changes.jsonl`, "x".repeat(11_000_000)),
    ],
    [
      "a link",
      (machine: FakeSystem) => machine.files.link(`${state}/changes.jsonl`, "/etc/passwd"),
    ],
  ])("hinders no change, and is said: %s", async (_, spoil) => {
    const machine = createFakeSystem();
    machine.files.makeDirectory(state);
    spoil(machine);
    const { notes } = await use(machine, "one");
    expect(currentIn(machine, user)).toBe("one");
    expect(notes.map(({ code }) => code)).toEqual(["config.no-history"]);
  });
});

describe("a file that is changed", () => {
  it("keeps the rights it was given, and is left alone where they let nobody write it", async () => {
    const machine = createFakeSystem();
    machine.files.put(user, "{}");
    machine.files.giveTo(user, "self", true);
    await use(machine, "one");
    expect(machine.files.info(user)?.isOpen).toBe(true);
    machine.files.makeReadOnly(user);
    const refused = await rejectionOf(use(machine, "two"));
    expect(refused.message).toBe(`cannot write ${user}: its rights let nobody write it`);
    expect([currentIn(machine, user), commands(machine)[0]]).toEqual(["one", "config use one"]);
  });
});
