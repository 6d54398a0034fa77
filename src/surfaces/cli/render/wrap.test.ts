import { expect, it } from "vitest";
import { wrap } from "./wrap.ts";

it("cuts between words, and loses none", async () => {
  expect(await wrap("one two three four", 9)).toEqual(["one two", "three", "four"]);
});

it("cuts a word that is wider than a line where the line ends", async () => {
  expect(await wrap("a lab/very-long-name b", 8)).toEqual(["a", "lab/very", "-long-na", "me b"]);
});

it("leaves a text as it is where there is no width", async () => {
  expect(await wrap("one two", undefined)).toEqual(["one two"]);
});

it("counts two columns for a wide character, and writes no control character", async () => {
  expect(await wrap("模型 模型", 4)).toEqual(["模型", "模型"]);
  expect((await wrap("a\u001b[31m b", 20)).join()).not.toContain("\u001b");
});
