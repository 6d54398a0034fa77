import { describe, expect, it } from "vitest";
import { failureOf, rejectionOf } from "../testing/failures.ts";
import { createFakeSystem, type FakeSystem } from "../testing/fake-system.ts";
import { copyToEdit, takeOver } from "./edited-copy.ts";

const directory = "/home/you/.config/model-forge";
const file = `${directory}/config.json`;
const newer = '{"version": 99, "current": "a/b"}';

const machineWith = (text: string): FakeSystem => {
  const machine = createFakeSystem();
  machine.files.put(file, text);
  return machine;
};

describe("the copy that is edited", () => {
  it("is none where there is no room for it, and where that is said stands what to do", () => {
    const machine = machineWith("{}");
    machine.files.arm({ operation: "change", nth: 1, code: "ENOSPC" });
    const failure = failureOf(() => copyToEdit(machine, "user"));
    expect([failure.code, failure.hint]).toEqual([
      "file.unwritable",
      expect.stringContaining("MODELFORGE_CONFIG_DIR"),
    ]);
    expect(machine.files.list(directory)).toEqual(["config.json"]);
  });

  it("is none of a file that a newer version wrote", () => {
    const failure = failureOf(() => copyToEdit(machineWith(newer), "user"));
    expect([failure.code, failure.hint]).toEqual([
      "config.unreadable",
      expect.stringContaining("bring ModelForge up to date"),
    ]);
  });

  it("is not put in its place where it says that a newer version wrote it", async () => {
    const machine = machineWith("{}");
    const edited = copyToEdit(machine, "user");
    machine.files.put(edited.copy, newer);
    const failure = await rejectionOf(takeOver(machine, edited, { dryRun: false, known: [] }));
    expect([failure.code, failure.message]).toEqual([
      "config.unreadable",
      expect.stringContaining("this ModelForge writes version 1"),
    ]);
    expect([machine.files.text(file), machine.files.text(edited.copy)]).toEqual(["{}", newer]);
  });
});
