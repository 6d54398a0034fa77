import { build } from "tsdown";

// the command line of tsdown says at every build under Node 20 that it will need a newer one; the version is pinned
await build({ logLevel: "warn" });
await build({ config: "tsdown.bin.config.ts", logLevel: "warn" });
