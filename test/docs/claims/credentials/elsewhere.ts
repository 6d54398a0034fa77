import type { PageClaims } from "../claim.ts";

const clouds = "src/credentials/cloud/see-clouds.test.ts";
const command = "test/credentials/clouds.test.ts";
const configured = "src/credentials/from-environment.test.ts";
const keyCommand = "src/credentials/key-command.test.ts";
const login = "test/credentials/login.test.ts";
const reference = "src/operations/auth-login/reference.test.ts";
const words = "src/credentials/key-reference.test.ts";

export const credentialsElsewhere: PageClaims = {
  page: "docs/guide/credentials.md",
  claims: [
    {
      claim:
        "Where it gives no key, the command ends with exit 4 and says the first line that its program complained of.",
      heldBy: [
        keyCommand,
        "that fails says the first line of what its program complains of, without a key in it",
        "is no key that is too long, never ends in what it prints, or moves the cursor",
      ],
    },
    {
      claim:
        "`modelforge auth login openai --reference op://vault/item/field` keeps where a key is, in the words of the tool that gives it out each time.",
      heldBy: [
        login,
        "follows a reference by its own tool each time, and says what that complains of",
      ],
    },
    {
      claim: "Tools are found and run as key commands are:",
      heldBy: [
        reference,
        "to an item is a command with its program's whole path, and no key is in the store",
        "is none that gives no key: what is wrong is said, and nothing is kept",
      ],
    },
    {
      claim: "| `op://vault/item/field` | `op read`, of 1Password |",
      heldBy: [words, "%s is followed by its own tool"],
    },
    {
      claim:
        "| `keychain:service/account` | the keychain of this system: `secret-tool` with `service` and `username` or `account`, on macOS `security` |",
      heldBy: [
        words,
        "%s is followed by its own tool",
        "into the keychain is followed by another tool on a Mac, and by none on Windows",
      ],
    },
    {
      claim: "| `env:NAME` | the variable, under whatever name you have it |",
      heldBy: [
        reference,
        "to a variable is looked up there each time, and is missing where that is not set",
      ],
    },
    {
      claim:
        "It stays where it is: ModelForge reads variables and files to see whether it is there, and runs and asks nothing.",
      heldBy: [
        command,
        "is shown where it is and counts, with nothing asked of it, and nothing of it is kept or shown",
      ],
    },
    {
      claim:
        "It stays where it is: ModelForge reads variables and files to see whether it is there, and runs and asks nothing.",
      heldBy: [
        clouds,
        "by the profile %s",
        "is what the platform hands over where no profile has any",
      ],
    },
    {
      claim: "It counts behind all keys.",
      heldBy: [
        "src/credentials/find.test.ts",
        "counts behind every key, and where an account is asked for not at all",
      ],
    },
    {
      claim:
        "| `aws:profile/work` | keys, a role or a command in `~/.aws/config` or `~/.aws/credentials`; `AWS_PROFILE` names the profile |",
      heldBy: [
        clouds,
        "by the profile %s",
        "is the default profile's, unless another is chosen, and its region behind the variables for it",
      ],
    },
    {
      claim: "| `aws:sso/work` | a profile that somebody signs in for |",
      heldBy: [clouds, "by the profile %s"],
    },
    {
      claim: "| `aws:web-identity`, `aws:container` | what the platform hands over in variables |",
      heldBy: [clouds, "is what the platform hands over where no profile has any"],
    },
    {
      claim:
        "| `gcp:adc` | the file that `GOOGLE_APPLICATION_CREDENTIALS` names, else that of `gcloud auth application-default login` |",
      heldBy: [clouds, "is gcloud's file, or the one that a variable names"],
    },
    {
      claim:
        "| `azure:entra` | `AZURE_TENANT_ID`, `AZURE_CLIENT_ID` and a secret, a certificate or a token |",
      heldBy: [clouds, "is Entra's by a secret, a certificate or a token that is there"],
    },
    {
      claim:
        "The region of Bedrock is that of `AWS_REGION`, of `AWS_DEFAULT_REGION` or of the profile; `GOOGLE_CLOUD_PROJECT` and `GOOGLE_CLOUD_LOCATION` stand in for the variables of Vertex.",
      heldBy: [
        clouds,
        "is the default profile's, unless another is chosen, and its region behind the variables for it",
        "is gcloud's file, or the one that a variable names",
      ],
    },
    {
      claim:
        "Where one is missing, `modelforge auth status` names it and the provider does not count as configured.",
      heldBy: [
        command,
        "lacks the region where none is said, or where what is said is none, and does not count",
      ],
    },
    {
      claim:
        "Where one is missing, `modelforge auth status` names it and the provider does not count as configured.",
      heldBy: [configured, "counts with all settings, and is nothing where it is not found"],
    },
    {
      claim: "`--check` says `cannot tell`, and `modelforge auth token` hands nothing on.",
      heldBy: [
        command,
        "is shown where it is and counts, with nothing asked of it, and nothing of it is kept or shown",
      ],
    },
    {
      claim: "What is no file of that kind is named, and not waited for.",
      heldBy: [command, "is nothing in a pipe that nobody writes to, which is not waited for"],
    },
    {
      claim: "What is no file of that kind is named, and not waited for.",
      heldBy: [clouds, "is %s: it says nothing, and what is wrong is said"],
    },
  ],
  plain: [
    {
      says: "Bedrock, Vertex and Azure are called with what their clouds' own programs find.",
      because: "fact",
    },
  ],
};
