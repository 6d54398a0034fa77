import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../cli/command.ts";

interface Cruised {
  modules: { source: string; dependencies: { resolved: string; dependencyTypes: string[] }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

const { rooms, tests } = createRequire(import.meta.url)("../../rooms.cjs") as {
  rooms: Record<string, string[]>;
  tests: string;
};

function cruise(directory: string): Cruised {
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const options = { cwd: directory, encoding: "utf8", maxBuffer: 64 * 1024 ** 2 } as const;
  return JSON.parse(execFileSync(process.execPath, [program, ...args], options)) as Cruised;
}

const isIn = (room: string, path: string): boolean =>
  room.endsWith("/") ? path.startsWith(room) : path === room;

function roomOf(path: string): string | undefined {
  const all = Object.keys(rooms).filter((room) => isIn(room, path));
  return all.sort((a, b) => b.length - a.length)[0];
}

/** What stands wrong in the table would let something through, or keep something out that nobody knows of. */
describe("the table of rooms", () => {
  const { modules } = cruise(root);
  const own = modules.filter(
    ({ source }) =>
      /^src\/.*(?<!\.test)\.tsx?$/.test(source) &&
      // what is published of what tests are made of has rooms of its own
      (!source.startsWith(tests) || roomOf(source) !== undefined),
  );

  it("has a room for every file", () => {
    expect(own.length).toBeGreaterThan(200);
    expect(own.filter(({ source }) => roomOf(source) === undefined)).toEqual([]);
  });

  it("allows nothing that nobody needs", () => {
    const unused = Object.entries(rooms).flatMap(([room, allowed]) => {
      const needed = own
        .filter(({ source }) => roomOf(source) === room)
        .flatMap(({ dependencies }) => dependencies);
      const isNeeded = (entry: string) =>
        needed.some(({ resolved, dependencyTypes }) => {
          if (entry === "node:") return dependencyTypes.includes("core");
          return entry.startsWith("npm:")
            ? resolved.includes(`node_modules/${entry.slice(4)}/`)
            : isIn(entry, resolved);
        });
      return allowed.filter((entry) => !isNeeded(entry)).map((entry) => `${room} ${entry}`);
    });
    expect(unused).toEqual([]);
  });
});

describe("the table in ARCHITECTURE.md", () => {
  it("is the table of rooms", () => {
    const shown = (entry: string) => `\`${entry.replace(/^npm:/, "")}\``;
    const row = (room: string, allowed: string[]) =>
      `| ${shown(room)} | ${allowed.map(shown).join(", ") || "nothing"} |`;
    const rows = Object.entries(rooms).map(([room, allowed]) => row(room, allowed));
    const table = `| from | may import, besides itself |\n|---|---|\n${rows.join("\n")}\n`;
    expect(readFileSync(join(root, "ARCHITECTURE.md"), "utf8")).toContain(table);
  });
});

/** Each file imports one thing; the rule it breaks, or undefined. */
const tries: [file: string, imports: string, breaks: string | undefined][] = [
  ["src/targets/new.ts", "../surfaces/cli/main.ts", "a file in no room imports nothing"],
  ["src/new.ts", "./failure.ts", "a file in no room imports nothing"],
  ["src/catalog/new.ts", "./words/word.ts", "a file in no room imports nothing"],
  ["src/catalog/words/up.ts", "../parse/own.ts", "src/catalog/words/ imports what its row says"],
  ["src/catalog/parse/down.ts", "../words/word.ts", undefined],
  [
    "src/catalog/prepared/up.ts",
    "../query/own.ts",
    "src/catalog/prepared/ imports what its row says",
  ],
  ["src/catalog/query/package.ts", "yaml", "src/catalog/query/ imports what its row says"],
  ["src/modelsdev/file.ts", "node:fs", "node:* behind the ports"],
  ["src/modelsdev/real.ts", "../system/real/own.ts", "src/modelsdev/ imports what its row says"],
  ["src/places/catalog.ts", "../catalog/words/word.ts", "src/places/ imports what its row says"],
  ["src/operations/one/other.ts", "../two/own.ts", "the folders of src/operations/ stand alone"],
  [
    "src/operations/one/up.ts",
    "../../surfaces/cli/main.ts",
    "src/operations/ imports what its row says",
  ],
  ["src/surfaces/cli/package.ts", "yaml", undefined],
  [
    "src/surfaces/cli/picker/value.ts",
    "../main.ts",
    "src/surfaces/cli/picker/ imports what its row says",
  ],
  ["src/surfaces/library/node.ts", "node:path", "node:* behind the ports"],
  ["src/testing/fake/up.ts", "../builders.ts", "src/testing/fake/ imports what its row says"],
  ["src/testing/free.ts", "../surfaces/cli/main.ts", undefined],
  ["src/system/real/file.ts", "node:fs", undefined],
  [
    "src/system/real/up.ts",
    "../../modelsdev/file.ts",
    "src/system/real/ imports what its row says",
  ],
];

const directory = mkdtempSync(join(tmpdir(), "rooms-"));
afterAll(() => rmSync(directory, { recursive: true }));

describe("an import that no row allows", () => {
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  };
  for (const path of [
    "src/failure.ts",
    "src/catalog/words/word.ts",
    "src/catalog/parse/own.ts",
    "src/catalog/query/own.ts",
    "src/operations/two/own.ts",
    "src/surfaces/cli/main.ts",
    "src/system/real/own.ts",
    "src/testing/builders.ts",
    "node_modules/yaml/index.js",
  ]) {
    put(path, "export const own = 1;\n");
  }
  put("node_modules/yaml/package.json", '{"name":"yaml","main":"index.js"}');
  put("package.json", '{"dependencies":{"yaml":"1"},"type":"module"}');
  for (const [file, imports] of tries) put(file, `import "${imports}";\n`);
  put(
    "src/surfaces/cli/picker/type.ts",
    'import type { own } from "../main.ts";\nexport type A = typeof own;\n',
  );
  for (const file of ["rooms.cjs", ".dependency-cruiser.cjs", "tsconfig.json"]) {
    copyFileSync(join(root, file), join(directory, file));
  }

  it("fails the check by the rule it breaks, and nothing else does", () => {
    const found = cruise(directory).summary.violations.map(({ from, rule }) => [from, rule.name]);
    const expected = tries.flatMap(([file, , breaks]) =>
      breaks === undefined ? [] : [[file, breaks]],
    );
    const byName = (list: string[][]) => list.map((one) => one.join(": ")).toSorted();
    expect(byName(found)).toEqual(byName(expected));
  });
});
