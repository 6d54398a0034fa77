import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { realCodec } from "../../system/real/codec.ts";
import { realFiles } from "../../system/real/files.ts";
import { saltName } from "./names.ts";
import { markerName, markerText } from "../../places/marker.ts";
import { QuerySalt } from "./query-salt.ts";
import { readSalt } from "./read-salt.ts";

const machine = { files: realFiles, codec: realCodec };
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "modelforge-salt-"));
});

afterEach(() => rmSync(home, { recursive: true }));

/** What one command finds. */
function found(cache: string | undefined) {
  const salt = new QuerySalt(cache, machine);
  return { salt: salt.read(), isLost: salt.isLost, warnings: salt.warnings };
}

const isRoot = process.getuid?.() === 0;
const another = "0123456789abcdef".repeat(2);

describe("the salt of a cache", () => {
  it("is made once, for the user alone, and the same from then on", () => {
    const cache = join(home, "cache");
    const { salt, ...rest } = found(cache);
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    expect(rest).toEqual({ isLost: false, warnings: [] });
    expect(found(cache)).toEqual({ salt, ...rest });
    expect(readSalt(cache, machine)).toBe(salt);
    expect(readdirSync(cache)).toEqual([".model-forge", saltName]);
    if (process.platform === "win32") return;
    expect(statSync(join(cache, saltName)).mode & 0o777).toBe(0o600);
  });

  it("is another in another cache", () => {
    expect(found(join(home, "a")).salt).not.toBe(found(join(home, "b")).salt);
  });

  it("is somebody's own file where nothing says that the directory is ModelForge's", () => {
    writeFileSync(join(home, saltName), "no salt");
    const { salt, isLost, warnings } = found(home);
    expect([salt, isLost]).toEqual([undefined, true]);
    expect(warnings[0]?.message).toMatch(/did not make; move it away, or set MODELFORGE_CACHE_DIR/);
    expect(readFileSync(join(home, saltName), "utf8")).toBe("no salt");
  });

  it("is made anew in a directory of ModelForge's, whatever was put in its place", () => {
    writeFileSync(join(home, markerName), markerText);
    writeFileSync(join(home, saltName), "no salt");
    const { salt, warnings } = found(home);
    expect(readFileSync(join(home, saltName), "utf8")).toBe(`${salt}\n`);
    expect(warnings.map(({ code }) => code)).toEqual(["cache.damaged"]);
  });

  it.each(["", another, `${another}  api.json\n`])(
    "is made anew where it is damaged, and that is said: %j",
    (text) => {
      writeFileSync(join(home, saltName), text);
      expect(readSalt(home, machine)).toBeUndefined();
      const { salt, isLost, warnings } = found(home);
      expect(readFileSync(join(home, saltName), "utf8")).toBe(`${salt}\n`);
      expect([isLost, warnings]).toEqual([
        false,
        [{ code: "cache.damaged", message: expect.stringContaining(`${join(home, saltName)} is`) }],
      ]);
      expect(found(home)).toEqual({ salt, isLost: false, warnings: [] });
    },
  );

  it("is nothing without a cache", () => {
    expect(found(undefined)).toEqual({ salt: undefined, isLost: false, warnings: [] });
  });

  const inItsPlace: [what: string, put: (path: string) => void, remedy: string][] = [
    ["a link", (path) => symlinkSync("/etc/hostname", path), "move it away"],
    ["a dangling link", (path) => symlinkSync("nowhere", path), "move it away"],
    ["a directory", (path) => mkdirSync(path), "move it away"],
    ["a pipe", (path) => execFileSync("mkfifo", [path]), "move it away"],
  ];
  if (!isRoot) {
    const hidden = (path: string) => {
      writeFileSync(path, `${another}\n`);
      chmodSync(path, 0);
    };
    inItsPlace.push(["a file that may not be read", hidden, 'sudo chown "$(id -u)" ']);
  }
  it.each(inItsPlace)(
    "is lost where %s stands in its place, which is named with what to do",
    (_, put, remedy) => {
      const path = join(home, saltName);
      put(path);
      for (const { salt, isLost, warnings } of [found(home), found(home)]) {
        expect([salt, isLost]).toEqual([undefined, true]);
        expect(warnings.map(({ code }) => code)).toEqual(["cache.unwritable"]);
        expect(warnings[0]?.message).toContain(path);
        expect(warnings[0]?.message).toContain(remedy);
      }
    },
  );

  it("is lost where somebody's own file has its name, which stays as it is", () => {
    writeFileSync(join(home, "mine"), "mine");
    writeFileSync(join(home, saltName), "pepper");
    const { salt, isLost, warnings } = found(home);
    expect([salt, isLost]).toEqual([undefined, true]);
    expect(warnings[0]?.message).toMatch(/did not make; move it away, or set MODELFORGE_CACHE_DIR/);
    expect(readFileSync(join(home, saltName), "utf8")).toBe("pepper");
  });

  it("is lost where nothing can be written", () => {
    writeFileSync(join(home, "file"), "");
    const { salt, isLost, warnings } = found(join(home, "file", "cache"));
    expect([salt, isLost]).toEqual([undefined, true]);
    expect(warnings[0]?.message).toContain("set MODELFORGE_CACHE_DIR");
  });
});
