import type { PageClaims } from "../claim.ts";

export const troubleshootingCacheAndTerminal: PageClaims = {
  page: "docs/guide/troubleshooting.md",
  claims: [
    {
      claim: "The answer below the warning is right: it came from the next best source.",
      heldBy: [
        "test/faults/damage.test.ts",
        "answers rightly, names it, and is healed by the next refresh, whichever file it is",
      ],
    },
    {
      claim: "The answer below the warning is right: it came from the next best source.",
      heldBy: ["test/promises/damage.test.ts", "where this is damaged, that answers:"],
    },
    {
      claim: "A damaged part that can be worked out again is repaired on the spot,",
      heldBy: [
        "test/promises/damage.test.ts",
        "a prepared file that is read, or the manifest of them (%s), the same prepared anew from the stored body",
      ],
    },
    {
      claim: "and `modelforge refresh-cache` replaces what answers.",
      heldBy: [
        "test/faults/damage.test.ts",
        "answers rightly, names it, and is healed by the next refresh, whichever file it is",
      ],
    },
    {
      claim: "`modelforge cache verify` looks at older generations too.",
      heldBy: ["test/promises/damage.test.ts", "looks at older generations too: %s/%s"],
    },
    {
      claim:
        "As a last resort, `modelforge cache clear --all --yes` removes everything that ModelForge has kept in its cache, and nothing else;",
      heldBy: [
        "test/promises/given-directories.test.ts",
        "is used but never marked with anything else in it, and nothing of that is ever removed",
        "has nothing but names of ModelForge's own removed where it is marked",
      ],
    },
    {
      claim: "the next command fetches the catalog again.",
      heldBy: [
        "test/promises/clean-up.test.ts",
        "removes the cache of this source, with --all that of every source, and the next command fetches anew",
      ],
    },
    {
      claim:
        "Something in the cache may not be looked at or removed by you; a run with `sudo` leaves such files behind.",
      heldBy: [
        "test/promises/unreadable.test.ts",
        "is left out of cache %s, and the command that gives it back is said",
      ],
    },
    {
      claim: "Everything else goes on.",
      heldBy: ["test/promises/unreadable.test.ts", "keeps nobody from an answer or a refresh"],
    },
    {
      claim: "The warning ends with the command that gives them back to you.",
      heldBy: [
        "test/promises/unreadable.test.ts",
        "is left out of cache %s, and the command that gives it back is said",
      ],
    },
    {
      claim:
        "Where nothing else was to be removed, `cache clear` and `cache prune` fail with exit code 7 and name that command.",
      heldBy: [
        "test/faults/unreadable-entries.test.ts",
        "that is the whole cache fails what is to change it, with the command that mends it",
      ],
    },
    {
      claim: "Where something is mounted, it says so: that stays until it is unmounted.",
      heldBy: [
        "test/faults/mounted.test.ts",
        "is left by cache clear, called what it is, and given to nobody: %s",
        "is called what it is by cache prune",
      ],
    },
    {
      claim: "A stale answer starts a refresh in the background.",
      heldBy: [
        "test/network/background-refresh.test.ts",
        "answers at once, says its age, and exactly one refresh brings the newer behind its back",
      ],
    },
    {
      claim:
        "Where `CI` is set, or `MODELFORGE_FEATURE_BACKGROUND_REFRESH=0`, it does not: run `modelforge refresh-cache` yourself.",
      heldBy: [
        "test/network/background-refresh.test.ts",
        "by a stale answer %s, which says its age",
      ],
    },
    {
      claim: "A generation chosen by `cache restore` also stays until then.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "that was restored answers, stale as it may be, until refresh-cache is run",
      ],
    },
    {
      claim: "Long lists go through `MODELFORGE_PAGER`, else `PAGER`,",
      heldBy: ["test/promises/terminal.test.ts", "goes through MODELFORGE_PAGER before PAGER"],
    },
    {
      claim: "else `less`.",
      heldBy: ["test/promises/terminal.test.ts", "goes through less by default"],
    },
    {
      claim: "`--no-pager` or `MODELFORGE_PAGER=cat` prints them in one go.",
      heldBy: ["test/promises/terminal.test.ts", "is printed in one go by %j with %j"],
    },
    {
      claim:
        "A table that is too wide for the terminal cuts refs in the middle and leaves out columns, which a note names; those that the question is about stay.",
      heldBy: [
        "test/terminal/screens.test.ts",
        "shows refs and what the question is about, and says what it hides: %s",
      ],
    },
    {
      claim: "`COLUMNS` sets another width.",
      heldBy: [
        "test/choosing/width.test.ts",
        "fit a terminal, or the columns that COLUMNS names there: %s",
      ],
    },
    {
      claim: "In a pipe nothing is cut.",
      heldBy: ["test/cli/streams.test.ts", "hides and cuts nothing, whatever COLUMNS says"],
    },
    {
      claim: "`NO_COLOR=1` or `--no-color` turns colours off, `FORCE_COLOR=1` turns them on,",
      heldBy: ["test/cli/streams.test.ts", "colours on request and drops colour for NO_COLOR"],
    },
    {
      claim: "`NO_COLOR=1` or `--no-color` turns colours off, `FORCE_COLOR=1` turns them on,",
      heldBy: [
        "test/terminal/terminal.test.ts",
        "uses no colour and no escape sequence where NO_COLOR is set",
      ],
    },
    {
      claim: "and `TERM=dumb` gives plain ASCII.",
      heldBy: ["test/terminal/terminal.test.ts", "writes plain ASCII on a dumb terminal"],
    },
    {
      claim:
        "`--quiet` silences notes, warnings and progress, but not that another catalog answered than the one asked for.",
      heldBy: [
        "test/promises/refresh-cache.test.ts",
        "silences notes and warnings, but not that another catalog answers than the one asked for",
      ],
    },
    {
      claim: "Errors are always printed.",
      heldBy: ["test/promises/refresh-cache.test.ts", "silences no error"],
    },
    {
      claim: "None of these shows a credential.",
      heldBy: ["test/promises/secrets.test.ts", "is never printed: %s %s"],
    },
    {
      claim: "None of these shows a credential.",
      heldBy: ["test/network/secrets.test.ts", "is neither said nor written down by %s"],
    },
  ],
  plain: [
    {
      says: "Please report it with the command, its output with `--verbose`, the output of `modelforge cache status`, and `modelforge --version`.",
      because: "advice",
    },
  ],
};
