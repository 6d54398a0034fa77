import { describe, expect, it } from "vitest";
import type { Files } from "../../src/system/ports.ts";
import { failureOf } from "../../src/testing/failures.ts";

/** Files, a place of one's own among them, and what another program may do there. */
export interface Disk {
  files: Files;
  /** An empty directory. */
  home: string;
  put(path: string, content: string): void;
  text(path: string): string | undefined;
  link(path: string, target: string): void;
  hardLink(path: string, existing: string): void;
  pipe(path: string): void;
  remove(path: string): void;
  date(path: string, modifiedMs: number): void;
}

const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

const reasonOf = (act: () => unknown): unknown[] => {
  const { code, details } = failureOf(act);
  return [code, details.reason];
};

/** What is no plain file of one name. */
const odd: [what: string, make: (disk: Disk, path: string) => void, read: string, write: string][] =
  [
    ["a directory", ({ files }, path) => files.makeDirectory(path), "EISDIR", "EISDIR"],
    ["a pipe", ({ pipe }, path) => pipe(path), "ENOTFILE", "ENOTFILE"],
    ["a link to a file", linkToFile, "ELINK", "ELOOP"],
    ["a link to nowhere", ({ link }, path) => link(path, "/nowhere/at/all"), "ELINK", "ELOOP"],
    ["a link to itself", ({ link }, path) => link(path, path), "ELINK", "ELOOP"],
  ];

function linkToFile({ put, link }: Disk, path: string): void {
  put(`${path}-target`, "target");
  link(path, `${path}-target`);
}

