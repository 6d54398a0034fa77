import { expect, it } from "vitest";
import { handedOver } from "./handed-over.ts";

it.each<[string, number]>([
  ["/dev/stdin", 0],
  ["/dev/stdout", 1],
  ["//dev/stdout", 1],
  ["/dev/./stdout", 1],
  ["/dev/stderr", 2],
  ["/dev/fd/3", 3],
  ["/dev/fd/01", 1],
  ["/dev/fd/0", 0],
  ["/proc/self/fd/12", 12],
  ["/proc/thread-self/fd/1", 1],
])("%s is number %i", (path, number) => {
  expect(handedOver(path)).toBe(number);
});

it.each([
  "",
  "stdout",
  "dev/stdout",
  "/dev/stdout/",
  "/dev/fd/",
  "/dev/fd/x",
  "/dev/fd/-1",
  "/proc/1/fd/1",
])("%j is a path as any other", (path) => {
  expect(handedOver(path)).toBeUndefined();
});
