import { describe, expect, it } from "vitest";
import { createFakeSystem } from "../fake-system.ts";
import { failureOf } from "../failures.ts";

const reasonOf = (act: () => unknown): unknown => failureOf(act).details.reason;

describe("an armed fault", () => {
  it("meets the operation it is armed for, the next one, once", () => {
    const { files } = createFakeSystem();
    files.put("/a", "x");
    const fault = files.arm({ operation: "read", code: "EACCES" });
    expect(files.info("/a")?.kind).toBe("file");
    expect(fault.met).toBe(0);
    const failure = failureOf(() => files.read("/a"));
    expect(failure.message).toBe("cannot read /a (you may not read it, EACCES)");
    expect([files.read("/a")?.length, fault.met]).toEqual([1, 1]);
  });

  it("meets the operation of that number, and as many after it as it is told", () => {
    const { files } = createFakeSystem();
    files.arm({ operation: "append", nth: 2, times: 2, code: "EDQUOT" });
    const outcomes = Array.from({ length: 5 }, () => {
      try {
        files.append("/log", "x");
        return "done";
      } catch {
        return "failed";
      }
    });
    expect(outcomes).toEqual(["done", "failed", "failed", "done", "done"]);
    expect(files.text("/log")).toBe("xxx");
  });

  it("meets a path alone, or a pattern of paths, for good where it is told", () => {
    const { files } = createFakeSystem();
    for (const path of ["/a/models.jsonl", "/a/refs.json", "/b/models.jsonl"]) files.put(path, "x");
    const one = files.arm({ operation: "read", path: "/a/models", times: Infinity });
    const json = files.arm({ operation: "any", path: /\.json$/, times: Infinity, code: "ENOENT" });
    for (let at = 0; at < 3; at += 1)
      expect(reasonOf(() => files.read("/a/models.jsonl"))).toBe("EIO");
    expect(files.read("/b/models.jsonl")).toBeDefined();
    // absent is not an error
    expect([files.read("/a/refs.json"), files.info("/a/refs.json")]).toEqual([
      undefined,
      undefined,
    ]);
    expect([one.met, json.met]).toEqual([3, 2]);
    one.disarm();
    json.disarm();
    expect(files.read("/a/models.jsonl")).toBeDefined();
    expect(files.read("/a/refs.json")).toBeDefined();
  });

  it("meets a piece of a file that is open", () => {
    const { files } = createFakeSystem();
    files.put("/a", "0123");
    const file = files.open("/a");
    files.arm({ operation: "readPiece", nth: 2 });
    expect(file?.read(0, 2)).toHaveLength(2);
    expect(reasonOf(() => file?.read(2, 2))).toBe("EIO");
  });

  it("leaves what was there where the file cannot be put in its place", () => {
    const { files } = createFakeSystem();
    files.put("/current", "old");
    for (const operation of ["write", "rename"] as const) {
      files.arm({ operation, code: "EIO" });
      expect(reasonOf(() => files.replace("/current", "new"))).toBe("EIO");
      expect([files.text("/current"), files.paths()]).toEqual(["old", ["/current"]]);
    }
  });

  it("tears what is written: some of it is there", () => {
    const { files } = createFakeSystem();
    files.arm({ operation: "write", afterBytes: 3, code: "EIO" });
    expect(reasonOf(() => files.write("/a", "0123456789"))).toBe("EIO");
    expect(files.text("/a")).toBe("012");
  });
});

describe("a process that is killed at a step", () => {
  const steps = [
    ["before", 1, ["/current"], "old"],
    ["after", 1, ["/current", "/current.<unique>.tmp"], "old"],
    ["before", 2, ["/current", "/current.<unique>.tmp"], "old"],
    ["after", 2, ["/current"], "new"],
  ] as const;

  it.each(steps)("%s its number %i leaves what others can see then", (kills, nth, paths, text) => {
    const { files, process, startAnother } = createFakeSystem();
    files.put("/current", "old");
    files.arm({ operation: "change", nth, kills });
    expect(() => files.replace("/current", "new")).toThrow(/the process was killed/);
    expect(process.isKilled).toBe(true);
    const left = startAnother().files;
    expect(left.paths().map((path) => path.replace(/\d+-\d+-fake/, "<unique>"))).toEqual(paths);
    expect(left.text("/current")).toBe(text);
    left.replace("/current", "newer");
    expect(left.text("/current")).toBe("newer");
  });

  it("leaves a torn file where it is killed in the middle of writing it", () => {
    const { files, startAnother } = createFakeSystem();
    files.arm({ operation: "write", kills: "after", afterBytes: 2 });
    expect(() => files.write("/a", "0123")).toThrow(/the process was killed/);
    expect(startAnother().files.text("/a")).toBe("01");
  });
});

describe("a disk that fills up", () => {
  it("takes what there is room for, and more once something is removed", () => {
    const { files } = createFakeSystem();
    files.put("/old", "0123456789");
    files.fillUp(4);
    expect(reasonOf(() => files.write("/a", "012345"))).toBe("ENOSPC");
    expect(files.text("/a")).toBe("0123");
    files.removeFile("/old");
    files.replace("/b", "0123456789");
    expect(reasonOf(() => files.replace("/b", "9876543210"))).toBe("ENOSPC");
    expect([files.text("/b"), files.paths()]).toEqual(["0123456789", ["/a", "/b"]]);
  });
});

describe("a place that is protected", () => {
  it("can be read and not changed, until it no longer is", async () => {
    const { files } = createFakeSystem();
    files.put("/home/you/.cache/a", "x");
    files.protect("/home/you/.cache/");
    for (const act of [
      () => files.write("/home/you/.cache/b", "x"),
      () => files.append("/home/you/.cache/a", "x"),
      () => files.replace("/home/you/.cache/a", "x"),
      () => files.removeFile("/home/you/.cache/a"),
      () => files.makeDirectory("/home/you/.cache/c/d"),
      () => files.rename("/home/you/.cache/a", "/a"),
      () => files.removeDirectory("/home/you/.cache"),
    ]) {
      expect(reasonOf(act)).toBe("EROFS");
    }
    await expect(files.lock("/home/you/.cache/refresh")).rejects.toMatchObject({
      code: "file.unwritable",
    });
    expect(files.text("/home/you/.cache/a")).toBe("x");
    files.write("/home/you/.cached", "beside");
    files.protect("/home/you/.cache", false);
    files.write("/home/you/.cache/b", "x");
  });
});

describe("what was handed over", () => {
  it("is read once, as from a shell", () => {
    const { files } = createFakeSystem();
    expect(reasonOf(() => files.readGiven("-", 100))).toBe("ENOTFILE");
    files.handOver("a prompt");
    files.handOver("another", 3);
    expect(files.readGiven("/dev/fd/3", 100)).toHaveLength(7);
    expect(files.readGiven("-", 100)).toHaveLength(8);
    expect(failureOf(() => files.readGiven("/dev/stdin", 100)).message).toBe(
      "standard input has been read already, and can be read once only",
    );
  });
});
