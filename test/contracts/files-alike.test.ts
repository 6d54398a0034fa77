import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../src/failure.ts";
import { type Disk, fakeDisk, realDisk } from "./disks.ts";

const seed = 8_801;
const numRuns = 400;

/** Few names, so that they meet; `up` and `in` are often links. */
const anyPath = fc
  .array(fc.constantFrom("a", "b", "up", "in", "..", "."), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join("/"));
const anyTarget = fc.constantFrom("a", "b", "..", "a/b", "in", "none", "b/../a");

type Deed = (disk: Disk) => unknown;
const at = ({ home }: Disk, path: string): string => `${home}/v/w/x/y/${path}`;

const anyDeed: fc.Arbitrary<{ name: string; deed: Deed }> = fc.oneof(
  ...(["read", "open", "info", "target", "list"] as const).map((name) =>
    // systems differ in what a slash at the end means to whoever changes something
    fc.tuple(anyPath, fc.constantFrom("", "", "", "/")).map(([path, slash]) => ({
      name: `${name} ${path}${slash}`,
      deed: (disk: Disk) => {
        const result = disk.files[name](at(disk, path + slash)) as unknown;
        return name === "open" ? closed(result) : comparable(result);
      },
    })),
  ),
  ...(["makeDirectory", "removeFile", "removeDirectory"] as const).map((name) =>
    anyPath.map((path) => ({
      name: `${name} ${path}`,
      deed: (disk: Disk) => disk.files[name](at(disk, path)),
    })),
  ),
  ...(["write", "replace", "append"] as const).map((name) =>
    fc.tuple(anyPath, fc.constantFrom("", "one", "two")).map(([path, text]) => ({
      name: `${name} ${path} ${text}`,
      deed: (disk: Disk) => disk.files[name](at(disk, path), text),
    })),
  ),
  fc.tuple(anyPath, anyPath).map(([from, to]) => ({
    name: `rename ${from} ${to}`,
    deed: (disk: Disk) => disk.files.rename(at(disk, from), at(disk, to)),
  })),
  fc.tuple(fc.constantFrom("up", "in", "a/in", "b/up"), anyTarget).map(([path, target]) => ({
    name: `link ${path} ${target}`,
    deed: (disk: Disk) => {
      const { files } = disk;
      const above = files.target(`${at(disk, path)}/..`)?.kind === "directory";
      if (above && files.info(at(disk, path)) === undefined) disk.link(at(disk, path), target);
    },
  })),
  fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom("a", "b/a")).map(([path, existing]) => ({
    name: `name ${path} ${existing}`,
    deed: (disk: Disk) => {
      const { files } = disk;
      const isFile = files.info(at(disk, existing))?.kind === "file";
      if (isFile && files.info(at(disk, path)) === undefined) {
        disk.hardLink(at(disk, path), at(disk, existing));
      }
    },
  })),
);

/** Without what two disks number and count in ways of their own. */
function comparable(result: unknown): unknown {
  if (typeof result !== "object" || result === null || !("kind" in result)) return result;
  const { kind, bytes, names } = result as { kind: string; bytes: number; names: number };
  return kind === "directory" ? { kind } : { kind, bytes, names };
}

function closed(file: unknown): unknown {
  if (file === undefined) return undefined;
  const { size, close } = file as { size: number; close(): void };
  close();
  return size;
}

function outcomeOf(deed: Deed, disk: Disk): unknown {
  try {
    const result = deed(disk);
    return result instanceof Uint8Array ? new TextDecoder().decode(result) : result;
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    return [error.code, error.details.reason, String(error.details.path).slice(disk.home.length)];
  }
}

/** Everything at and below a path. */
function treeOf({ files }: Disk, path: string): unknown {
  const kind = files.info(path)?.kind;
  if (kind === "file") return new TextDecoder().decode(files.read(path));
  if (kind !== "directory") return kind;
  return Object.fromEntries(
    (files.list(path) ?? []).map((name) => [name, treeOf({ files } as Disk, `${path}/${name}`)]),
  );
}

describe("the files of this machine and files made up", () => {
  const real = realDisk();

  it("answer every sequence of operations alike, and look alike after it", () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { minLength: 5, maxLength: 30 }), (deeds) => {
        const disks = [real(), fakeDisk()] as const;
        for (const disk of disks) disk.files.makeDirectory(`${disk.home}/v/w/x/y`);
        for (const { name, deed } of deeds) {
          const [one, other] = disks.map((disk) => outcomeOf(deed, disk));
          expect([name, other]).toEqual([name, one]);
        }
        const [one, other] = disks.map((disk) => treeOf(disk, disk.home));
        expect(other).toEqual(one);
      }),
      { seed, numRuns },
    );
  });
});
