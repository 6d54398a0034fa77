import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createCommand, type Ran } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { removeTree } from "../remove-tree.ts";
import { Screen } from "../terminal/screen.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** An editor that is a script: it is given the file's name behind its own words. */
function editorThat(does: string): string {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-editor-"));
  open.push(() => removeTree(directory));
  const path = join(directory, "an editor");
  writeFileSync(path, `#!/bin/sh\n${does}\n`);
  chmodSync(path, 0o755);
  return `'${path}'`;
}

const writing = (text: string): string => editorThat(`printf '%s' '${text}' > "$1"`);

function commandWith(text?: string) {
  const command = createCommand({});
  const directory = join(command.home, ".config/model-forge");
  const file = join(directory, "config.json");
  if (text !== undefined) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, text);
  }
  const edit = (editor: string, words: readonly string[] = [], more = {}): Ran =>
    command.run(["config", "edit", ...words], { EDITOR: editor, VISUAL: "", ...more });
  return { command, directory, file, edit, said: () => readFileSync(file, "utf8") };
}

const good = '{"current": "openai/gpt-5"}';

describe("config edit", () => {
  it("puts in its place what the editor left, a change that can be taken back, and leaves nothing beside it", () => {
    const { edit, said, file, directory, command } = commandWith("{ // mine\n}\n");
    expect(edit(writing(good))).toEqual({ code: 0, stdout: `changed ${file}\n`, stderr: "" });
    expect([said(), readdirSync(directory)]).toEqual([good, ["config.json"]]);
    const history = answerOf<{ command: string }[]>(command.run(["config", "history", "--json"]));
    expect(history.result.map((one) => one.command)).toEqual(["config edit"]);
    command.run(["config", "rollback"]);
    expect(said()).toBe("{ // mine\n}\n");
  });

  it("begins a file where there is none, and makes none where nothing was written", () => {
    const { edit, said, directory } = commandWith();
    const unchanged = edit(editorThat('grep -q version "$1"'));
    expect([unchanged.code, unchanged.stderr]).toEqual([0, "note: nothing had to be changed\n"]);
    expect(readdirSync(directory)).toEqual([]);
    expect(edit(writing(good)).code).toBe(0);
    expect(said()).toBe(good);
  });

  it("opens a file that is broken, in which it can be mended", () => {
    const { edit, said } = commandWith("{ broken");
    expect(edit(editorThat(`grep -q broken "$1" && printf '%s' '${good}' > "$1"`)).code).toBe(0);
    expect(said()).toBe(good);
  });

  it("leaves the file as it was where what was written is none, and keeps that", () => {
    const { edit, said, directory } = commandWith(good);
    const ran = edit(writing('{\n "current": \n}'), ["--json"]);
    expect([ran.code, ran.stdout, said()]).toEqual([7, "", good]);
    const copy = readdirSync(directory).find((name) => name !== "config.json") ?? "";
    const { message, hint } = errorOf(ran);
    expect(message).toContain(`${join(directory, copy)}:3:1: it is no JSON`);
    expect(hint).toContain(`mv ${join(directory, copy)}`);
    expect(readFileSync(join(directory, copy), "utf8")).toBe('{\n "current": \n}');
  });

  it("writes over nothing that was changed meanwhile", () => {
    const { edit, said, file } = commandWith(good);
    const ran = edit(editorThat(`echo '{}' > '${file}'; printf '{"current": "b"}' > "$1"`), [
      "--json",
    ]);
    expect([ran.code, said()]).toEqual([7, "{}\n"]);
    expect(errorOf(ran).message).toContain("has changed meanwhile, and is left as it is");
  });

  it("changes nothing with an editor that fails, or is none", () => {
    const { edit, said, directory } = commandWith(good);
    const failed = edit(editorThat('echo "{}" > "$1"; exit 3'), ["--json"]);
    expect([failed.code, errorOf(failed).message]).toEqual([
      2,
      expect.stringContaining("ended with 3; nothing was changed"),
    ]);
    const none = edit("no-such-editor --wait", ["--json"]);
    expect(errorOf(none).message).toBe("no-such-editor could not be started; nothing was changed");
    expect([said(), readdirSync(directory)]).toEqual([good, ["config.json"]]);
  });

  it("takes VISUAL before EDITOR, with its words, and shows with --dry-run what would change", () => {
    const { edit, said } = commandWith(good);
    const editor = editorThat(`[ "$1" = "--two words" ] && printf '{}' > "$2"`);
    const ran = edit("false", ["--dry-run"], { VISUAL: `${editor} "--two words"` });
    expect([ran.code, said()]).toEqual([0, good]);
    expect(ran.stdout).toContain("+{}");
  });

  it("leaves the output to its answer, whatever the editor prints", () => {
    const { edit } = commandWith("{}");
    const ran = edit(editorThat(`echo hello; printf '%s' '${good}' > "$1"`), ["--json"]);
    expect([ran.code, ran.stderr]).toEqual([0, "hello\n"]);
    expect(answerOf<{ changes: unknown[] }>(ran).result.changes).toHaveLength(1);
  });

  it("starts no editor that nobody named where nobody could see it", () => {
    const { edit, directory } = commandWith("{}");
    const ran = edit("", ["--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([
      2,
      "there is no terminal to edit in, and neither VISUAL nor EDITOR names a program",
    ]);
    expect(readdirSync(directory)).toEqual(["config.json"]);
  });

  it("asks on a terminal whether to go on, until it is a configuration", async () => {
    const editor = editorThat(
      `if grep -q broken "$1"; then printf '%s' '${good}' > "$1"; else printf '{ broken' > "$1"; fi`,
    );
    const directory = mkdtempSync(join(tmpdir(), "modelforge-edit-"));
    open.push(() => removeTree(directory));
    const environment = {
      EDITOR: editor,
      MODELFORGE_CONFIG_DIR: directory,
      MODELFORGE_OFFLINE: "1",
    };
    const screen = new Screen(["config", "edit"], { environment });
    open.push(() => screen.close());
    await screen.shows("Edit it again? [Y/n]");
    screen.type("\r");
    expect(await screen.ended()).toBe(0);
    expect(readFileSync(join(directory, "config.json"), "utf8")).toBe(good);
    expect(readdirSync(directory)).toEqual(["config.json"]);
  });
});
