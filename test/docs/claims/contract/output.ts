import type { Promised } from "../claim.ts";

/** Streams, exit codes, formats and the JSON envelope. */
export const output: readonly Promised[] = [
  {
    promise: "stdout has the result alone, stderr the rest",
    heldBy: [
      "test/cli/streams.test.ts",
      "keeps notes off stdout, and quiet keeps them off stderr",
      "leaves stdout empty on failure and ends stderr with the error as JSON",
    ],
  },
  {
    promise:
      "Where the output is no terminal there are no colours, no progress, no pager and no questions, and rows are whole",
    heldBy: ["test/cli/streams.test.ts", "uses no colour, no escape sequence and no truncation"],
  },
  {
    promise:
      "Where the output is no terminal there are no colours, no progress, no pager and no questions, and rows are whole",
    heldBy: [
      "test/promises/terminal.test.ts",
      "there is no pager and no question",
      "there is no progress, however long the source takes",
    ],
  },
  {
    promise: "NO_COLOR, FORCE_COLOR and TERM=dumb are heeded",
    heldBy: ["test/cli/streams.test.ts", "colours on request and drops colour for NO_COLOR"],
  },
  {
    promise: "NO_COLOR, FORCE_COLOR and TERM=dumb are heeded",
    heldBy: ["test/terminal/terminal.test.ts", "writes plain ASCII on a dumb terminal"],
  },
  {
    promise: "A reader that has seen enough ends the command quietly",
    heldBy: ["test/cli/streams.test.ts", "ends quietly where the reader has seen enough"],
  },
  {
    promise: "Output that cannot be written is said, exit 7",
    heldBy: [
      "test/cli/outputs-that-fail.test.ts",
      "is said in a sentence with exit 7, whichever of ${asked.length} commands and formats",
    ],
  },
  {
    promise: "Exit 0: done, an empty list among it",
    heldBy: ["test/cli/streams.test.ts", "answers nothing found with an empty list and exit 0"],
  },
  {
    promise: "Exit 1: a defect",
    heldBy: ["test/promises/help.test.ts", "ends with 1 and asks for a report"],
  },
  {
    promise: "Exit 2: an unknown command or flag, the nearest named, or a bad value",
    heldBy: [
      "test/cli/streams.test.ts",
      "leaves stdout empty on failure and ends stderr with the error as JSON",
      "names the nearest command, flag and provider",
    ],
  },
  {
    promise: "Exit 3: no such provider, model or generation, the nearest named",
    heldBy: [
      "test/cli/streams.test.ts",
      "leaves stdout empty on failure and ends stderr with the error as JSON",
      "says for people what happened and what to do next",
    ],
  },
  {
    promise:
      "Exit 5: the network failed and nothing older could answer, or a refresh could not be made",
    heldBy: [
      "test/faults/refresh-outcomes.test.ts",
      "that fails on an empty cache is the answer: the snapshot is another catalog",
      "fails where nobody listens, and the older catalog answers",
    ],
  },
  {
    promise: "Exit 6: what was offered is no catalog, or shrank too much",
    heldBy: [
      "test/faults/refresh.test.ts",
      "ends in time with ${code}, and the older catalog still answers",
    ],
  },
  {
    promise: "Exit 7: a file problem",
    heldBy: [
      "test/promises/files-and-pipes.test.ts",
      "or a device under any other name is refused, and nothing waits for it",
    ],
  },
  {
    promise: "Exit 7: a file problem",
    heldBy: [
      "test/faults/narrow-places.test.ts",
      "that became read-only fails a refresh-cache, whose whole work would be lost",
    ],
  },
  {
    promise: "Exit 8: cache verify found damage",
    heldBy: ["test/faults/damage.test.ts", "ends with 8 where it finds damage"],
  },
  {
    promise: "Exit 130: cancelled",
    heldBy: [
      "test/faults/refresh-outcomes.test.ts",
      "that is ended by %s while the server is silent stops with exit 130 and keeps nobody waiting",
    ],
  },
  {
    promise: "Exit 130: cancelled",
    heldBy: ["test/terminal/terminal.test.ts", "asks before it removes the cache, and no means no"],
  },
  {
    promise: "JSON is one document of the published schema",
    heldBy: [
      "test/cli/streams.test.ts",
      "prints one JSON document that the published schema describes",
    ],
  },
  {
    promise: "The published schemas are what the code has",
    heldBy: ["test/docs/reference.test.ts", "is what the code makes of it now"],
  },
  {
    promise: "The document names its catalog: origin, source, digest, time, age, staleness, counts",
    heldBy: ["src/modelsdev/stamp.test.ts", "says which catalog answered"],
  },
  {
    promise: "Where no catalog was read, none is named",
    heldBy: [
      "test/promises/help.test.ts",
      "names its catalog where one was read, and none where none was",
    ],
  },
  {
    promise: "A failure leaves stdout empty and ends stderr with one line of JSON",
    heldBy: [
      "test/cli/streams.test.ts",
      "leaves stdout empty on failure and ends stderr with the error as JSON",
    ],
  },
  {
    promise:
      "Control, C1, bidirectional and zero-width characters are escaped in JSON and nothing is lost",
    heldBy: [
      "src/catalog/words/json-text.test.ts",
      "escapes what a terminal acts on and what nobody sees",
      "is read back as what went in, for every character there is",
    ],
  },
  {
    promise:
      "Control, C1, bidirectional and zero-width characters are escaped in JSON and nothing is lost",
    heldBy: [
      "test/faults/control-characters/control-characters.test.ts",
      "comes back exactly from JSON, JSON Lines and YAML",
    ],
  },
  {
    promise: "They reach no other format and no terminal",
    heldBy: [
      "test/faults/control-characters/control-characters.test.ts",
      "is not written %s",
      "is not written %s by errors that repeat what was typed",
    ],
  },
  {
    promise: "A model has every field, the unknown as null, sizes whole",
    heldBy: [
      "src/catalog/parse/model.test.ts",
      "becomes a row with every field of the contract",
      "is unknown in everything where it says nothing, named by its id",
      "reads a limit of %s",
    ],
  },
  {
    promise: "info adds the provider, who else sells it, and the record as received",
    heldBy: [
      "test/promises/library.test.ts",
      "are models by name, best first, and everything about one by ref or bare id",
    ],
  },
  {
    promise: "info adds the provider, who else sells it, and the record as received",
    heldBy: ["src/catalog/prepared/prepare.test.ts", "keep the record as it was received"],
  },
  {
    promise:
      "A provider has its variables, package, address, documentation, ways in and count of models",
    heldBy: ["src/catalog/parse/provider.test.ts", "reads how a provider is reached"],
  },
  {
    promise: "Lists come as table, JSON, JSON Lines, CSV, TSV, YAML and Markdown",
    heldBy: [
      "test/cli/formats.test.ts",
      "gives one JSON object a line as jsonl, equal to those of json",
      "gives flat fields with a header as csv and tsv",
      "gives the same rows as yaml",
      "gives a table that pastes into a pull request as md",
    ],
  },
  {
    promise: "No cell of CSV or TSV starts a formula",
    heldBy: [
      "src/surfaces/cli/render/csv.test.ts",
      "never begins a cell with what a spreadsheet runs",
    ],
  },
];
