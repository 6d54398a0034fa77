import type { PageClaims } from "../claim.ts";

const check = "test/credentials/check.test.ts";
const checked = "src/credentials/check/check-credential.test.ts";
const rights = "test/credentials/store-rights.test.ts";
const counting = "test/credentials/counting.test.ts";
const commands = "test/credentials/commands.test.ts";
const kill = "test/credentials/kill.test.ts";
const keyCommand = "src/credentials/key-command.test.ts";
const login = "test/credentials/login.test.ts";
const store = "src/credentials/store/store.test.ts";
const typed = "test/credentials/typed.test.ts";

export const credentialsKeeping: PageClaims = {
  page: "docs/guide/credentials.md",
  claims: [
    {
      claim:
        "`modelforge auth login anthropic --command -- op read op://vault/anthropic/key` keeps a command in the place of a key: what it prints is the key, asked each time.",
      heldBy: [login, "keeps a command in the place of a key, and asks it each time"],
    },
    {
      claim:
        "Its program is kept by its whole path and is never one in `node_modules`, one that others could write, or one in a directory that they could write; below the directory where you set it, none is taken.",
      heldBy: [
        keyCommand,
        "is found by its whole path in PATH",
        "is not one of %s, but the next",
        "is none that others could have chosen, and the message says why",
        "is taken by its whole path, which is looked at where it stands",
        "is run wherever one is, and refused by what may be wrong with its program alone",
      ],
    },
    {
      claim:
        "It is run in your home directory, without a shell, for 10 seconds at most; then it is ended with all that it started.",
      heldBy: [
        keyCommand,
        "is run in the home directory, and what it prints is the key",
        "that fails, never ends or prints no key says so, and is looked at anew each time",
      ],
    },
    {
      claim:
        "It is run in your home directory, without a shell, for 10 seconds at most; then it is ended with all that it started.",
      heldBy: ["src/system/real/read-program.test.ts", "is ended with all of them when it is late"],
    },
    {
      claim: "Another provider's key that it comes to print is not used, unless you added `--yes`.",
      heldBy: [
        "src/operations/auth-login/reference.test.ts",
        "is not followed to what has become another provider's key, unless that was said to be meant",
      ],
    },
    {
      claim:
        "It is run in your home directory, without a shell, for 10 seconds at most; then it is ended with all that it started.",
      heldBy: [
        "test/contracts/process.ts",
        "reads what another program prints, with nothing to read and in its directory",
      ],
    },
    {
      claim:
        "At a terminal `modelforge auth login openai` asks for the key and shows nothing of it.",
      heldBy: [typed, "is stored, and nothing of it is shown, be it typed, corrected or pasted"],
    },
    {
      claim: "`--key-file` and `--from-env` take it from a file or a variable.",
      heldBy: [
        login,
        "takes a key from standard input, a file, a variable, or the line, which it warns of",
      ],
    },
    {
      claim: "`--api-key` takes it from the line and warns: the history of your shell keeps it.",
      heldBy: [
        login,
        "takes a key from standard input, a file, a variable, or the line, which it warns of",
      ],
    },
    {
      claim:
        "Quotes, `Bearer`, blanks and the name of a variable around a key are taken off, and that is said.",
      heldBy: [login, "takes off what is pasted around a key, and says so"],
    },
    {
      claim: "A key that begins as another provider's does is refused, unless you add `--yes`.",
      heldBy: [
        login,
        "refuses a key that is unmistakably another provider's, unless told that it is not",
      ],
    },
    {
      claim:
        "Keys without a keychain are kept in `$XDG_DATA_HOME/model-forge/credentials/store.json`, else below `~/.local/share`; `MODELFORGE_DATA_DIR` goes before both.",
      heldBy: [commands, "is where the variables say, the first of them first"],
    },
    {
      claim: "The file is for you alone, mode 0600.",
      heldBy: [login, "makes its files for the user alone under umask %s"],
    },
    {
      claim: "It is replaced whole, by one process after the other.",
      heldBy: [
        kill,
        "random moments (seed ${seed}) leaves the old or the new store, whole",
        "are all there, nothing mixed, one of them active",
      ],
    },
    {
      claim:
        "Where others could write it, it does not count; where they could read it, every command that reads it names the `chmod` that ends that.",
      heldBy: [
        rights,
        "does not count, and the message says how it comes",
        "is named with the way to end it, by every command that reads it",
      ],
    },
    {
      claim: "One that you made read-only is not changed.",
      heldBy: [rights, "is left as it is by every command that would change it"],
    },
    {
      claim: "What is no store is set aside under a new name.",
      heldBy: [store, "sets aside what is no store, under a new name (%s)"],
    },
    {
      claim:
        "With `--passphrase` all keys in the file are encrypted from then on (scrypt, AES-256-GCM).",
      heldBy: [typed, "asks for the passphrase of what is stored encrypted"],
    },
    {
      claim:
        "With `--passphrase` all keys in the file are encrypted from then on (scrypt, AES-256-GCM).",
      heldBy: [store, "cannot be read in the file, and can be with it"],
    },
    {
      claim:
        "The passphrase is asked for, or read from the file that `MODELFORGE_PASSPHRASE_FILE` names or the descriptor of `--passphrase-fd`.",
      heldBy: [
        commands,
        "opens with the passphrase of a file or a descriptor, and not with another",
      ],
    },
    {
      claim:
        "The passphrase is asked for, or read from the file that `MODELFORGE_PASSPHRASE_FILE` names or the descriptor of `--passphrase-fd`.",
      heldBy: [typed, "asks for the passphrase of what is stored encrypted"],
    },
    {
      claim: "`modelforge auth list` and `modelforge auth logout` need none.",
      heldBy: [
        store,
        "are removed without it, and with the last one goes what it is known by",
        "cannot be read in the file, and can be with it",
      ],
    },
    {
      claim: "`--account work` keeps several keys of a provider.",
      heldBy: [
        commands,
        "are several of a provider, the last one active, or the one that is asked for",
      ],
    },
    {
      claim: "The one kept last counts, or the one that `--account` or `MODELFORGE_ACCOUNT` names.",
      heldBy: [
        commands,
        "are several of a provider, the last one active, or the one that is asked for",
      ],
    },
    {
      claim: "Where none has that name, no other counts in its place.",
      heldBy: [
        "src/operations/auth-status/one-answer.test.ts",
        "counts by the account that is asked for, and no other does in its place",
      ],
    },
    {
      claim:
        "`MODELFORGE_OPENAI_API_KEY` and its like go before the provider's own variables, those before the store.",
      heldBy: [
        counting,
        "count behind our own variables, and those behind the provider's; what is blank is not there",
      ],
    },
    {
      claim: "What is blank is not there.",
      heldBy: [
        counting,
        "count behind our own variables, and those behind the provider's; what is blank is not there",
      ],
    },
    {
      claim:
        "`modelforge auth status` shows all of them, where each goes, and which variables are missing.",
      heldBy: [
        commands,
        "says what is found, where it goes and what is missing, of every provider asked about",
      ],
    },
    {
      claim:
        "A stored key makes its provider one that `--configured` finds, once a region, a resource or whatever else a call takes is said, too.",
      heldBy: [commands, "makes its provider one that could be called, in every command that asks"],
    },
    {
      claim:
        "A stored key makes its provider one that `--configured` finds, once a region, a resource or whatever else a call takes is said, too.",
      heldBy: ["src/credentials/from-environment.test.ts", "with %s"],
    },
    {
      claim:
        "`modelforge auth status --check` asks each provider for its list of models with the key, which costs nothing, and says `valid`, `refused` or `cannot tell`.",
      heldBy: [
        checked,
        "is valid where it opens a list that is shut without it",
        "is %s by what %s answers: %j",
      ],
    },
    {
      claim: "It ends with exit 4 where one was refused.",
      heldBy: [check, "ends with 4 where a provider refuses one"],
    },
  ],
  plain: [
    {
      says: "Keys of providers: where they are kept, which one counts, and where each may go.",
      because: "title",
    },
  ],
};
