import type { PageClaims } from "../claim.ts";

const open = "test/credentials/keychain.test.ts";
const shut = "test/credentials/keychain-shut.test.ts";
const units = "src/credentials/store/in-keychain.test.ts";
const consumer = "test/package/consumer.test.ts";

const stored = "is stored, listed, used and removed";
const locked =
  "is locked: nothing is stored, shown or lost, and what is to go to the file goes there";
const chosen = "is the keychain where there is one, else the file, and is said once";
const headless =
  "is kept in the file, which is said once, and nowhere else where the keychain is asked for";
const forgotten =
  "is forgotten where that is asked for, and its key is taken out once it is open again";

export const credentialsKeychain: PageClaims = {
  page: "docs/guide/credentials.md",
  claims: [
    {
      claim:
        "A key goes into the keychain of your system where there is one (the Keychain of macOS, the Credential Manager of Windows, GNOME Keyring or KDE Wallet behind a session bus), else into a file.",
      heldBy: [open, stored, headless],
    },
    {
      claim: "Which it is, is said when it is not where your last key went.",
      heldBy: [units, chosen],
    },
    {
      claim: "`--store keychain` and `--store file` name the place.",
      heldBy: [open, "moves between the keychain and the file, and stays in neither"],
    },
    {
      claim: "With a passphrase it is the file.",
      heldBy: [
        open,
        "is not used under a passphrase, which keeps the file, and a command is kept as it is",
      ],
    },
    {
      claim: "A key that is stored anew leaves the place where it was.",
      heldBy: [open, "moves between the keychain and the file, and stays in neither"],
    },
    {
      claim:
        "A keychain that is locked, or that does not answer within 5 seconds, ends the command with exit 4: no key goes to the file because of that.",
      heldBy: [
        shut,
        locked,
        "hangs: it is waited for no longer than five seconds",
        "is waited for no longer than five seconds",
      ],
    },
    { claim: "`--store file` puts it there.", heldBy: [shut, locked] },
    {
      claim:
        "Where there is none, in a container or behind ssh, nothing is asked and the file is used.",
      heldBy: [open, headless],
    },
    {
      claim:
        "The package that speaks with it, `@napi-rs/keyring`, is optional: without it there is none.",
      heldBy: [open, "needs its package: without it the file is used, and that is said"],
    },
    {
      claim:
        "The package that speaks with it, `@napi-rs/keyring`, is optional: without it there is none.",
      heldBy: [consumer, "keeps a key where what speaks with the keychain is not installed"],
    },
    {
      claim:
        "In the keychain a key has the service `modelforge` and a name like `openai/default/0a1b2c3d`, which stays for as long as the key does.",
      heldBy: [units, "is in no file, and is found by the name that the store has for it"],
    },
    {
      claim:
        "What there is, where, and its last four signs stand in the file all the same, so that `modelforge auth list` and `modelforge auth status` open nothing.",
      heldBy: [shut, locked],
    },
    {
      claim:
        "A key that is gone from the keychain, or that ends otherwise than the one that was stored, is not used, and the command ends with exit 4.",
      heldBy: [open, "that is gone or was changed is said, and not used"],
    },
    {
      claim:
        "`modelforge auth logout` removes it from there; where that cannot be, it ends with exit 4, and with `--forget` takes the key off the list, names what is left in the keychain, and the next change removes it.",
      heldBy: [shut, locked, forgotten],
    },
  ],
  plain: [],
};
