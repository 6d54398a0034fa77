import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { commandTable } from "../src/surfaces/cli/command-table.ts";

const hotFiles = readdirSync("src/hot")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));

/** The commands that have a short way: each is a script of its own, with all it needs for an answer from a warm cache. */
export const hotWords: readonly string[] = hotFiles.filter((name) =>
  commandTable.some(({ path, aliases }) => path === name || aliases.includes(name)),
);

/** The same of commands in a group, by both words: `config-get`. */
const hotInGroups: readonly string[] = commandTable
  .map(({ path }) => path.replace(" ", "-"))
  .filter((name) => name.includes("-") && hotFiles.includes(name));

/** Behind the word of a command whose lines with a flag are another script. */
const forFlags = "-conditions";

/** `hot-info`, without `.js` */
export const hotScript = (name: string): string => `hot-${name}`;

/** Those scripts, by the names of their files. */
export const hotNames: readonly string[] = [
  ...hotWords,
  ...hotWords.map((word) => `${word}${forFlags}`).filter((name) => hotFiles.includes(name)),
  ...hotInGroups,
];

/** What a ranking is worked out with. One that is kept needs none of it. */
const ranking: readonly string[] = [
  "src/catalog/prepared/columns.ts",
  "src/catalog/prepared/lookup.ts",
  "src/catalog/prepared/row-sets.ts",
  "src/catalog/prepared/search-index.ts",
  "src/catalog/query/ceilings.ts",
  "src/catalog/query/filter-words.ts",
  "src/catalog/query/narrow.ts",
  "src/catalog/query/provider-id.ts",
  "src/catalog/query/resolve.ts",
  "src/catalog/recommend/constraints.ts",
  "src/catalog/recommend/describe-ranking.ts",
  "src/catalog/recommend/recommend-models.ts",
];

/**
 * Modules whose every function is for failures, or for answers that are rare enough: in a script of the short way
 * calling one of them leaves the line to the whole command.
 */
export const leftToWhole = (name: string): readonly string[] => [
  "src/failure.ts",
  "src/system/real/file-failures.ts",
  "src/system/real/unwritable.ts",
  "src/surfaces/cli/progress.ts",
  // there is a word to say of the configuration
  "src/config/problem.ts",
  "src/config/unreadable.ts",
  "src/config/nearest-key.ts",
  "src/config/describe-problem.ts",
  "src/config/place-of-fault.ts",
  "src/config/positions.ts",
  // something in it is called as a key is
  "src/config/secret-places.ts",
  "src/config/secret-text.ts",
  "src/config/finding.ts",
  "src/config/alias-words.ts",
  "src/operations/reserved-alias.ts",
  "src/operations/config-validate/alias-fits.ts",
  "src/operations/config-validate/corrections.ts",
  "src/operations/config-validate/provider-findings.ts",
  // nothing is sent, and nothing unlocked
  "src/operations/auth-status/check-all.ts",
  // few sign in for a key
  "src/credentials/hosts/sign-in.ts",
  // it is for a catalog to say which model that is
  ...(name === "config-get" ? ["src/operations/named-model.ts"] : []),
  // there is a word to say of providers
  "src/operations/left-out.ts",
  "src/operations/last-seen.ts",
  // of almost every answer all is understood; a list goes by a value of some row that is not, more often than it shows one
  ...(isList(name)
    ? []
    : ["src/operations/not-understood.ts", "src/catalog/query/rows-in-doubt.ts"]),
  "src/operations/provider-notes.ts",
  "src/modelsdev/about-warnings.ts",
  "src/operations/successors.ts",
  "src/catalog/words/nearest.ts",
  "src/surfaces/cli/other-words.ts",
  // a name that is no ref and no id of the maker's
  "src/catalog/search/other-spelling.ts",
  "src/catalog/search/not-found.ts",
  "src/catalog/search/same-line.ts",
  "src/catalog/search/ambiguous.ts",
  "src/operations/purpose.ts",
  // makers by all of their names
  "src/operations/recommend-models/makers-named.ts",
  // an order of offers or costs that is none of what they cost
  "src/operations/by-key.ts",
  "src/catalog/words/relative-date.ts",
  "src/catalog/words/written-date.ts",
  "src/catalog/query/contradictions.ts",
  "src/catalog/cost/batch.ts",
  "src/operations/estimate-cost/batch.ts",
  "src/surfaces/cli/read-batch.ts",
  ...(hotNames.includes(`${name}${forFlags}`) ? ranking : []),
];

function isList(name: string): boolean {
  return ["list", "search", "offers", `recommend${forFlags}`].includes(name);
}

/** A script beside those of the short way, loaded where one of its functions is called, and the modules it is made of. */
export const besideHot = {
  name: "own-rows",
  modules: [
    "src/config/own-rows.ts",
    "src/modelsdev/own/adds-to.ts",
    "src/modelsdev/own/joined-store.ts",
    "src/modelsdev/own/own-row.ts",
  ],
} as const;

/** A module with the same names, each of which loads that script. */
export function loadingBeside(source: string): string {
  const functions = namesIn(source).map(
    (name) => `${name} = (...given) => all().${name}(...given)`,
  );
  return `const load = require;\nlet loaded;\nconst all = () => (loaded ??= load("./${besideHot.name}.js"));\nexport const ${functions.join(", ")};\n`;
}

function namesIn(source: string): string[] {
  const found = source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm);
  return [...found].map(([, name = ""]) => name);
}

