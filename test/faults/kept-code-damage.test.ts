import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../cli/command.ts";
import { createKept, createKeeping, runTwice, version } from "./kept-code.ts";

describe("damaged code that was kept", () => {
  it("never crashes a command: one bit flipped at 60 places", () => {
    const { command, kept } = createKept();
    const sound = readFileSync(kept);
    const failed: number[] = [];
    for (let place = 0; place < 60; place += 1) {
      const at = Math.floor((place * sound.length) / 60);
      const flipped = Buffer.from(sound);
      flipped[at] = (flipped[at] as number) ^ (1 << (place % 8));
      writeFileSync(kept, flipped);
      const { code: exit, stdout, stderr } = command.run(["-V"]);
      if (exit !== 0 || stdout.trim() !== version || stderr !== "") failed.push(at);
    }
    expect(failed).toEqual([]);
  });

  it("is replaced by what was compiled instead, and then used again", () => {
    const { command, kept } = createKept();
    const sound = readFileSync(kept);
    for (const damaged of [
      Buffer.alloc(0),
      sound.subarray(0, 5000),
      Buffer.concat([sound, sound]),
    ]) {
      writeFileSync(kept, damaged);
      expect(command.run(["-V"]).stdout.trim()).toBe(version);
      const mended = readFileSync(kept);
      expect(mended.length).toBeGreaterThan(sound.length / 2);
      command.run(["-V"]);
      expect(readFileSync(kept).equals(mended)).toBe(true);
    }
  });
});

describe("an installation whose script is changed by hand", () => {
  /** A copy of the program, which calls itself by another version in as many letters and at the same time. */
  function createPatched() {
    const keeping = createKeeping();
    const dist = join(keeping.command.home, "dist");
    cpSync(join(root, "dist"), dist, { recursive: true, preserveTimestamps: true });
    const said = (): string =>
      spawnSync(process.execPath, [join(dist, "bin.js"), "-V"], {
        env: keeping.command.env,
        encoding: "utf8",
      }).stdout.trim();
    const patch = (from: string, to: string): void => {
      const path = join(dist, "warm.js");
      const { atime, mtime, size } = statSync(path);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll(`\`${from}\``, `\`${to}\``));
      utimesSync(path, atime, mtime);
      expect(statSync(path).size).toBe(size);
    };
    return { ...keeping, dist, said, patch };
  }

  it("runs as it stands there, at once and ever after", () => {
    const { said, patch } = createPatched();
    const other = version.replaceAll(/\d/g, "7");
    expect([said(), said()]).toEqual([version, version]);
    patch(version, other);
    expect([said(), said()]).toEqual([other, other]);
    patch(other, version);
    expect([said(), said()]).toEqual([version, version]);
  });

  it("takes nothing from another installation of the same version, and leaves it what it kept", () => {
    const { command, names, said } = createPatched();
    runTwice({ command });
    const first = names();
    expect([said(), said()]).toEqual([version, version]);
    expect(names()).toHaveLength(first.length + 1);
    expect(names()).toEqual(expect.arrayContaining(first));
  });
});

describe("V8 flags of the user's own", () => {
  it("have code of their own kept, so that neither start undoes the other's", () => {
    const { command, names, directory } = createKeeping();
    const flags = { NODE_OPTIONS: "--max-old-space-size=512" };
    for (let again = 0; again < 2; again += 1) {
      expect(command.run(["-V"]).code).toBe(0);
      expect(command.run(["-V"], flags).code).toBe(0);
    }
    expect(names()).toHaveLength(2);
    const times = () => names().map((name) => statSync(join(directory, name)).mtimeMs);
    const before = times();
    command.run(["-V"], flags);
    command.run(["-V"]);
    expect(times()).toEqual(before);
  });
});
