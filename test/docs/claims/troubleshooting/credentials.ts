import type { PageClaims } from "../claim.ts";

const commands = "test/credentials/commands.test.ts";
const typed = "test/credentials/typed.test.ts";
const shut = "test/credentials/keychain-shut.test.ts";
const signIn = "src/credentials/device/sign-in.test.ts";
const signingIn = "test/credentials/sign-in.test.ts";
const store = "src/credentials/store/store.test.ts";

export const troubleshootingCredentials: PageClaims = {
  page: "docs/guide/troubleshooting.md",
  claims: [
    {
      claim:
        "| 4 | a credential is missing, locked, refused, or not for that host | see [credentials](#credentials) |",
      heldBy: [
        "src/credentials/hosts/host-untrusted.test.ts",
        "names both hosts, and the command that lets it",
      ],
    },
    {
      claim:
        "| 4 | a credential is missing, locked, refused, or not for that host | see [credentials](#credentials) |",
      heldBy: [commands, "ends with 4 where there is none, and says how to get one"],
    },
    {
      claim: "| `credential.missing` | Nothing is at hand for that provider.",
      heldBy: [commands, "ends with 4 where there is none, and says how to get one"],
    },
    {
      claim: "`modelforge auth login` keeps a key, or set the variable that the hint names. |",
      heldBy: [commands, "ends with 4 where there is none, and says how to get one"],
    },
    {
      claim: "| `credential.locked` | Stored credentials are encrypted.",
      heldBy: [
        commands,
        "opens with the passphrase of a file or a descriptor, and not with another",
      ],
    },
    {
      claim:
        "Name a file with the passphrase in `MODELFORGE_PASSPHRASE_FILE`, or a descriptor with `--passphrase-fd`; at a terminal you are asked. |",
      heldBy: [
        commands,
        "opens with the passphrase of a file or a descriptor, and not with another",
      ],
    },
    {
      claim:
        "Name a file with the passphrase in `MODELFORGE_PASSPHRASE_FILE`, or a descriptor with `--passphrase-fd`; at a terminal you are asked. |",
      heldBy: [typed, "asks for the passphrase of what is stored encrypted"],
    },
    {
      claim:
        "| `credential.no-application` | Signing in takes an OAuth application of your own, and no client id is named, or that one may not sign anybody in by a code.",
      heldBy: [signIn, "ends with a word of its own where the answer is %s"],
    },
    {
      claim: "The hint says where to make one and how to name it. |",
      heldBy: [signingIn, "takes the application that the person's own configuration names"],
    },
    {
      claim:
        "| `credential.refused` | Signing in was declined, or the provider no longer takes what came of it.",
      heldBy: [signIn, "ends with a word of its own where the answer is %s"],
    },
    {
      claim: "`modelforge auth login` signs in anew. |",
      heldBy: [
        signingIn,
        "is shown with its end, handed on, checked, and is nowhere but in the store",
      ],
    },
    {
      claim: "| `credential.expired` | The code was not entered in time, or the sign-in is over.",
      heldBy: [signIn, "ends when the code has run out, whatever is answered"],
    },
    {
      claim: "`modelforge auth login` shows a new code. |",
      heldBy: [signIn, "shows the code, and gets the token once it was entered"],
    },
    {
      claim:
        "| `credential.keychain-unusable` | The key is in the keychain of your system, or is to go there, and that is locked, does not answer, or is not there.",
      heldBy: [
        shut,
        "is locked: nothing is stored, shown or lost, and what is to go to the file goes there",
        "hangs: it is waited for no longer than five seconds",
      ],
    },
    {
      claim:
        "Open it and try again, or keep the key in a file with `modelforge auth login` and `--store file`. |",
      heldBy: [
        shut,
        "is locked: nothing is stored, shown or lost, and what is to go to the file goes there",
      ],
    },
    {
      claim:
        "| `credential.store-unusable` | The store of credentials is a link, another user's, open to others, or a newer version's, so that nothing was changed.",
      heldBy: [
        store,
        "does not count and is not changed where others could write it (%s)",
        "does not count and is not changed where it is a link, or its directory is",
        "is read as far as it is understood where a newer version wrote it, and not changed",
      ],
    },
    {
      claim: "The message says which and where. |",
      heldBy: [store, "does not count and is not changed where others could write it (%s)"],
    },
    {
      claim:
        "| `credential.host-untrusted` | A credential would have gone to a host that it does not belong to;",
      heldBy: [
        "src/credentials/hosts/host-untrusted.test.ts",
        "names both hosts, and the command that lets it",
      ],
    },
    {
      claim:
        "If you mean that host, `modelforge auth trust` with the provider and the address that the hint names lets it. |",
      heldBy: [
        "src/credentials/hosts/host-untrusted.test.ts",
        "names both hosts, and the command that lets it",
      ],
    },
  ],
  plain: [{ says: "nothing was sent.", because: "definition" }],
};
