const compiledScript =
  "reading the command's script and what V8 kept of it takes 3 to 5 ms before the first line runs";
const coldCode = "every line of it runs for the first time, so V8 interprets it";
const preparing =
  "a catalog is parsed (about 70 ms), which rows are the same model is inferred (about 200 ms), columns, search index and lookup tables are worked out (about 200 ms), all by code V8 has not yet optimised; loading the network code takes 40 ms, writing 45 ms";
const choosing = "its script is loaded beside the one that looks up";

/** Why a budget is missed, by the name of the measure; shown only where it is. */
export const reasons: Readonly<Record<string, string>> = {
  "--version": compiledScript,
  "--help": `${compiledScript}; rendering takes 2 ms`,
  "info openai/gpt-5": `${compiledScript}; defining flags, looking up and drawing the page takes 7 to 9 ms: ${coldCode}`,
  "list, three filters, sorted, 20 rows": `${compiledScript}; the flags of a list, its columns and 20 rows take 9 ms: ${coldCode}`,
  'search "claude sonnet"': `${compiledScript}; flags, index and ranking take 14 ms: ${coldCode}`,
  'search "cluade sonet"': `${compiledScript}; the index is gone through twice, once strictly and once forgivingly: ${coldCode}`,
  "offers claude-sonnet-4-5": `${compiledScript}; ${choosing}, and 49 offers are read, costed and drawn: ${coldCode}`,
  "compare, three models": `${compiledScript}; ${choosing}, and three pages of facts are drawn: ${coldCode}`,
  "cost of one usage": `${compiledScript}; ${choosing}: ${coldCode}`,
  "recommend coding": `${compiledScript}; ${choosing}, and all rows are filtered, costed and scored: ${coldCode}`,
  "refresh, changed catalog": `${preparing}; the generation at hand is checked byte by byte first, and its facts are read again`,
  "refresh, unchanged (304)":
    "loading the network code takes 30 ms, the lock 10 ms, checking every byte of the generations at hand 15 ms, the requests the rest",
  "first command, empty cache": preparing,
  "info openai/gpt-5, catalog × 10":
    "as info openai/gpt-5: the catalog's size adds next to nothing",
  "info openai/gpt-5, catalog × 100":
    "as info openai/gpt-5, and the rows of all 505 who sell it are read, of which the page shows nine",
};
