import { readFileSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

// what is measured on a whole day's catalog, or tried on small ones, is no test where there are none, nor is another Node
const unmeasured = [
  ...(process.env.MODELFORGE_TEST_CATALOG ? [] : ["test/large-catalog/**"]),
  ...(process.env.MODELFORGE_TEST_TRIALS ? [] : ["test/trials/**"]),
  ...(process.env.MODELFORGE_TEST_NODES ? [] : ["test/every-node/**"]),
];

export default defineConfig({
  define: { __MODELFORGE_VERSION__: JSON.stringify(version) },
  test: {
    include: ["src/**/*.test.ts", "bench/**/*.test.ts", "test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...unmeasured],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // the machine's own settings must not reach the tests
    env: { CI: "", NO_COLOR: "", FORCE_COLOR: "" },
    // modules are read once in a worker, not anew for each of some hundred files
    isolate: false,
    setupFiles: ["test/after-each-file.ts"],
    // most of the time goes into processes that wait for a disk, a server or a clock
    maxWorkers: 2,
    reporters: ["default"],
  },
});
