import { readdirSync, readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

// what is measured on a whole day's catalog, or tried on small ones, is no test where there are none, nor is another Node
const unmeasured = [
  ...(process.env.MODELFORGE_TEST_CATALOG ? [] : ["test/large-catalog/**"]),
  ...(process.env.MODELFORGE_TEST_TRIALS ? [] : ["test/trials/**"]),
  ...(process.env.MODELFORGE_TEST_NODES ? [] : ["test/every-node/**"]),
];

// what computes alone and keeps nothing between two files: read once in a worker, not anew for each of two hundred
const together = ["catalog", "modelsdev", "places", "system", "testing"];
// what it hides stays hidden
const hiding = "src/catalog/words/kept-out.test.ts";

const testsOf = (room: string): string => `src/${room}/**/*.test.ts`;
const apart = readdirSync("src", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !together.includes(entry.name))
  .map(({ name }) => testsOf(name));

export default defineConfig({
  define: { __MODELFORGE_VERSION__: JSON.stringify(version) },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // the machine's own settings must not reach the tests
    env: { CI: "", NO_COLOR: "", FORCE_COLOR: "" },
    // most of the time goes into processes that wait for a disk, a server or a clock
    maxWorkers: 2,
    reporters: ["default"],
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: together.map(testsOf),
          exclude: [...configDefaults.exclude, hiding],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "apart",
          include: ["src/*.test.ts", ...apart, hiding, "bench/**/*.test.ts", "test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...unmeasured],
        },
      },
    ],
  },
});
