import { describe, expect, it } from "vitest";
import { readKeys } from "./keys.ts";

const typed = (sent: string): unknown[] =>
  readKeys(sent).keys.map((key) => ("text" in key ? key.text : `<${key.name}>`));

describe("readKeys", () => {
  it.each([
    ["letters, wide ones too", "gp模😀", ["g", "p", "模", "😀"]],
    ["what arrives in one go", "gpt\r", ["g", "p", "t", "<enter>"]],
    ["arrows of either mode", "\u001b[A\u001bOB", ["<up>", "<down>"]],
    [
      "pages and ends",
      "\u001b[5~\u001b[6~\u001b[H\u001bOF\u001b[1~",
      ["<page-up>", "<page-down>", "<home>", "<end>", "<home>"],
    ],
    [
      "control keys",
      "\u0003\t\u007f\u0015\u0017",
      ["<interrupt>", "<tab>", "<backspace>", "<clear>", "<word-back>"],
    ],
    ["Escape before another key", "\u001b\u001b[A", ["<escape>", "<up>"]],
  ])("reads %s", (_, sent, keys) => {
    expect(typed(sent)).toEqual(keys);
  });

  it.each(["\u001b[1;5A", "\u001bq", "\u001b[200~", "\u0001", "\u009b"])(
    "swallows %j whole: it means nothing here",
    (sent) => {
      expect(readKeys(`${sent}a`)).toEqual({ keys: [{ text: "a" }], rest: "" });
    },
  );

  it.each(["\u001b", "\u001b[", "\u001bO", "\u001b[1;"])(
    "keeps %j until the rest has come",
    (sent) => {
      expect(readKeys(`a${sent}`)).toEqual({ keys: [{ text: "a" }], rest: sent });
    },
  );
});
