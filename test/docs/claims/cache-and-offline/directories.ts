import { examples, type PageClaims } from "../claim.ts";

export const cacheAndOfflineDirectories: PageClaims = {
  page: "docs/guide/cache-and-offline.md",
  claims: [
    {
      claim:
        "| cache | `~/.cache/model-forge/modelsdev` | `MODELFORGE_CACHE_DIR`, or `XDG_CACHE_HOME` for the first part |",
      heldBy: [
        "src/modelsdev/settings.test.ts",
        "has a default for everything",
        "reads every variable",
        "heeds the XDG directories",
      ],
    },
    {
      claim:
        "| notes: counts of answers, the last error | `~/.local/state/model-forge` | `MODELFORGE_STATE_DIR`, or `XDG_STATE_HOME` for the first part |",
      heldBy: [
        "src/modelsdev/settings.test.ts",
        "has a default for everything",
        "reads every variable",
        "heeds the XDG directories",
      ],
    },
    {
      claim:
        "| notes: counts of answers, the last error | `~/.local/state/model-forge` | `MODELFORGE_STATE_DIR`, or `XDG_STATE_HOME` for the first part |",
      heldBy: [
        "src/modelsdev/journal.test.ts",
        "counts how answers came about",
        "remembers the last attempt at a refresh",
      ],
    },
    {
      claim: "Every source has a folder of its own below the first path, so catalogs never mix.",
      heldBy: [
        "src/modelsdev/source.test.ts",
        "has a cache of its own, the same however it is written",
      ],
    },
    {
      claim: "Directories are for you alone (0700), files too (0600).",
      heldBy: ["test/faults/places.test.ts", "belongs to its owner alone"],
    },
    {
      claim:
        "| kept code: what Node compiled of ModelForge itself | `~/.cache/model-forge/code` | `XDG_CACHE_HOME` for the first part |",
      heldBy: [
        "test/faults/kept-code-life.test.ts",
        "is kept in the user's own cache home, wherever the catalogs are",
      ],
    },
    {
      claim: "Kept code is what Node compiled of ModelForge's own scripts, 8 MB at most.",
      heldBy: [
        "test/faults/kept-code-life.test.ts",
        "is bounded: the oldest goes first, a time ahead of the clock counting as old",
      ],
    },
    {
      claim:
        "A command's first use leaves an empty file for each script, its second use what was compiled.",
      heldBy: [
        "test/faults/kept-code-life.test.ts",
        "leave at first an empty file, at second what was compiled, and from then on nothing",
        "is kept of what a shell asks at every Tab, too, and of what is loaded later",
      ],
    },
    {
      claim: "From then on it is taken instead of compiling again,",
      heldBy: [
        "test/faults/kept-code-life.test.ts",
        "leave at first an empty file, at second what was compiled, and from then on nothing",
      ],
    },
    {
      claim:
        "so it is read only where nobody but you can have written it: in your own directories,",
      heldBy: [
        "test/faults/planted-code.test.ts",
        "code that somebody else may have put there is never run",
      ],
    },
    {
      claim:
        "never below one that `MODELFORGE_CACHE_DIR`, `MODELFORGE_STATE_DIR`, `MODELFORGE_CONFIG_DIR` or `MODELFORGE_DATA_DIR` names.",
      heldBy: [
        "test/faults/planted-code.test.ts",
        "is no place for kept code, nor is any below it",
      ],
    },
    {
      claim: "`cache status` shows where it is and why it is not used, if so;",
      heldBy: [
        "test/faults/kept-code-by-hand.test.ts",
        "show how many files of how many bytes are where",
        "say why it is not used",
      ],
    },
    {
      claim: "`cache clear` removes it with the cache.",
      heldBy: [
        "test/faults/kept-code-by-hand.test.ts",
        "remove it, and do not keep it again themselves: %o",
      ],
    },
    {
      claim: "Empty files go with it and are counted by neither.",
      heldBy: [
        "test/faults/kept-code-by-hand.test.ts",
        "take the empty file of a first use for nothing, and remove it, too",
      ],
    },
    {
      claim: "Nothing is kept where `CI` is set or after `MODELFORGE_FEATURE_CODE_CACHE=0`.",
      heldBy: ["test/faults/kept-code-life.test.ts", "with %o is kept and used: %s"],
    },
    {
      claim: "A directory that you name is used,",
      heldBy: [
        "test/promises/given-directories.test.ts",
        "is used but never marked with anything else in it, and nothing of that is ever removed",
      ],
    },
    {
      claim:
        "and stays yours: a file `.model-forge` marks as ModelForge's own a directory that it made, found empty, or found nothing in but what it makes itself.",
      heldBy: [
        "test/promises/given-directories.test.ts",
        "is marked where it was made, found empty, or holds nothing but what ModelForge makes",
      ],
    },
    {
      claim: "There it removes what bears one of its names, file by file,",
      heldBy: [
        "test/promises/given-directories.test.ts",
        "has nothing but names of ModelForge's own removed where it is marked",
      ],
    },
    {
      claim: "and never through a link.",
      heldBy: [
        "test/promises/given-directories.test.ts",
        "has nothing removed or renamed through a link in it",
        "has no second name of somebody's file written to",
      ],
    },
    {
      claim:
        "A directory with anything else in it is never marked, and nothing is removed from it but the files that a generation's own manifest names.",
      heldBy: [
        "test/promises/given-directories.test.ts",
        "is used but never marked with anything else in it, and nothing of that is ever removed",
      ],
    },
    {
      claim:
        "A link in the place of a file or folder of the cache is somebody else's: nothing is written through it,",
      heldBy: [
        "test/promises/given-directories.test.ts",
        "has nothing written through a link in it, and a warning says so",
        "has no second name of somebody's file written to",
      ],
    },
    {
      claim: "and a warning says so.",
      heldBy: [
        "test/promises/given-directories.test.ts",
        "has nothing written through a link in it, and a warning says so",
      ],
    },
    {
      claim:
        "The file that `MODELFORGE_URL` names is never removed or written over, whatever it is called.",
      heldBy: [
        "test/faults/spared-source.test.ts",
        "is left by every command that removes, and answers: %s",
        "is not written over where %s leads to its own %s",
      ],
    },
    {
      claim:
        "A cache that cannot be written (a read-only or full disk, no home directory) costs the next command a fetch, not this one its answer.",
      heldBy: [
        "test/faults/places.test.ts",
        "from a read-only cache directory",
        "from a full disk",
        "without HOME and without any directory named",
      ],
    },
    {
      claim:
        "A cache that cannot be written (a read-only or full disk, no home directory) costs the next command a fetch, not this one its answer.",
      heldBy: [
        "test/faults/narrow-places.test.ts",
        "that became read-only is refreshed for this one answer, with a warning",
      ],
    },
    {
      claim:
        "A generation takes several times what its source sent, because what every kind of question reads is prepared from it and kept beside it.",
      heldBy: ["test/promises/clean-up.test.ts", "is worked out again when it is asked for"],
    },
    {
      claim:
        "Versions of ModelForge that prepare it differently keep theirs apart, and leave each other's alone.",
      heldBy: [
        "test/faults/two-layouts.test.ts",
        "prepare each catalog once each, in ${switches} switches, and find nothing damaged",
      ],
    },
    {
      claim:
        "`MODELFORGE_MAX_CACHE_SIZE` (50 MB) is what the cache of all sources may take together.",
      heldBy: ["src/modelsdev/settings.test.ts", "has a default for everything"],
    },
    {
      claim:
        "`MODELFORGE_MAX_CACHE_SIZE` (50 MB) is what the cache of all sources may take together.",
      heldBy: [
        "test/promises/clean-up.test.ts",
        "is chosen so that the caches of all sources together fit, after a refresh as well",
      ],
    },
    {
      claim:
        "After a refresh goes, until it fits, first what is in quarantine or was refused, then what can be worked out again, then older generations, those of the source that was asked longest ago before the others.",
      heldBy: [
        "test/promises/clean-up.test.ts",
        "is what was set aside, then what can be worked out again, then older generations, the source asked longest ago first",
      ],
    },
    {
      claim:
        "A generation reduced to what its source sent is worked out again when it is asked for.",
      heldBy: ["test/promises/clean-up.test.ts", "is worked out again when it is asked for"],
    },
    {
      claim: "What the next answer of the source in use reads stays as it is.",
      heldBy: ["test/promises/clean-up.test.ts", "is nothing that the next answer reads"],
    },
    {
      claim: "The last catalog of a source never goes; a limit too small for that is said.",
      heldBy: [
        "test/promises/clean-up.test.ts",
        "is never the last catalog of a source, and a limit too small for that is said",
      ],
    },
    {
      claim: "`cache prune` does the same by hand,",
      heldBy: [examples, "modelforge cache prune --max-size 400kB"],
    },
    {
      claim:
        "`cache clear` removes this source's cache, with `--all` that of every source, and the kept code.",
      heldBy: [
        "test/promises/clean-up.test.ts",
        "removes the cache of this source, with --all that of every source",
      ],
    },
    {
      claim: "What somebody else has put into these directories stays, and is named.",
      heldBy: ["test/faults/beside-sources.test.ts", "is left and told of, once: cache clear %j"],
    },
  ],
  plain: [],
};
