import { readFileSync } from "node:fs";
import { defineConfig, type UserConfig } from "tsdown";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** commander requires child_process for subcommands that are programs of their own; we have none, and it takes 4 ms. */
const commanderWithoutChildProcess = {
  name: "commander-without-child-process",
  resolveId: (source: string, importer: string | undefined) =>
    source === "node:child_process" && importer?.includes("/commander/") === true
      ? "\0no-child-process"
      : undefined,
  load: (id: string) => (id === "\0no-child-process" ? "export default {};" : undefined),
};

const common: UserConfig = {
  platform: "node",
  target: "node20.18",
  define: { __MODELFORGE_VERSION__: JSON.stringify(version) },
  deps: { alwaysBundle: [/^[^.]/] },
  inputOptions: { resolve: { conditionNames: ["module-sync", "node", "import"] } },
  plugins: [commanderWithoutChildProcess],
  logLevel: "warn",
};

export default defineConfig([
  {
    ...common,
    // one format for the command: CommonJS starts faster than ESM
    entry: { bin: "src/bin.ts" },
    format: "cjs",
    outDir: "dist",
    outExtensions: () => ({ js: ".js" }),
    minify: true,
    dts: false,
  },
]);
