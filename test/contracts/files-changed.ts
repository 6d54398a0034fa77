import { describe, expect, it } from "vitest";
import { failureOf } from "../../src/testing/failures.ts";
import { type Disk, linkToFile, odd, reasonOf } from "./disks.ts";

/** What changing files does on every machine. */
export function contractOf(name: string, make: () => Disk): void {
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

  describe(`${name}: writing a file that somebody named`, () => {
    it("makes it whole, and replaces one that is there only when told", () => {
      const { files, home, text } = make();
      files.writeGiven(`${home}/out`, "grün", false);
      expect(reasonOf(() => files.writeGiven(`${home}/out`, "new", false))).toEqual([
        "file.unwritable",
        "EEXIST",
      ]);
      expect(text(`${home}/out`)).toBe("grün");
      files.writeGiven(`${home}/out`, new Uint8Array([103, 114]), true);
      expect(text(`${home}/out`)).toBe("gr");
      expect(files.list(home)).toEqual(["out"]);
    });

    it("follows a link, which stays, also to where nothing is yet where it may replace", () => {
      const { files, home, link, put, text } = make();
      put(`${home}/file`, "old");
      link(`${home}/link`, "file");
      link(`${home}/nowhere`, "none");
      files.writeGiven(`${home}/link`, "new", true);
      expect([text(`${home}/file`), files.info(`${home}/link`)?.kind]).toEqual(["new", "link"]);
      expect(reasonOf(() => files.writeGiven(`${home}/nowhere`, "new", false))[1]).toBe("EEXIST");
      expect(files.info(`${home}/none`)).toBeUndefined();
      link(`${home}/further`, "nowhere");
      files.writeGiven(`${home}/further`, "made", true);
      expect([text(`${home}/none`), files.info(`${home}/nowhere`)?.kind]).toEqual(["made", "link"]);
      link(`${home}/circle`, "circle");
      expect(reasonOf(() => files.writeGiven(`${home}/circle`, "", true))[1]).toBe("ELOOP");
    });

    it("says what stands in the way, and where there is no directory", () => {
      const { files, home, link, put } = make();
      files.makeDirectory(`${home}/directory`);
      put(`${home}/file`, "");
      expect(reasonOf(() => files.writeGiven(`${home}/directory`, "", true))[1]).toBe("EISDIR");
      expect(reasonOf(() => files.writeGiven(`${home}/file/out`, "", true))[1]).toBe("ENOTDIR");
      const failure = failureOf(() => files.writeGiven(`${home}/none/out`, "", false));
      expect(failure.message).toBe(
        `cannot write ${home}/none/out: there is no directory ${home}/none`,
      );
      expect(failure.hint).not.toContain("MODELFORGE_CACHE_DIR");
      link(`${home}/astray`, "none/out");
      const astray = failureOf(() => files.writeGiven(`${home}/astray`, "", true));
      expect([astray.message, astray.hint]).toEqual([
        `cannot write ${home}/astray: no such file can be made there (ENOENT)`,
        "name another file",
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

    it("leaves a file that it replaces its rights only when told", () => {
      const { files, home, put, makeReadOnly } = make();
      const rightsAfter = (rights?: "kept") => {
        put(`${home}/file-${rights}`, "old");
        makeReadOnly(`${home}/file-${rights}`);
        files.replace(`${home}/file-${rights}`, "new", rights && { rights });
        return files.info(`${home}/file-${rights}`)?.isReadOnly;
      };
      expect([rightsAfter("kept"), rightsAfter()]).toEqual([true, false]);
      files.replace(`${home}/new`, "made", { rights: "kept" });
      expect(files.info(`${home}/new`)).toMatchObject({ isOpen: false, isReadOnly: false });
    });

    it("replaces a file the same where it is to be on the disk before all else", () => {
      const { files, home, text } = make();
      for (const said of ["made", "new"]) files.replace(`${home}/first`, said, { first: true });
      expect([text(`${home}/first`), files.list(home)]).toEqual(["new", ["first"]]);
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
