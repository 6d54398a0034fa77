import type { PageClaims } from "./claim.ts";

const migrate = "test/configuration/migrate.test.ts";
const keys = "test/configuration/migrate-keys.test.ts";
const kill = "test/configuration/migrate-kill.test.ts";
const whole = "takes over models, names, addresses and the model in use, and says what it does not";
const asks = "says with --dry-run what it would do, and without a terminal it needs a yes";
const places = "is taken over, and its secrets are struck out where they stand";
const others = "what others could have written is not taken over";
const astray = "is lost by nothing: the file stays as it is";

export const movingFromPython: PageClaims = {
  page: "docs/guide/moving-from-python.md",
  claims: [
    {
      claim:
        "`modelforge config migrate` takes over what the Python ModelForge (`model-forge-llm`) was told: models, names, addresses, the model in use, and keys.",
      heldBy: [migrate, whole],
    },
    {
      claim: "Without `--yes` a terminal shows every line that would change, and asks.",
      heldBy: [migrate, "shows on a terminal what it would do, and does it after a yes alone"],
    },
    {
      claim: "Without a terminal the command ends with exit 2 and names what it would do.",
      heldBy: [migrate, asks],
    },
    { claim: "`--dry-run` only shows it.", heldBy: [migrate, asks] },
    {
      claim:
        "In `config.json` and `models.json` of ModelForge's own directory, in `~/.config/model-forge`, `~/.config/modelforge` and `~/.model-forge`, and in the project's `.model-forge/config.json`.",
      heldBy: [
        migrate,
        places,
        "what a project has of it stays the project's, but for the secrets",
      ],
    },
    {
      claim: "`--from` names a file elsewhere.",
      heldBy: [
        migrate,
        "a file with --from is taken over from wherever it lies, into ours as it is",
      ],
    },
    {
      claim:
        "The Python ModelForge keeps its configuration in the place of this one's: what a file holds tells whose it is.",
      heldBy: [migrate, whole],
    },
    { claim: "What others could have written is not taken over.", heldBy: [migrate, others] },
    ...[
      "| `providers.<name>.models` | `providers.<id>.models.<id>.name`, with the name that the catalog has |",
      "| a model's own name, with `api_model_name` | an alias |",
      "| `base_url`, where the catalog says another | `providers.<id>.baseUrl` |",
      "| `current_model` | `current` |",
    ].map((claim) => ({ claim, heldBy: [migrate, whole] as const })),
    {
      claim: "| `auth_data` | the store of credentials |",
      heldBy: [
        migrate,
        "keeps every secret in the store, the one that requests are made with as the one that counts",
      ],
    },
    {
      claim:
        "Of two models of one name the first keeps it, and the other's begins with its provider.",
      heldBy: [migrate, whole],
    },
    {
      claim: "What your configuration says already stays.",
      heldBy: [
        migrate,
        "a file with --from is taken over from wherever it lies, into ours as it is",
      ],
    },
    {
      claim: "What has no place here is named and left in the old file.",
      heldBy: [migrate, whole],
    },
    {
      claim:
        "A key for another host than its provider's is kept for a provider of your own, and goes nowhere before `modelforge auth trust`.",
      heldBy: [
        keys,
        "for another host than the provider's is kept for that, and trusted with none",
      ],
    },
    {
      claim:
        "They go where `modelforge auth login` keeps a key, the keychain or the file, or where `--store` says.",
      heldBy: ["test/credentials/keychain.test.ts", "is where those of the Python ModelForge go"],
    },
    {
      claim:
        "They go where `modelforge auth login` keeps a key, the keychain or the file, or where `--store` says.",
      heldBy: [
        "test/credentials/keychain-shut.test.ts",
        "takes no key of the Python ModelForge, which stays where it is, unless the file is to have it",
      ],
    },
    {
      claim:
        "They are stored before they are struck out, so that none is lost if the command is stopped.",
      heldBy: [kill, "are all there after a kill at any of"],
    },
    {
      claim: "Afterwards they are in the store and in no other file.",
      heldBy: [kill, "are in the store and in no other file, and in nothing that was said"],
    },
    {
      claim:
        "A file that stood in the place of this ModelForge's is kept beside it as `config.python.json`, without its keys; in one that stands elsewhere they are replaced by `***`.",
      heldBy: [migrate, whole, places],
    },
    {
      claim: "A stored key is never replaced: another one becomes the account `migrated`.",
      heldBy: [migrate, "keeps its place in the store: another key gets a name of its own"],
    },
    {
      claim:
        "A key that belongs to no provider, or that can be none, stops the command before anything is changed, with exit 7 and its line.",
      heldBy: [keys, astray],
    },
    {
      claim: "`modelforge config rollback` takes the change back, but for the keys.",
      heldBy: [
        migrate,
        "is one change that can be taken back, but for the secrets, and made again",
      ],
    },
    {
      claim: "Once all is moved, the command changes nothing and says so.",
      heldBy: [migrate, "changes nothing the second time, and says so"],
    },
  ],
  plain: [],
};