/** A module with the same names, each of which gives up. */
export function givingUp(source: string): string {
  const values = namesIn(source).map((name) => `${name} = giveUp`);
  return `import { giveUp } from ${JSON.stringify(resolve("src/hot/give-up.ts"))};\nexport const ${values.join(", ")};\n`;
}

interface Script {
  name: string;
  /** Modules the script is loaded for. Whatever their static imports lead to goes with them. */
  roots: readonly string[];
}

const commands = (...names: string[]): string[] =>
  names.map((name) => `src/surfaces/cli/commands/${name}.ts`);

/** Questions with a script of their own. */
const apart: readonly string[] = ["search", "info", "compare", "offers", "recommend", "cost"];

/** What two of them need and `list` does not. */
const ofSeveral = "naming";

/**
 * What the command is cut into: opening a file costs half a millisecond, and so does compiling 14 kB that are not needed.
 * A module is in the first script that reaches it; what none reaches is a file of its own, loaded with its importer.
 */
export const scripts: readonly Script[] = [
  // what every line needs, and a refresh until its source is asked; bin.js starts it
  {
    name: "warm",
    roots: ["src/command.ts", ...commands("refresh-cache"), "src/system/real/lock.ts"],
  },
  // where the short way gave up: what a list needs, most others need as well
  {
    name: "questions",
    roots: [
      ...commands("list"),
      "src/surfaces/cli/render/page.ts",
      "src/surfaces/cli/web-flag.ts",
      "src/catalog/recommend/use-cases.ts",
      // what reads a row, for `info --raw` as well
      "src/catalog/parse/findings.ts",
      "src/catalog/parse/price.ts",
      "src/catalog/parse/api-map.ts",
      "src/catalog/words/broken.ts",
      // what is inferred goes by them, and so does what is said of it
      "src/catalog/words/marks.ts",
      "src/catalog/words/sellers.ts",
      "src/catalog/words/maker-letters.ts",
      "src/catalog/inferred/identity/reasons.ts",
      "src/catalog/inferred/identity/stamps.ts",
      "src/catalog/inferred/identity/spelling.ts",
      "src/catalog/inferred/identity/host-syntax.ts",
      "src/catalog/inferred/other-names.ts",
      "src/catalog/inferred/sellers/role-names.ts",
      "src/catalog/inferred/sellers/wrappers.ts",
      "src/catalog/inferred/quality/billions.ts",
      "src/catalog/prepared/row-sets.ts",
      "src/catalog/prepared/spellings.ts",
    ],
  },
  // finding out which model is meant
  { name: ofSeveral, roots: [] },
  // commander: for what is wrong with a line, and for help
  { name: "parser", roots: ["src/surfaces/cli/parse.ts"] },
  { name: "providers", roots: commands("providers-list", "providers-info") },
  // what of credentials every question about them needs; each of a dozen files would take half a millisecond
  {
    name: "credentials",
    roots: [
      ...commands("auth-status", "auth-list", "auth-token", "auth-exec"),
      "src/operations/auth-status/auth-status.ts",
      "src/surfaces/cli/keys-on-the-line.ts",
    ],
  },
  ...apart.map((name) => ({ name, roots: commands(name) })),
  // what asks a source until it is known whether it has something newer
  { name: "network", roots: ["src/modelsdev/refresh/refresh.ts", "src/system/real/http.ts"] },
  // undici, for whoever has a proxy
  { name: "proxied", roots: ["src/system/real/http-proxied.ts"] },
  // what keeps a catalog as it came, and answers from where its rows lie
  {
    name: "keep-catalog",
    roots: ["src/modelsdev/refresh/keep-sent.ts", "src/modelsdev/file/read-file-source.ts"],
  },
  // what answers from rows that were parsed
  { name: "rows", roots: ["src/modelsdev/read-body.ts", "src/catalog/raw-view.ts"] },
  {
    name: "prepare",
    roots: [
      "src/catalog/prepare-catalog.ts",
      "src/modelsdev/disk/rebuild.ts",
      "src/modelsdev/snapshot/prepare-snapshot.ts",
    ],
  },
];

const byRoot = new Map(
  scripts.flatMap(({ roots }, at) => roots.map((root) => [resolve(root), at] as const)),
);

for (const root of byRoot.keys()) {
  if (!existsSync(root)) throw new Error(`no script can begin with ${root}: there is no such file`);
}

/** What the bundler knows of the modules, as far as it is needed here. */
export interface Graph {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/** The script a module goes into; null where none reaches it. */
export function scriptOf(id: string, graph: Graph): string | null {
  const reaching = new Set<number>();
  for (const one of importersOf(id, graph)) {
    const at = byRoot.get(one);
    if (at !== undefined) reaching.add(at);
  }
  const first = scripts[Math.min(...reaching)]?.name ?? null;
  if (first === null || !apart.includes(first)) return first;
  const others = [...reaching].filter((at) => apart.includes(scripts[at]?.name ?? ""));
  return others.length > 1 ? ofSeveral : first;
}

const library = resolve("src/index.ts");

/** Whether importing the library loads a module at once. */
export function isOfLibrary(id: string, graph: Graph): boolean {
  // types are split by who makes them
  if (!/(?<!\.d)\.ts$/.test(id)) return false;
  return importersOf(id, graph).has(library);
}

/** The module, and whatever leads to it by static imports. */
function importersOf(id: string, graph: Graph): Set<string> {
  const seen = new Set([id]);
  for (const one of seen) {
    for (const importer of graph.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  }
  return seen;
}
