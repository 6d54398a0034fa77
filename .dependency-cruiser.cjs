// Who may import whom: ARCHITECTURE.md tells why. `npm run check:imports` enforces it.
const failure = "^src/failure\\.ts$";
// the ports, and what is pure beside them
const ports = "^src/system/(ports|this-machine|url)\\.ts$";
const test = "\\.test\\.ts$|^src/testing/";

const allow = (from, to) => ({
  from: { path: from, pathNot: test },
  to: { path: "^(src|node_modules)/|^node:", pathNot: to },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circle",
      comment: "Move what both need into a third file.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "catalog-is-pure",
      comment:
        "catalog/ says what a catalog is: it imports itself and failure.ts. Bring machines in through modelsdev/.",
      severity: "error",
      ...allow("^src/catalog/", [failure, "^src/catalog/"]),
    },
    {
      name: "middle-rooms-keep-apart",
      comment:
        "modelsdev/ and credentials/ import catalog/ and the ports, never each other's insides or real adapters.",
      severity: "error",
      ...allow("^src/modelsdev/", [
        failure,
        ports,
        "^src/catalog/",
        "^src/places/",
        "^src/modelsdev/",
      ]),
    },
    {
      name: "places-know-no-content",
      comment: "places/ tells what is ours in a directory by a layout it is given.",
      severity: "error",
      ...allow("^src/places/", [failure, ports, "^src/places/"]),
    },
    {
      name: "credentials-keep-apart",
      comment: "credentials/ imports catalog/ and the ports.",
      severity: "error",
      ...allow("^src/credentials/", [failure, ports, "^src/catalog/", "^src/credentials/"]),
    },
    {
      name: "operations-know-no-surface",
      comment: "An operation is plain JSON in, plain JSON out. Rendering belongs to a surface.",
      severity: "error",
      from: { path: "^src/operations/", pathNot: test },
      to: { path: "^src/(surfaces|bin|command|complete|index)|^src/system/real/" },
    },
    {
      name: "operations-stand-alone",
      comment: "No operation imports another: move what both need to catalog/ or modelsdev/.",
      severity: "error",
      from: { path: "^src/operations/([^/]+)/", pathNot: test },
      to: { path: "^src/operations/([^/]+)/", pathNot: "^src/operations/$1/" },
    },
    {
      name: "surfaces-stand-alone",
      comment: "No surface imports another: what both need is an operation.",
      severity: "error",
      from: { path: "^src/surfaces/([^/]+)/", pathNot: test },
      to: { path: "^src/surfaces/([^/]+)/", pathNot: "^src/surfaces/$1/" },
    },
    {
      name: "picker-stands-alone",
      comment:
        "The picker is a script of its own: what it needs it takes as arguments, so that no code is there twice. Types are free.",
      severity: "error",
      from: { path: "^src/surfaces/cli/picker/", pathNot: test },
      to: {
        path: "^src/",
        pathNot: "^src/surfaces/cli/picker/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "real-machine-at-the-door",
      comment:
        "Real adapters are for command.ts, complete.ts, bin.ts and index.ts; everyone else takes the ports.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: `^src/(command|complete|bin|index)\\.ts$|^src/system/real/|${test}`,
      },
      to: { path: "^src/system/real/" },
    },
    {
      name: "node-behind-ports",
      comment: "node:* belongs to src/system/real/ and bin.ts: add what you need to a port.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/system/real/|^src/bin\\.ts$|${test}` },
      to: { dependencyTypes: ["core"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "types"],
      extensions: [".ts", ".tsx", ".js"],
    },
  },
};
