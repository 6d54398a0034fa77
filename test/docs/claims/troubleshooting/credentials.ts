import type { PageClaims } from "../claim.ts";

const commands = "test/credentials/commands.test.ts";
const typed = "test/credentials/typed.test.ts";
const shut = "test/credentials/keychain-shut.test.ts";
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
