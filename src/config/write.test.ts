import { describe, expect, it } from "vitest";
import { failureOf, rejectionOf } from "../testing/failures.ts";
import { createFakeSystem } from "../testing/fake-system.ts";
import { changesHere } from "./changes.ts";
import { Configuration } from "./configuration.ts";
import { editedText } from "./edit.ts";
import { historyOf } from "./history.ts";
import type { WritingMachine } from "./turn.ts";
import { writeConfig } from "./write.ts";

const file = "/home/you/.config/model-forge/config.json";

const set = (
  machine: WritingMachine,
  ttl: string,
  scope: "user" | "project" = "user",
  dryRun = false,
) =>
  writeConfig(machine, { scope, command: `config set catalog.ttl ${ttl}`, dryRun }, (text, at) =>
    editedText(text ?? "", ["catalog", "ttl"], ttl, at),
  );

const ttlIn = (machine: ReturnType<typeof createFakeSystem>): unknown =>
  new Configuration(machine).find("catalog", "ttl")?.value;

describe("a change of the configuration", () => {
  it("makes the file where there is none, for the user alone, and leaves nothing beside it", async () => {
    const machine = createFakeSystem();
    await set(machine, "6h");
    expect(machine.files.paths("/home/you/.config")).toEqual([file]);
    expect(ttlIn(machine)).toBe("6h");
  });

  it("writes through a link, which stays", async () => {
    const machine = createFakeSystem();
    machine.files.put("/home/you/dotfiles/modelforge.json", '{"current": "a"}');
    machine.files.link(file, "../../dotfiles/modelforge.json");
    await set(machine, "6h");
    expect(machine.files.info(file)?.kind).toBe("link");
    expect(machine.files.text("/home/you/dotfiles/modelforge.json")).toContain('"6h"');
    expect(ttlIn(machine)).toBe("6h");
  });

  it("refuses a link that leads nowhere, and a project's file that is one", async () => {
    const machine = createFakeSystem();
    machine.files.link(file, "/nowhere.json");
    expect((await rejectionOf(set(machine, "6h"))).code).toBe("file.unwritable");
    machine.files.put("/home/you/elsewhere.json", "{}");
    machine.files.link("/home/you/project/.model-forge/config.json", "/home/you/elsewhere.json");
    const refused = await rejectionOf(set(machine, "6h", "project"));
    expect(refused.message).toBe(
      "cannot write /home/you/project/.model-forge/config.json: it is a link, and a project's configuration stays in the project",
    );
    expect(machine.files.text("/home/you/elsewhere.json")).toBe("{}");
  });

  it.each(["another", "open"] as const)(
    "leaves a project's file alone that is not believed: %s",
    async (how) => {
      const machine = createFakeSystem();
      const project = "/home/you/project/.model-forge/config.json";
      machine.files.put(project, '{"current": "evil"}');
      machine.files.giveTo(project, how === "open" ? "self" : how, how === "open");
      const refused = await rejectionOf(
        writeConfig(machine, { scope: "project", command: "x", dryRun: false }, () => "{}"),
      );
      expect(refused.code).toBe("config.unreadable");
      expect(machine.files.text(project)).toBe('{"current": "evil"}');
    },
  );

  it("says of a user's file that leads nowhere that it cannot be read", () => {
    const machine = createFakeSystem();
    machine.files.link(file, "/nowhere.json");
    expect(failureOf(() => ttlIn(machine)).code).toBe("config.unreadable");
  });

  it.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d])],
    ["nested without end", `{"a": ${"[".repeat(6000)}${"]".repeat(6000)}}`],
    ["larger than any configuration", `{"a": "${"x".repeat(1_000_000)}"}`],
  ])("leaves a file alone that is %s", async (_, content) => {
    const machine = createFakeSystem();
    machine.files.put(file, content);
    const before = machine.files.read(file);
    expect((await rejectionOf(set(machine, "6h"))).code).toBe("config.unreadable");
    expect(machine.files.read(file)).toEqual(before);
    expect(failureOf(() => ttlIn(machine)).code).toBe("config.unreadable");
  });

  it("leaves a file alone that a newer version wrote, and reads what it understands", async () => {
    const machine = createFakeSystem();
    const text = '{"version": 2, "catalog": {"ttl": "3h"}, "later": true}';
    machine.files.put(file, text);
    const refused = await rejectionOf(set(machine, "6h"));
    expect(refused.message).toContain("was written for a newer version of ModelForge");
    expect([machine.files.text(file), ttlIn(machine)]).toEqual([text, "3h"]);
  });

  it.each([[file], [file.slice(0, file.lastIndexOf("/"))]])(
    "says of a trial, too, that the rights of %s let nobody write it",
    async (path) => {
      const machine = createFakeSystem();
      machine.files.put(file, "{}");
      machine.files.makeReadOnly(path);
      for (const dryRun of [true, false]) {
        const refused = await rejectionOf(set(machine, "6h", "user", dryRun));
        expect([refused.code, refused.hint]).toEqual([
          "file.unwritable",
          expect.stringContaining(`chmod u+w ${path}`),
        ]);
        expect(machine.files.text(file)).toBe("{}");
      }
    },
  );

  it("names the directory of the configuration where it cannot be written", async () => {
    const machine = createFakeSystem();
    machine.files.put(file, "{}");
    machine.files.arm({ operation: "replace", path: "config.json", code: "EROFS" });
    const { hint } = await rejectionOf(set(machine, "6h"));
    expect(hint).toContain("set MODELFORGE_CONFIG_DIR to a directory you can write to");
  });

  it("is refused, and so is an answer, where its directory is a file", async () => {
    const machine = createFakeSystem();
    machine.files.put("/home/you/.config/model-forge", "mine");
    expect(failureOf(() => ttlIn(machine)).message).toContain(
      "what should be its directory is none",
    );
    expect((await rejectionOf(set(machine, "6h"))).code).toBe("file.unwritable");
  });

  it("waits for whoever is changing it, and says so when that takes too long", async () => {
    const machine = createFakeSystem();
    machine.files.put(file, "{}");
    const lock = await machine.files.lock(file);
    const waiting = set(machine.startAnother(), "6h");
    await lock?.release();
    await waiting;
    expect(ttlIn(machine)).toBe("6h");
  });
});

