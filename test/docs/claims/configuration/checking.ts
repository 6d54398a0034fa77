import type { PageClaims } from "../claim.ts";

const validating = "test/configuration/validate.test.ts";
const calling = "test/configuration/validate-providers.test.ts";

export const configurationChecking: PageClaims = {
  page: "docs/guide/configuration.md",
  claims: [
    {
      claim:
        "It names what a file says that does not count, what looks like a key, files that others may write, aliases that no command can use, and models that the catalog does not have, no longer has, or marks as deprecated: each with its file and line, and with what to do.",
      heldBy: [
        validating,
        "what is wrong, where, and what to do: %s in %j",
        "one's own file that others may write, with the command that mends it",
        "a model that an older catalog still had",
      ],
    },
    {
      claim:
        "Of a provider whose model you use it finds that it is switched off or that no credential is at hand, and of any address of yours that a credential does not go there.",
      heldBy: [
        calling,
        "finds that nobody could call it: %s",
        "finds that a project switched its provider off",
        "says where a credential does not go: %s with %j",
      ],
    },
    {
      claim:
        "It finds parameters above the limits of a model, and a temperature where it takes none; of an alias circles, fallbacks that do nothing, and what its model or a fallback lacks of what it needs; limits, prices and overrides of yours that the catalog says, too, and overrides of rows that it lacks.",
      heldBy: [
        validating,
        "what aliases and rows of the catalog have wrong, each in its line",
        "takes out fallbacks that do nothing and what the catalog says, too, and leaves the rest of both",
      ],
    },
    {
      claim:
        "It finds parameters above the limits of a model, and a temperature where it takes none; of an alias circles, fallbacks that do nothing, and what its model or a fallback lacks of what it needs; limits, prices and overrides of yours that the catalog says, too, and overrides of rows that it lacks.",
      heldBy: [
        calling,
        "compares every way of naming an output with what the model puts out, one's own limit too",
        "takes out with --fix what the catalog says, too, and nothing else",
      ],
    },
    {
      claim: "It exits with 8 where it finds an error, with `--strict` for a warning, too.",
      heldBy: [validating, "what is wrong, where, and what to do: %s in %j"],
    },
    {
      claim:
        "`--fix` writes the ref of a model where it is found by a guess, takes out fallbacks that do nothing and what the catalog says, too, and shows the difference before.",
      heldBy: [
        validating,
        "writes the ref of a model that is found by a guess, after the diff, and that is one change",
      ],
    },
    {
      claim:
        "`--fix` writes the ref of a model where it is found by a guess, takes out fallbacks that do nothing and what the catalog says, too, and shows the difference before.",
      heldBy: [calling, "takes out with --fix what the catalog says, too, and nothing else"],
    },
    {
      claim: "`--format github` and `--format sarif` are for checks of a repository.",
      heldBy: [
        validating,
        "gives each finding its place for GitHub, a project's by its path there",
        "gives SARIF that names each rule and each place",
      ],
    },
  ],
  plain: [],
};
