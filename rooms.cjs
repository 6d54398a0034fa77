// Who may import whom. A room is a folder or one file; it may import itself, the rooms named here, packages named
// `npm:…`, and Node's own modules where `node:` is named. A file in no room may import nothing.
// .dependency-cruiser.cjs makes its rules of this table, and ARCHITECTURE.md shows it.

const failure = "src/failure.ts";
const ports = "src/system/ports.ts";
const keptCodePort = "src/system/kept-code-port.ts";
const processPort = "src/system/process-port.ts";
const keychainPort = "src/system/keychain-port.ts";
const sealingPort = "src/system/sealing-port.ts";
const url = "src/system/url.ts";
const address = "src/system/address.ts";
const thisMachine = "src/system/this-machine.ts";
const handedOver = "src/system/handed-over.ts";
const lockNote = "src/system/lock-note.ts";
const shortages = "src/system/shortages.ts";
const ownVariables = "src/system/own-variables.ts";
const fakeMark = "src/system/fake-mark.ts";
const real = "src/system/real/";

// catalog/ is built in floors: none imports one above it
const words = "src/catalog/words/";
const parse = "src/catalog/parse/";
const inferred = "src/catalog/inferred/";
const prepared = "src/catalog/prepared/";
const view = "src/catalog/view.ts";
const outlineView = "src/catalog/outline-view.ts";
const rawView = "src/catalog/raw-view.ts";
const rawInferred = "src/catalog/raw-inferred.ts";
const questions = {
  cost: "src/catalog/cost/",
  query: "src/catalog/query/",
  search: "src/catalog/search/",
  offers: "src/catalog/offers/",
  compare: "src/catalog/compare/",
  recommend: "src/catalog/recommend/",
};

const prepareCatalog = "src/catalog/prepare-catalog.ts";

const places = "src/places/";
const config = "src/config/";
const forge = "src/forge.ts";
const modelsdev = "src/modelsdev/";
const credentials = "src/credentials/";
const providers = "src/providers/";
const operations = "src/operations/";
const cli = "src/surfaces/cli/";
const picker = "src/surfaces/cli/picker/";
const fake = "src/testing/fake/";
const library = "src/surfaces/library/";

/** @type {Record<string, string[]>} */
const rooms = {
  [failure]: [],
  "src/failure-meanings.ts": [failure],
  [keptCodePort]: [],
  [processPort]: [],
  [keychainPort]: [],
  [sealingPort]: [],
  [ports]: [keptCodePort, keychainPort, processPort, sealingPort],
  [url]: [],
  [address]: [url],
  [thisMachine]: [],
  "src/system/variables.ts": [],
  [ownVariables]: [ports],
  [handedOver]: [],
  [lockNote]: [],
  [shortages]: [],
  [fakeMark]: [],
  [real]: [
    "node:",
    failure,
    ports,
    keychainPort,
    sealingPort,
    url,
    handedOver,
    thisMachine,
    lockNote,
    shortages,
    "npm:undici",
  ],

  [words]: [failure],
  [parse]: [failure, words],
  [inferred]: [words, parse],
  [prepared]: [words, parse, inferred],
  [view]: [words, prepared],
  [outlineView]: [words, parse, prepared, view],
  [rawInferred]: [words, parse, inferred, prepared],
  [rawView]: [words, parse, inferred, prepared, view, rawInferred],
  [questions.cost]: [words],
  [questions.query]: [failure, words, prepared, view, questions.cost],
  [questions.search]: [failure, words, inferred, prepared, view, questions.query],
  [questions.offers]: [words, inferred, prepared, view, questions.cost],
  [questions.compare]: [words, questions.cost],
  [questions.recommend]: [words, inferred, prepared, view, questions.cost, questions.query],

  [prepareCatalog]: [words, parse, prepared, view, questions.recommend],

  [places]: [failure, ports],
  [modelsdev]: [
    failure,
    ports,
    url,
    address,
    thisMachine,
    lockNote,
    words,
    parse,
    prepared,
    view,
    outlineView,
    rawView,
    prepareCatalog,
    places,
  ],
  [config]: [failure, ports, address, words, places, "npm:diff", "npm:jsonc-parser"],
  [credentials]: [
    failure,
    ports,
    sealingPort,
    url,
    thisMachine,
    words,
    places,
    "npm:@smithy/shared-ini-file-loader",
    "npm:jsonc-parser",
    "npm:oauth4webapi",
  ],
  [providers]: [url, thisMachine, words, credentials],
  [operations]: [
    failure,
    ports,
    words,
    parse,
    view,
    ...Object.values(questions),
    places,
    modelsdev,
    config,
    credentials,
    providers,
    "npm:zod",
  ],

  [forge]: [ports, places, config, modelsdev],

  [cli]: [
    failure,
    ports,
    url,
    address,
    handedOver,
    ownVariables,
    shortages,
    forge,
    words,
    prepared,
    view,
    questions.cost,
    questions.query,
    questions.search,
    questions.compare,
    questions.recommend,
    places,
    config,
    modelsdev,
    credentials,
    operations,
    picker,
    "npm:commander",
    "npm:gpt-tokenizer",
    "npm:jq-wasm",
    "npm:string-width",
    "npm:tokenx",
    "npm:yaml",
  ],
  [picker]: ["npm:ink", "npm:react", "npm:string-width"],
  [library]: [
    failure,
    ports,
    fakeMark,
    shortages,
    forge,
    words,
    view,
    questions.cost,
    questions.search,
    questions.offers,
    modelsdev,
    operations,
  ],

  "src/hot/": [ports, ownVariables, view, places, config, modelsdev, real, cli],

  "src/bin.ts": ["node:", shortages, "src/hot/", real, "src/whole.ts"],
  "src/whole.ts": ["node:", real],
  "src/command.ts": [real, cli],
  "src/complete.ts": ["src/hot/", real, cli],
  "src/index.ts": [
    failure,
    words,
    parse,
    questions.cost,
    questions.query,
    questions.offers,
    questions.compare,
    questions.recommend,
    modelsdev,
    operations,
    real,
    library,
  ],

  // what is pure in the real machine, its words for failures above all, is the fake one's too
  [fake]: [
    "node:",
    failure,
    ports,
    keychainPort,
    sealingPort,
    url,
    ...[
      "codec",
      "decode",
      "file-codes",
      "file-errors",
      "given-file",
      "http-error-codes",
      "http-errors",
      "keychain-failures",
      "sealing",
      "unwritable",
    ].map((name) => `${real}${name}.ts`),
    "src/modelsdev/body.ts",
    "src/modelsdev/snapshot/snapshot.ts",
    // how the library reads what a program gives
    "src/operations/input-kinds.ts",
    "src/operations/read-input.ts",
  ],
  "src/testing/fake-system.ts": [ports, fakeMark, fake, "src/operations/read-input.ts"],
};

/** Rooms whose folders do not import each other, and why. */
const apart = {
  [operations]: "Move what both need to catalog/ or modelsdev/.",
  "src/surfaces/": "What two surfaces need is an operation.",
};

/** Rooms that may import types from anywhere in src/: their script carries no code of another. */
const freeOfTypes = [picker];

/** What tests are made of is free of these rules, but for what is published of it: that has rooms above. */
const tests = "src/testing/";

module.exports = { rooms, apart, freeOfTypes, tests };
