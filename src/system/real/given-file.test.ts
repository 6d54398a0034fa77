import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { failureOf } from "../../testing/failures.ts";
import { realFiles } from "./files.ts";

const home = mkdtempSync(join(tmpdir(), "modelforge-given-"));
const most = 1_000_000;

afterAll(() => rmSync(home, { recursive: true, force: true }));

const textOf = (path: string): string =>
  Buffer.from(realFiles.readGiven(path, most) ?? []).toString();

describe("a file that somebody named", () => {
  it("may be a link, and may say that it is empty although it is not", () => {
    const file = join(home, "file");
    writeFileSync(file, "text");
    symlinkSync(file, join(home, "link"));
    expect(textOf(join(home, "link"))).toBe("text");
    expect(textOf("/proc/self/status")).toMatch(/^Name:/);
    expect(realFiles.readGiven(join(home, "none"), most)).toBeUndefined();
  });

  it("may be one that a shell opened", () => {
    const file = join(home, "handed");
    writeFileSync(file, "handed over");
    for (const directory of ["/dev/fd", "/proc/self/fd"]) {
      const descriptor = openSync(file, "r");
      expect(textOf(`${directory}/${descriptor}`)).toBe("handed over");
      closeSync(descriptor);
    }
  });

  it("is refused at once where it is a pipe, a device, a directory, or waits for an event", () => {
    const pipe = join(home, "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const path of [pipe, "/dev/zero", "/dev/full", "/dev/null", home, "/proc/self/mem"]) {
      expect([path, failureOf(() => realFiles.readGiven(path, most)).code]).toEqual([
        path,
        "file.unreadable",
      ]);
    }
  });

  it("is refused where this very process would have to write it", () => {
    const pipe = join(home, "own");
    execFileSync("mkfifo", [pipe]);
    const both = openSync(pipe, "r+");
    const reader = openSync(pipe, "r");
    const writer = openSync(pipe, "w");
    for (const descriptor of [reader, writer, both]) {
      const failure = failureOf(() => realFiles.readGiven(`/dev/fd/${descriptor}`, most));
      expect(failure.code).toBe("file.unreadable");
    }
    for (const descriptor of [both, reader, writer]) closeSync(descriptor);
    expect(failureOf(() => realFiles.readGiven("/dev/fd/987654", most)).code).toBe(
      "file.unreadable",
    );
  });

  it("is named with the limit where it is larger", () => {
    const file = join(home, "large");
    writeFileSync(file, "x".repeat(2_097_153));
    expect(realFiles.readGiven(file, 2_097_153)).toHaveLength(2_097_153);
    const failure = failureOf(() => realFiles.readGiven(file, 2_097_152));
    expect([failure.code, failure.message]).toEqual([
      "file.too-large",
      `${file} holds more than 2 MiB, the most that is read`,
    ]);
    // these do not say how large they are
    expect(failureOf(() => realFiles.readGiven("/proc/self/status", 10)).code).toBe(
      "file.too-large",
    );
  });
});
