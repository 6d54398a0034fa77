import type { PageClaims } from "../claim.ts";

const check = "test/credentials/check.test.ts";
const checked = "src/credentials/check/check-credential.test.ts";
const rights = "test/credentials/store-rights.test.ts";
const counting = "test/credentials/counting.test.ts";
const commands = "test/credentials/commands.test.ts";
const hosts = "src/credentials/hosts/may-go-to.test.ts";
const login = "test/credentials/login.test.ts";
const planted = "test/credentials/planted.test.ts";
const secret = "src/credentials/secret.test.ts";
const store = "src/credentials/store/store.test.ts";
const table = "src/credentials/hosts/table.test.ts";
const trust = "test/credentials/trust.test.ts";
const typed = "test/credentials/typed.test.ts";
const ofOnesOwn = "test/credentials/of-ones-own.test.ts";

export const credentialsGoing: PageClaims = {
  page: "docs/guide/credentials.md",
  claims: [
    {
      claim:
        "`modelforge auth exec openai -- node summarise.js` starts a program with the provider's variables set for it alone to the key that counts, and gives its exit code back.",
      heldBy: [
        commands,
        "gives the keys to the program alone, and its exit code back; no shell reads the words",
      ],
    },
    {
      claim:
        "`modelforge auth exec openai -- node summarise.js` starts a program with the provider's variables set for it alone to the key that counts, and gives its exit code back.",
      heldBy: [
        counting,
        "is the one that every command takes, whatever other variables of the provider say",
      ],
    },
    {
      claim: "No shell reads its words.",
      heldBy: [
        commands,
        "gives the keys to the program alone, and its exit code back; no shell reads the words",
      ],
    },
    {
      claim:
        "The short-lived key of GitHub Copilot stands in `GITHUB_COPILOT_API_KEY`, and never in `GITHUB_TOKEN`.",
      heldBy: [
        "src/credentials/variables-for.test.ts",
        "are for Copilot's key none that hold a token of GitHub",
      ],
    },
    {
      claim:
        "`modelforge auth token openai` prints the key for another program to read; on a terminal it does so with `--yes` only, and never in JSON.",
      heldBy: [commands, "is in no document and no file of ours"],
    },
    {
      claim:
        "`modelforge auth token openai` prints the key for another program to read; on a terminal it does so with `--yes` only, and never in JSON.",
      heldBy: [typed, "is not shown by auth token on a terminal unless that is meant"],
    },
    {
      claim:
        "A key goes to the hosts of its provider and to those that you trusted, whoever asks for it.",
      heldBy: [
        hosts,
        "is the hosts of the table, over https at the usual port, however they are written",
        "is no host that looks like one of the table",
        "goes by the credential, not by the provider that names its variable",
        "is an origin that was trusted, and no other at that host",
      ],
    },
    {
      claim:
        "They stand in a table of ModelForge's own, by the name of the variable or the account: a catalog, a mirror, a project's configuration, `OPENAI_BASE_URL` add none.",
      heldBy: [table, "are known of every provider, or it is said why not"],
    },
    {
      claim:
        "They stand in a table of ModelForge's own, by the name of the variable or the account: a catalog, a mirror, a project's configuration, `OPENAI_BASE_URL` add none.",
      heldBy: [
        check,
        "gives no key to a catalog, a project or an environment that want it elsewhere, and names each",
      ],
    },
    {
      claim:
        "A part of a host that a variable names, as for Azure, comes from your environment: of the provider's own settings only, one label of a host or one segment of a path each, and never from a variable that holds a key.",
      heldBy: [
        hosts,
        "is filled by one label of the person's own variables, and is that host alone",
      ],
    },
    {
      claim:
        "A part of a host that a variable names, as for Azure, comes from your environment: of the provider's own settings only, one label of a host or one segment of a path each, and never from a variable that holds a key.",
      heldBy: [
        checked,
        "goes where nothing but settings of its own provider is filled in, whatever the catalog names",
        "is sent to no host of which %s would be a part",
      ],
    },
    {
      claim: "An address that has a key in it is not asked.",
      heldBy: [
        checked,
        "is sent nowhere where a key stands in the address itself, as it is or encoded",
      ],
    },
    {
      claim: "No redirect is followed with a key.",
      heldBy: [checked, "goes nowhere that a redirect leads to"],
    },
    {
      claim: "Where one may not go, nothing is sent, and the command ends with exit 4.",
      heldBy: [
        checked,
        "is not sent to an address that a catalog names and that it does not belong to",
      ],
    },
    {
      claim: "Where one may not go, nothing is sent, and the command ends with exit 4.",
      heldBy: [
        check,
        "gives no key to a catalog, a project or an environment that want it elsewhere, and names each",
      ],
    },
    {
      claim: "A provider of your own is named with its address:",
      heldBy: [
        login,
        "names the nearest of a provider that nobody knows, and keeps one of one's own with its host",
      ],
    },
    {
      claim:
        "`modelforge auth trust` lets a provider's keys go to an address of yours: scheme, host and port have to be the same.",
      heldBy: [trust, "asks first, counts scheme, host and port, and can be taken back"],
    },
    {
      claim: "Plain http needs its `http://` written out.",
      heldBy: [
        hosts,
        "is plain http to another machine where that very origin was trusted, and nowhere else",
      ],
    },
    {
      claim: "`--list` shows what is trusted, `--remove` takes it back.",
      heldBy: [trust, "asks first, counts scheme, host and port, and can be taken back"],
    },
    {
      claim:
        "| a catalog or a mirror | whatever host or variable it names, no key moves | it can have a check fail |",
      heldBy: [
        check,
        "gives no key to a catalog, a project or an environment that want it elsewhere, and names each",
      ],
    },
    {
      claim:
        "| a project | its configuration moves no key | a program of it that you start with `auth exec` has the key |",
      heldBy: [
        check,
        "gives no key to a catalog, a project or an environment that want it elsewhere, and names each",
      ],
    },
    {
      claim:
        "| another user of this machine | the file is for you alone; with others' hands on it, it does not count | root reads everything |",
      heldBy: [rights, "does not count, and the message says how it comes"],
    },
    {
      claim:
        "Of a provider that only your configuration has, `modelforge auth login` shows where it is called and asks whether its key may go there.",
      heldBy: [
        "test/terminal/questions.test.ts",
        "cancels (%s): %s, %s, %s, %j",
        "is tested of each place that asks",
      ],
    },
    {
      claim: "A variable that `providers.<id>.env` names holds a key of that provider, too.",
      heldBy: [
        ofOnesOwn,
        "is found in the variable that the file names, goes where it is trusted, and is called so everywhere",
      ],
    },
    {
      claim:
        "Where a project says another address for a provider whose key you have, `modelforge auth status` names it, and the key goes nowhere by it.",
      heldBy: [
        ofOnesOwn,
        "is named where a key of its provider is at hand, and the key goes nowhere by it",
      ],
    },
    {
      claim:
        "| who sees your screen or logs | no command prints a key but `auth token`, in no form | the history of your shell, after `--api-key` |",
      heldBy: [
        planted,
        "is nowhere but in the store, whatever is asked, in success and in failure",
      ],
    },
    {
      claim:
        "| who sees your screen or logs | no command prints a key but `auth token`, in no form | the history of your shell, after `--api-key` |",
      heldBy: [secret, "is kept out of whatever is written from then on, in every form"],
    },
    {
      claim:
        "| who has your disk or backup | keys in the keychain, keys under a passphrase | keys in the file without one |",
      heldBy: [store, "cannot be read in the file, and can be with it"],
    },
    {
      claim:
        "| who has your disk or backup | keys in the keychain, keys under a passphrase | keys in the file without one |",
      heldBy: [
        "test/credentials/keychain.test.ts",
        "is nowhere else, whatever is asked, in success and in failure",
      ],
    },
    {
      claim:
        "| a program that runs as you | keys under a passphrase, until you give it | keys in the file without one; in most systems keys in the keychain while it is open |",
      heldBy: [store, "stay shut for another passphrase, and for none"],
    },
  ],
  plain: [],
};
