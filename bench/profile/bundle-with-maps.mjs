import { build } from "tsdown";

// the scripts of dist/ once more, byte for byte, with what their places were made of beside them
const [outDir] = process.argv.slice(2);
const options = { outDir, sourcemap: "hidden", clean: false, dts: false, logLevel: "silent" };
await build(options);
await build({ ...options, config: "tsdown.bin.config.ts" });