describe("the history", () => {
  it("has every change, newest first, with what was before and after", async () => {
    const machine = createFakeSystem();
    for (const ttl of ["1h", "2h", "3h"]) await set(machine, ttl);
    const changes = changesHere(machine);
    expect(changes.map(({ command }) => command)).toEqual([
      "config set catalog.ttl 3h",
      "config set catalog.ttl 2h",
      "config set catalog.ttl 1h",
    ]);
    const [newest, second, oldest] = changes.map(({ files }) => files[0]);
    expect(oldest?.before).toBeNull();
    expect(newest?.before).toBe(second?.after);
    expect(newest?.after).toBe(machine.files.text(file));
  });

  it("counts what was changed by hand since as the newest", async () => {
    const machine = createFakeSystem();
    await set(machine, "1h");
    const written = machine.files.text(file);
    machine.files.put(file, "{ broken");
    const [newest] = changesHere(machine);
    expect([newest?.command, newest?.files]).toEqual([
      "by hand",
      [{ file, before: written, after: "{ broken" }],
    ]);
  });

  it("loses no change behind a line that was cut short", async () => {
    const machine = createFakeSystem();
    await set(machine, "1h");
    machine.files.append("/home/you/.local/state/model-forge/config/changes.jsonl", '{"at":"20');
    await set(machine, "2h");
    expect(changesHere(machine)[0]?.command).toBe("config set catalog.ttl 2h");
  });

  it("keeps 200 changes, the newest", async () => {
    const machine = createFakeSystem();
    for (let hours = 1; hours <= 205; hours += 1) await set(machine, `${hours}h`);
    const changes = changesHere(machine);
    expect(changes).toHaveLength(200);
    expect(changes[0]?.command).toBe("config set catalog.ttl 205h");
  });

  it("keeps no file that holds what looks like a key, and says that it cannot be taken back", async () => {
    const machine = createFakeSystem();
    const key = `sk-ant-${"a1b2".repeat(6)}`;
    machine.files.put(file, `{"mine": "${key}"}`);
    const { notes } = await set(machine, "1h");
    expect(notes.map(({ code }) => code)).toEqual(["config.no-history"]);
    expect(changesHere(machine)).toEqual([]);
    expect(
      machine.files
        .paths("/home/you/.local")
        .filter((path) => machine.files.text(path)?.includes(key)),
    ).toEqual([]);
  });

  it("at whatever step a change is killed, has the change or has it not, as the file does", async () => {
    for (let nth = 1; ; nth += 1) {
      const machine = createFakeSystem();
      await set(machine, "1h");
      const old = machine.files.text(file);
      const other = machine.startAnother();
      const fault = other.files.arm({ operation: "change", nth, kills: "before" });
      const ended = await set(other, "2h").then(
        () => "done",
        () => "killed",
      );
      const text = machine.files.text(file);
      const isMade = text !== old;
      expect([nth, isMade ? text?.includes('"2h"') : text === old]).toEqual([nth, true]);
      const [newest] = changesHere(machine);
      expect([nth, newest?.command]).toEqual([
        nth,
        `config set catalog.ttl ${isMade ? "2h" : "1h"}`,
      ]);
      // whoever comes next is not kept waiting, and loses nothing
      await set(machine.startAnother(), "3h");
      expect(historyOf(machine).changes()).toHaveLength(isMade ? 3 : 2);
      if (ended === "done") {
        fault.disarm();
        break;
      }
    }
  });
});