/** What every machine's files do. */
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
      expect(hint).toMatch(/you may read it/);
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

  describe(`${name}: making directories`, () => {
    it("makes those above, and says whether the last was missing", () => {
      const { files, home } = make();
      const path = `${home}/a/b/c`;
      expect([files.makeDirectory(path), files.makeDirectory(path)]).toEqual([true, false]);
      expect(files.makeDirectory(`${home}/a`)).toBe(false);
    });

    it("takes a link to a directory for one, and makes none through a link to nowhere", () => {
      const { files, home, link } = make();
      files.makeDirectory(`${home}/a`);
      link(`${home}/link`, "a");
      link(`${home}/nowhere`, "none");
      expect(files.makeDirectory(`${home}/link`)).toBe(false);
      expect(files.makeDirectory(`${home}/link/b`)).toBe(true);
      expect(files.list(`${home}/a`)).toEqual(["b"]);
      expect(reasonOf(() => files.makeDirectory(`${home}/nowhere`))).toEqual([
        "file.unwritable",
        "EEXIST",
      ]);
      expect(files.info(`${home}/none`)).toBeUndefined();
    });

    it("fails where something else stands, or on the way to it", () => {
      const { files, home, put } = make();
      put(`${home}/file`, "");
      expect(reasonOf(() => files.makeDirectory(`${home}/file`))).toEqual([
        "file.unwritable",
        "EEXIST",
      ]);
      expect(reasonOf(() => files.makeDirectory(`${home}/file/a/b`))).toEqual([
        "file.unwritable",
        "ENOTDIR",
      ]);
      expect(reasonOf(() => files.makeDirectory(`${home}/${"a/".repeat(300)}`))).toEqual([
        "file.unwritable",
        "ENOENT",
      ]);
    });
  });

  describe(`${name}: writing`, () => {
    it("makes a new file of text or bytes", () => {
      const { files, home, text } = make();
      files.write(`${home}/text`, "grün");
      files.write(`${home}/bytes`, new Uint8Array([103, 114]));
      expect([text(`${home}/text`), text(`${home}/bytes`)]).toEqual(["grün", "gr"]);
    });

    it("makes no file where one is, nor where there is no directory", () => {
      const { files, home, put, text } = make();
      put(`${home}/file`, "old");
      expect(reasonOf(() => files.write(`${home}/file`, "new"))[1]).toBe("EEXIST");
      expect(text(`${home}/file`)).toBe("old");
      for (const write of [files.write, files.replace, files.append]) {
        expect(reasonOf(() => write(`${home}/none/file`, ""))).toEqual([
          "file.unwritable",
          "ENOENT",
        ]);
        expect(reasonOf(() => write(`${home}/file/below`, ""))).toEqual([
          "file.unwritable",
          "ENOTDIR",
        ]);
      }
    });

    it.each(odd)("replaces and extends nothing that is %s", (_, makeOdd, __, reason) => {
      const disk = make();
      const path = `${disk.home}/odd`;
      makeOdd(disk, path);
      const before = disk.files.info(path);
      expect(reasonOf(() => disk.files.replace(path, "new"))).toEqual(["file.unwritable", reason]);
      expect(failureOf(() => disk.files.append(path, "new")).code).toBe("file.unwritable");
      expect(reasonOf(() => disk.files.write(path, "new"))).toEqual(["file.unwritable", "EEXIST"]);
      expect(disk.files.info(path)).toEqual(before);
      expect(disk.text(`${path}-target`) ?? "target").toBe("target");
      expect(disk.files.list(disk.home)?.filter((one) => one.endsWith(".tmp"))).toEqual([]);
    });

    it("replaces a file and leaves nothing beside it", () => {
      const { files, home, put, text } = make();
      put(`${home}/file`, "old");
      files.replace(`${home}/file`, "new");
      files.replace(`${home}/other`, "made");
      expect([text(`${home}/file`), text(`${home}/other`)]).toEqual(["new", "made"]);
      expect(files.list(home)).toEqual(["file", "other"]);
    });

    it("adds to the end of a file, and makes it where there is none", () => {
      const { files, home, text } = make();
      files.append(`${home}/log`, "one\n");
      files.append(`${home}/log`, "two\n");
      expect(text(`${home}/log`)).toBe("one\ntwo\n");
    });

    it("touches no file that has a second name", () => {
      const { files, home, put, hardLink, text } = make();
      put(`${home}/file`, "old");
      hardLink(`${home}/second`, `${home}/file`);
      for (const write of [files.replace, files.append]) {
        expect(reasonOf(() => write(`${home}/file`, "!"))).toEqual(["file.unwritable", "ELINKED"]);
      }
      expect(text(`${home}/second`)).toBe("old");
    });
  });

  describe(`${name}: renaming`, () => {
    it("puts one file in the place of another, at once", () => {
      const { files, home, put, text } = make();
      put(`${home}/a`, "a");
      put(`${home}/b`, "b");
      files.rename(`${home}/a`, `${home}/b`);
      expect([text(`${home}/a`), text(`${home}/b`)]).toEqual([undefined, "a"]);
    });

    it("moves a directory with all in it, also onto an empty one", () => {
      const { files, home, put, text } = make();
      put(`${home}/a/deep/file`, "x");
      files.makeDirectory(`${home}/b`);
      files.rename(`${home}/a`, `${home}/b`);
      expect([text(`${home}/b/deep/file`), files.list(home)]).toEqual(["x", ["b"]]);
    });

    it("moves a link, not what it leads to", () => {
      const disk = make();
      linkToFile(disk, `${disk.home}/link`);
      disk.files.rename(`${disk.home}/link`, `${disk.home}/moved`);
      expect(disk.files.info(`${disk.home}/moved`)?.kind).toBe("link");
      expect(disk.text(`${disk.home}/link-target`)).toBe("target");
    });

    it.each([
      ["what is not there", "none", "new", "ENOENT"],
      ["into a directory that is not there", "file", "none/new", "ENOENT"],
      ["below a file", "file", "file/new", "ENOTDIR"],
      ["a file onto a directory", "file", "empty", "EISDIR"],
      ["a directory onto a file", "empty", "file", "ENOTDIR"],
      ["a directory onto one that holds something", "empty", "full", "ENOTEMPTY"],
      ["a directory into itself", "full", "full/below", "EINVAL"],
    ])("fails for %s, and changes nothing", (_, from, to, reason) => {
      const { files, home, put } = make();
      put(`${home}/file`, "x");
      put(`${home}/full/inside`, "x");
      files.makeDirectory(`${home}/empty`);
      const failure = failureOf(() => files.rename(`${home}/${from}`, `${home}/${to}`));
      expect([failure.code, failure.details]).toEqual([
        "file.unwritable",
        { path: `${home}/${to}`, reason },
      ]);
      expect(files.list(home)).toEqual(["empty", "file", "full"]);
      expect(files.list(`${home}/full`)).toEqual(["inside"]);
    });

    it("leaves alone a file that has both names already", () => {
      const { files, home, put, hardLink } = make();
      put(`${home}/a`, "x");
      hardLink(`${home}/b`, `${home}/a`);
      files.rename(`${home}/a`, `${home}/b`);
      expect(files.list(home)).toEqual(["a", "b"]);
    });
  });

  describe(`${name}: removing`, () => {
    it("takes what is absent for removed", () => {
      const { files, home, put } = make();
      put(`${home}/file`, "x");
      for (const none of [`${home}/none`, `${home}/none/below`, `${home}/file/below`]) {
        files.removeFile(none);
        expect(files.removeDirectory(none)).toBe(true);
      }
      expect(files.list(home)).toEqual(["file"]);
    });

    it("removes a link, never what it leads to", () => {
      const disk = make();
      linkToFile(disk, `${disk.home}/link`);
      disk.files.removeFile(`${disk.home}/link`);
      expect(disk.files.list(disk.home)).toEqual(["link-target"]);
    });

    it("removes no directory as a file, and none that holds something", () => {
      const { files, home, put } = make();
      put(`${home}/full/inside`, "x");
      expect(failureOf(() => files.removeFile(`${home}/full`)).code).toBe("file.unwritable");
      expect(files.removeDirectory(`${home}/full`)).toBe(false);
      files.removeFile(`${home}/full/inside`);
      expect(files.removeDirectory(`${home}/full`)).toBe(true);
      expect(files.list(home)).toEqual([]);
    });
  });
}
