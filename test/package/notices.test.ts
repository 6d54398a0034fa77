import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { binariesIn } from "../../scripts/notices/binaries.ts";
import { type LeftOut, leftOut } from "../../scripts/notices/left-out.ts";
import { licencesOf } from "../../scripts/notices/licences.ts";
import { packagesOf } from "../../scripts/notices/packages.ts";
import { root } from "../cli/command.ts";

const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");

const sumOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** `ink@6.8.0`, of the package that lies there. */
function nameIn(folder: string): string {
  const { name, version } = JSON.parse(read(folder, "package.json")) as Record<string, string>;
  return `${name}@${version}`;
}

function foldersIn(modules: readonly string[]): string[] {
  const folders = modules.flatMap(
    (module) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module) ?? [],
  );
  return [...new Set(folders)];
}

describe("the notices of the built package", () => {
  const notices = read("dist", "THIRD-PARTY-NOTICES.md");
  const named = [...notices.matchAll(/^## (\S+@\d\S*)$/gm)].map(([, name = ""]) => name);
  const bundles = readdirSync(join(root, "build", "bundled"));
  const modules = bundles.flatMap((name) => JSON.parse(read("build", "bundled", name)) as string[]);

  it("name every package that is in a bundle, and no other", () => {
    const { source } = JSON.parse(read("dist", "snapshot", "snapshot.json")) as { source: string };
    const expected = new Set(foldersIn(modules).map(nameIn));
    // what the bundler adds itself, and whose catalog the snapshot is
    expected.add(nameIn("node_modules/rolldown"));
    if (source.startsWith("npm ")) expected.add(nameIn(`node_modules/${source.slice(4)}`));
    expect([...named].sort()).toEqual([...expected].sort());
    const names = named.map((one) => one.slice(0, one.lastIndexOf("@")));
    expect(names).toEqual([...names].sort());
    expect(named).toContainEqual(expect.stringMatching(/^tokenx@\d/));
  });

  it("are made of all bundles, the library's and the picker's among them", () => {
    const built = bundles.map((name) => name.replace(/\.json$/, "").split("+"));
    expect(built.flat().sort()).toEqual(
      expect.arrayContaining([
        "bin.js",
        "command.js",
        "index.cjs",
        "hot-complete.js",
        "index.mjs",
        "picker.mjs",
        "whole.js",
      ]),
    );
  });

  it("have a text for each, and for parts with licences of their own", () => {
    const sections = notices.split(/^## (?=\S+@\d)/m).slice(1);
    for (const section of sections) expect(section).toMatch(/~~~~text\n[^~]{150,}\n~~~~/);
    const undici = sections.find((section) => section.startsWith("undici@"));
    for (const holder of ["Undici contributors", "Ethan Arrowood", "Fedor Indutny"]) {
      expect(undici).toContain(holder);
    }
  });
});

describe("programs in WebAssembly in the built package", () => {
  const notices = read("dist", "THIRD-PARTY-NOTICES.md");
  const files = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" });
  const bundles = files.filter((name) => /\.[cm]?js$/.test(name));

  it("are in scripts whose modules have an entry for what the programs are made of", () => {
    const modules = readdirSync(join(root, "build", "bundled")).flatMap(
      (name) => JSON.parse(read("build", "bundled", name)) as string[],
    );
    const holding = [...new Set(modules)].filter(
      (module) =>
        // of what the bundler makes up there is no file
        existsSync(join(root, module)) && binariesIn(read(module)).length > 0,
    );
    // what is in the bundles is what the modules hold
    const known = new Set(holding.flatMap((module) => binariesIn(read(module)).map(sumOf)));
    const found = bundles.flatMap((name) => binariesIn(read("dist", name)).map(sumOf));
    expect(known).toEqual(new Set([...known, ...found]));
    const foreign = holding.filter((module) => !module.startsWith("src/"));
    expect(foreign.length).toBeGreaterThan(2);
    for (const module of foreign) {
      const entries = leftOut.filter((one) => one.of === "binary" && one.modules.test(module));
      expect([module, entries.length > 0]).toEqual([module, true]);
      for (const { text } of entries) expect(notices).toContain(text);
    }
  });

  it("are nowhere as files of their own, which no module would name", () => {
    for (const name of files.filter((one) => statSync(join(root, "dist", one)).isFile())) {
      const start = readFileSync(join(root, "dist", name))
        .subarray(0, 4)
        .toString("latin1");
      expect([name, start]).toEqual([name, expect.not.stringMatching(/^(?:\0asm|\u007fELF)/)]);
    }
  });

  it("name whoever wrote them", () => {
    const sections = notices.split(/^## (?=\S+@\d)/m);
    const ofJq = sections.find((section) => section.startsWith("jq-wasm@"));
    for (const holder of [
      "Owen Ou",
      "jq is copyright (C) 2012 Stephen Dolan",
      "Copyright (c) 2002-2021 K.Kosako",
      "International Business Machines Corporation",
      "David M. Gay",
      "Emscripten authors",
      "Rich Felker",
    ]) {
      expect(ofJq).toContain(holder);
    }
  });
});

describe("a package without a licence file", () => {
  let place = "";
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "modelforge-notices-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  };
  const nameless = "node_modules/@some/nameless";
  const module = `${nameless}/lib/part/index.js`;
  const texts = (table: readonly LeftOut[] = []): string[] => {
    const [bundled] = packagesOf([join(place, module)]);
    return bundled === undefined ? [] : licencesOf(bundled, table);
  };
  beforeEach(() => {
    put(`${nameless}/package.json`, '{ "name": "@some/nameless", "version": "1.2.3" }');
    put(module, "// Copyright Somebody\n");
  });

  it("makes the build fail, with its name", () => {
    put("build/bundled/bin.js.json", JSON.stringify([module]));
    const build = () =>
      spawnSync(process.execPath, [join(root, "build", "finish-build.mjs")], {
        cwd: place,
        encoding: "utf8",
        env: {
          ...process.env,
          MODELFORGE_SNAPSHOT_FROM: join(root, "test/fixtures/docs-catalog.json"),
        },
      });
    const failed = build();
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain("@some/nameless@1.2.3 is bundled and has no licence file");
    put(`${nameless}/LICENSE`, "Do what you like.");
    expect(build()).toMatchObject({ status: 0 });
    const notices = readFileSync(join(place, "dist/THIRD-PARTY-NOTICES.md"), "utf8");
    expect(notices).toContain("## @some/nameless@1.2.3\n\n~~~~text\nDo what you like.\n~~~~\n");
  });

  it("is not helped by a script of that name, or by the licence of a part", () => {
    put(`${nameless}/license.js`, "export const license = 'MIT';");
    put(`${nameless}/lib/part/LICENSE`, "Of the part.");
    expect(() => texts()).toThrow("no licence file");
  });

  it.each(["LICENSE", "license.md", "LICENCE.txt", "LICENSE-MIT", "COPYING"])(
    "is none if it has %s; a notice and the licences of parts go along",
    (name) => {
      put(`${nameless}/${name}`, "Of the package.");
      put(`${nameless}/NOTICE`, "Also read this.");
      put(`${nameless}/lib/part/LICENSE`, "Of the part.");
      expect(texts()).toEqual(["Of the package.", "Also read this.", "Of the part."]);
    },
  );

  describe("in the table of those", () => {
    const entry: LeftOut = {
      modules: /nameless/,
      of: "package",
      reason: "it forgot",
      claim: "Copyright Somebody",
      text: "Of the table.",
    };

    it("is given the text that stands there", () => {
      expect(texts([entry])).toEqual(["Of the table."]);
      expect(() => texts([{ ...entry, of: "part" }])).toThrow("no licence file");
    });

    it("has to say what a program in WebAssembly is made of, and of which one it speaks", () => {
      const program = Buffer.concat([
        Buffer.from("\0asm\u0001\0\0\0", "latin1"),
        Buffer.from("version 1.2.3 of something larger than nothing".repeat(2)),
      ]);
      put(`${nameless}/LICENSE`, "Of the wrapper.");
      put(module, `export const wasm = "${program.toString("base64")}";`);
      expect(() => texts()).toThrow("@some/nameless@1.2.3 holds WebAssembly in");
      const part: LeftOut = { ...entry, of: "binary", claim: "version 1.2.3" };
      expect(texts([part])).toEqual(["Of the wrapper.", "Of the table."]);
      expect(() => texts([{ ...part, of: "part" }])).toThrow("holds WebAssembly");
      expect(() => texts([{ ...part, claim: "version 2" }])).toThrow("no longer says: version 2");
    });

    it("has to be taken out once it has a file, or says something else", () => {
      put(module, "// Copyright Nobody\n");
      expect(() => texts([entry])).toThrow("no longer says: Copyright Somebody");
      put(`${nameless}/LICENSE`, "Of the package.");
      expect(() => texts([entry])).toThrow("has a licence file by now");
    });
  });
});

describe("a module of which nobody knows whose it is", () => {
  it("makes the build fail, and ours do not", () => {
    expect(packagesOf(["src/bin.ts", "\0own:no-http2"])).toEqual([]);
    for (const module of ["\0plugin:helper", "../elsewhere/index.js", "vendor/parser.js"]) {
      expect(() => packagesOf([module])).toThrow("whose is");
    }
  });
});
