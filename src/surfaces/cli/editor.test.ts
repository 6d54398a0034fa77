import { describe, expect, it } from "vitest";
import { editorCommand } from "./editor.ts";

const wordsFor = (variables: Record<string, string>, platform = "linux") =>
  editorCommand({ get: (name) => variables[name], platform }).words;

describe("the editor", () => {
  it("is what VISUAL says, else EDITOR, in words as a shell would part them", () => {
    expect(wordsFor({ VISUAL: "code --wait", EDITOR: "nano" })).toEqual(["code", "--wait"]);
    expect(wordsFor({ VISUAL: " ", EDITOR: "nano" })).toEqual(["nano"]);
    expect(wordsFor({ EDITOR: `'/my apps/ed it' "--a b" c"d e"f $(x);y` })).toEqual([
      "/my apps/ed it",
      "--a b",
      "cd ef",
      "$(x);y",
    ]);
  });

  it("is vi where nobody says another, on Windows the Notepad", () => {
    expect([wordsFor({}), wordsFor({}, "win32")]).toEqual([["vi"], ["notepad"]]);
    const isUsual = ["", "nano"].map(
      (EDITOR) => editorCommand({ get: () => EDITOR, platform: "linux" }).isUsual,
    );
    expect(isUsual).toEqual([true, false]);
  });
});
