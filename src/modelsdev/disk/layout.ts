import { partNames } from "../../catalog/prepared/parts.ts";
import { changesLayout } from "../../places/changes-layout.ts";
import {
  exactly,
  type Layout,
  lockLayout,
  type Names,
  oneOf,
  temporary,
  unique,
} from "../../places/layout.ts";
import { markerName } from "../../places/marker.ts";
import { manifestFile, sumsFile } from "./manifest.ts";
import { asidePattern, generationPattern, saltName, storeVersion } from "./names.ts";
import { mayBeOurs } from "./own-form.ts";

/** Where a generation is written before it gets its name. */
export const newPrefix = ".new-";
/** What one on its way out is called: half removed, it is no generation any more. */
export const gonePrefix = ".gone-";

/** Directory of a source: `models.dev-8a1f03bc`, or that of the shipped snapshot. */
export const sourceKeyPattern = /^(?:snapshot|[a-z0-9._-]{0,80}-[0-9a-f]{8,64})$/;

/** Every file of a generation or of what is worked out of it, the manifest last. */
export const generationFiles: readonly string[] = [
  ...partNames,
  "body.br",
  "facts.br",
  sumsFile,
  manifestFile,
];

export const generationLayout: Layout = {
  files: filesNamed(generationFiles),
  mayHold: mayBeOurs,
};

/** The same, where the manifest of another version of ModelForge names files that this one does not know. */
export function layoutWith(named: readonly string[]): Layout {
  return { files: filesNamed([...generationFiles, ...named]) };
}

function filesNamed(names: readonly string[]): Names {
  return exactly(() => `(?:${oneOf(names)})(?:${temporary})?`);
}

/** Where generations are, and what is worked out of them. */
const room: Layout = {
  directories: [
    [exactly(generationPattern), generationLayout],
    [exactly(String.raw`\.(?:new|gone)-${unique}`), generationLayout],
  ],
};

/** The cache of one source. */
export const sourceLayout: Layout = {
  files: exactly(String.raw`current\.json(?:${temporary})?`),
  mayHold: mayBeOurs,
  directories: [
    [/^generations$/, room],
    [/^prepared$/, room],
    [/^refused$/, { files: exactly(String.raw`[0-9a-f]{16}\.json\.br(?:${temporary})?`) }],
    [
      /^quarantine$/,
      {
        files: exactly(String.raw`current\.json-${unique}`),
        directories: [
          [exactly(asidePattern), generationLayout],
          [exactly(String.raw`current\.json-${unique}`), {}],
        ],
      },
    ],
    [exactly(String.raw`refresh\.lock`), lockLayout],
  ],
};

/** What V8 made of scripts, kept here by version 0.1.0: version, Node, processor, first word, script. */
const oldCode: Layout = {
  files:
    /^\d+\.\d+\.\d+-v\d+\.\d+\.\d+(?:-[0-9a-z.]+)?-[a-z0-9]+-[a-z-]{2,20}(?:-(?:choosing|network|prepare)\.js)?\.bin(?:\.\d{1,10}\.tmp)?$/,
};

/** How answers came about, and the last attempt at a refresh. */
const notes: Layout = {
  files: exactly(String.raw`answers|last-refresh\.json(?:${temporary})?`),
  mayHold: mayBeOurs,
};

/** Everything ModelForge makes in the directories it is given. It is one layout, for cache and notes may be given the same one. */
export const ourLayout: Layout = {
  files: filesNamed([markerName, saltName]),
  mayHold: mayBeOurs,
  directories: [
    [exactly(storeVersion), { directories: [[sourceKeyPattern, sourceLayout]] }],
    [/^code$/, oldCode],
    // <state>/catalog/models.dev-8a1f03bc/answers
    [/^catalog$/, { directories: [[sourceKeyPattern, notes]] }],
    // <state>/config/changes.jsonl
    [/^config$/, changesLayout],
  ],
};
