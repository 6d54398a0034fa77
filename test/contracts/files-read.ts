import { describe, expect, it } from "vitest";
import { failureOf } from "../../src/testing/failures.ts";
import { type Disk, linkToFile, odd, reasonOf } from "./disks.ts";

const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

/** What reading and looking at files does on every machine. */
export function contractOf(name: string, make: () => Disk): void {
  describe(`${name}: reading`, () => {
    it("gives what a file holds, and undefined where there is none", () => {
      const { files, home, put } = make();
      put(`${home}/file`, "whole");
      expect(textOf(files.read(`${home}/file`))).toBe("whole");
      for (const none of [`${home}/none`, `${home}/file/below`, `${home}/none/below`, ""]) {
        expect([none, files.read(none)]).toEqual([none, undefined]);
        expect(files.open(none)).toBeUndefined();
        expect(files.readGiven(none, 10)).toBeUndefined();
        expect(files.info(none)).toBeUndefined();
        expect(files.target(none)).toBeUndefined();
        expect(files.list(none)).toBeUndefined();
      }
    });

    it("gives bytes of one's own", () => {
      const { files, home, put } = make();
      put(`${home}/file`, "whole");
      files.read(`${home}/file`)?.fill(0);
      expect(textOf(files.read(`${home}/file`))).toBe("whole");
    });

    it.each(odd)("of a file of ours refuses %s", (_, makeOdd, reason) => {
      const disk = make();
      const path = `${disk.home}/odd`;
      makeOdd(disk, path);
      expect(reasonOf(() => disk.files.read(path))).toEqual(["file.unreadable", reason]);
      expect(reasonOf(() => disk.files.open(path))).toEqual(["file.unreadable", reason]);
    });

    it("says the path and the system's word where it fails", () => {
      const { files, home } = make();
      files.makeDirectory(`${home}/directory`);
      const { message, hint, details } = failureOf(() => files.read(`${home}/directory`));
      expect(message).toBe(`cannot read ${home}/directory (it is a directory, EISDIR)`);
      expect(hint).toBe("check that it is a file");
      expect(details).toEqual({ path: `${home}/directory`, reason: "EISDIR" });
    });

    it("of a file that somebody named follows links, and refuses what is no file", () => {
      const disk = make();
      const { files, home } = disk;
      linkToFile(disk, `${home}/link`);
      disk.link(`${home}/second`, "link");
      expect(textOf(files.readGiven(`${home}/second`, 100))).toBe("target");
      disk.link(`${home}/nowhere`, `${home}/none`);
      expect(files.readGiven(`${home}/nowhere`, 100)).toBeUndefined();
      disk.pipe(`${home}/pipe`);
      for (const [path, reason] of [
        [home, "EISDIR"],
        [`${home}/pipe`, "ENOTFILE"],
      ] as const) {
        expect(reasonOf(() => files.readGiven(path, 100))).toEqual(["file.unreadable", reason]);
      }
    });

    it("stops at a limit: a file of ours is unreadable then, one that was named too large", () => {
      const { files, home, put } = make();
      const path = `${home}/file`;
      put(path, "12345");
      expect(files.read(path, 5)).toHaveLength(5);
      expect(reasonOf(() => files.read(path, 4))).toEqual(["file.unreadable", "ETOOLARGE"]);
      expect(files.readGiven(path, 5)).toHaveLength(5);
      const failure = failureOf(() => files.readGiven(path, 4));
      expect([failure.code, failure.details]).toEqual(["file.too-large", { path, limitBytes: 4 }]);
    });

    it("fails for links above that lead in a circle, and for names that are too long", () => {
      const { files, home, link } = make();
      link(`${home}/loop`, "loop");
      expect(reasonOf(() => files.read(`${home}/loop/file`))).toEqual(["file.unreadable", "ELOOP"]);
      for (const long of [`${home}/${"x".repeat(256)}`, `${home}/${"ä".repeat(128)}`]) {
        expect(reasonOf(() => files.read(long))).toEqual(["file.unreadable", "ENAMETOOLONG"]);
      }
      expect(files.read(`${home}/${"x".repeat(255)}`)).toBeUndefined();
      expect(failureOf(() => files.read(`${home}/a\0b`)).code).toBe("file.unreadable");
    });

    it("goes through links to directories, relative ones too, and up again from where they lead", () => {
      const { files, home, put, link } = make();
      put(`${home}/a/b/file`, "there");
      put(`${home}/a/beside`, "beside");
      link(`${home}/to-b`, "a/b");
      link(`${home}/a/up`, "../a/b");
      expect(textOf(files.read(`${home}/to-b/file`))).toBe("there");
      expect(textOf(files.read(`${home}/a/up/file`))).toBe("there");
      expect(textOf(files.read(`${home}/to-b/../beside`))).toBe("beside");
      expect(files.list(`${home}/to-b`)).toEqual(["file"]);
    });
  });

  describe(`${name}: whose it is, and where it leads`, () => {
    it("follows every link of a path, and gives nothing where that leads nowhere", () => {
      const { files, home, put, link } = make();
      put(`${home}/a/b/file`, "there");
      link(`${home}/to-b`, "a/b");
      link(`${home}/second`, "to-b/../b/file");
      link(`${home}/nowhere`, "none");
      const real = files.follow(home) ?? "";
      for (const path of ["a/b/file", "to-b/file", "second", "a/../a/./b/file"])
        expect([path, files.follow(`${home}/${path}`)]).toEqual([path, `${real}/a/b/file`]);
      expect(files.follow(`${home}/to-b`)).toBe(`${real}/a/b`);
      expect(files.follow(`${home}/nowhere`)).toBeUndefined();
      expect(files.follow(`${home}/none`)).toBeUndefined();
    });

    it("knows one's own files, and that nobody else may read or write what we make", () => {
      const { files, home, put, share } = make();
      files.write(`${home}/file`, "mine");
      files.makeDirectory(`${home}/directory`);
      for (const path of ["file", "directory"]) {
        const info = files.info(`${home}/${path}`);
        expect([path, info]).toMatchObject([
          path,
          { owner: "self", isOpen: false, isReadOnly: false, isShared: false },
        ]);
      }
      put(`${home}/read`, "by anybody");
      share(`${home}/read`);
      expect(files.info(`${home}/read`)).toMatchObject({ isOpen: false, isShared: true });
    });
  });

  describe(`${name}: an open file`, () => {
    it("gives pieces, fewer bytes where it ends before", () => {
      const { files, home, put } = make();
      put(`${home}/file`, "0123456789");
      const file = files.open(`${home}/file`);
      expect(file?.size).toBe(10);
      expect([
        textOf(file?.read(2, 3)),
        textOf(file?.read(8, 5)),
        textOf(file?.read(20, 5)),
      ]).toEqual(["234", "89", ""]);
      const into = new Uint8Array(4);
      expect([file?.readInto(into, 7), textOf(into)]).toEqual([3, "789\0"]);
      file?.close();
      file?.close();
    });

    it.each<[what: string, change: (disk: Disk, path: string) => void]>([
      ["removed", ({ files }, path) => files.removeFile(path)],
      ["replaced", ({ files }, path) => files.replace(path, "newer!")],
      [
        "renamed over",
        ({ files, put }, path) => {
          put(`${path}-2`, "other!");
          files.rename(`${path}-2`, path);
        },
      ],
      ["removed with its directory", ({ remove, home }) => remove(`${home}/above`)],
    ])("stays what it was where it is %s", (_, change) => {
      const disk = make();
      const path = `${disk.home}/above/file`;
      disk.put(path, "before");
      const file = disk.files.open(path);
      change(disk, path);
      expect(textOf(file?.read(0, 6))).toBe("before");
      file?.close();
    });

    it("shows what is added to it", () => {
      const { files, home, put } = make();
      put(`${home}/file`, "one");
      const file = files.open(`${home}/file`);
      files.append(`${home}/file`, " two");
      expect([file?.size, textOf(file?.read(0, 10))]).toEqual([3, "one two"]);
      file?.close();
    });
  });

  describe(`${name}: looking`, () => {
    it("tells a file, a directory, a link and anything else apart, and what a link leads to", () => {
      const disk = make();
      const { files, home } = disk;
      linkToFile(disk, `${home}/link`);
      disk.pipe(`${home}/pipe`);
      disk.link(`${home}/nowhere`, "none");
      const kinds = (path: string) => [files.info(path)?.kind, files.target(path)?.kind];
      expect(kinds(home)).toEqual(["directory", "directory"]);
      expect(kinds(`${home}/link-target`)).toEqual(["file", "file"]);
      expect(kinds(`${home}/link`)).toEqual(["link", "file"]);
      expect(kinds(`${home}/pipe`)).toEqual(["other", "other"]);
      expect(kinds(`${home}/nowhere`)).toEqual(["link", undefined]);
      expect(files.info(`${home}/nowhere`)?.bytes).toBe(4);
    });

    it("counts bytes and names, and knows the same file by its number", () => {
      const { files, home, put, hardLink } = make();
      put(`${home}/one`, "grün");
      put(`${home}/other`, "grün");
      hardLink(`${home}/two`, `${home}/one`);
      const [one, two, other] = ["one", "two", "other"].map((file) =>
        files.info(`${home}/${file}`),
      );
      expect(one).toEqual(two);
      expect(one).toMatchObject({ bytes: 5, names: 2 });
      expect(other).toMatchObject({ bytes: 5, names: 1 });
      expect(other?.number).not.toBe(one?.number);
      files.removeFile(`${home}/two`);
      expect(files.info(`${home}/one`)?.names).toBe(1);
    });

    it("gives a file that is written anew another number, and one that grows or moves its own", () => {
      const { files, home, put } = make();
      const numberOf = (path: string) => files.info(path)?.number;
      put(`${home}/file`, "old");
      const first = numberOf(`${home}/file`);
      files.append(`${home}/file`, "er");
      files.rename(`${home}/file`, `${home}/moved`);
      expect(numberOf(`${home}/moved`)).toBe(first);
      files.replace(`${home}/moved`, "new");
      expect(numberOf(`${home}/moved`)).not.toBe(first);
    });

    it("says when the content changed, and when that was said", () => {
      const { files, home, put, date } = make();
      put(`${home}/file`, "x");
      const before = files.info(`${home}/file`);
      date(`${home}/file`, 1_000_000);
      const after = files.info(`${home}/file`);
      expect(after?.modifiedMs).toBe(1_000_000);
      expect(after?.changedMs).toBeGreaterThanOrEqual(before?.changedMs ?? Number.NaN);
      expect(before?.changedMs).toBeGreaterThan(1_000_000);
      files.append(`${home}/file`, "y");
      expect(files.info(`${home}/file`)?.modifiedMs).toBeGreaterThan(1_000_000);
    });

    it("lists the names of a directory in their order", () => {
      const { files, home, put, link } = make();
      for (const file of ["b", "a", "Z", "ä", ".hidden", "c/d"]) put(`${home}/${file}`, "");
      link(`${home}/l`, "none");
      expect(files.list(home)).toEqual([".hidden", "Z", "a", "b", "c", "l", "ä"]);
      expect(files.list(`${home}/a`)).toBeUndefined();
    });

    it("resolves what is relative against where the program stands", () => {
      const { files } = make();
      expect(files.resolve("/a/b", "../c/./d")).toBe("/a/c/d");
      expect(files.resolve("/a", "~/x")).toBe("/a/~/x");
      const here = files.resolve();
      expect(files.resolve("x/")).toBe(`${here}/x`);
      expect(files.resolve("/a", "/b")).toBe("/b");
    });
  });
}
