import type { PageClaims } from "../claim.ts";

const wizard = "test/wizard/wizard.test.ts";
const leaving = "test/wizard/leaving.test.ts";
const questions = "test/wizard/questions.test.ts";

export const configurationStepByStep: PageClaims = {
  page: "docs/guide/configuration.md",
  claims: [
    {
      claim:
        "`modelforge config` alone on a terminal asks for all that it takes to have a model in use: whether everywhere or in this project, which provider, its credential, what its address needs, which model.",
      heldBy: [
        wizard,
        "goes from nothing to a model in use, with a key that is in the store alone",
      ],
    },
    {
      claim:
        "`modelforge config` alone on a terminal asks for all that it takes to have a model in use: whether everywhere or in this project, which provider, its credential, what its address needs, which model.",
      heldBy: [
        questions,
        "is set up by itself, and the key is the user's all the same",
        "is asked for each, what cannot stand there once more, and Esc goes one back",
      ],
    },
    {
      claim: "Providers that could be called now stand first, and typing finds the others.",
      heldBy: [
        wizard,
        "is taken where a variable holds the key, which is then kept nowhere",
        "goes from nothing to a model in use, with a key that is in the store alone",
      ],
    },
    {
      claim: "A credential at hand is kept unless you type another, of which nothing is shown.",
      heldBy: [
        wizard,
        "is taken where a variable holds the key, which is then kept nowhere",
        "goes from nothing to a model in use, with a key that is in the store alone",
      ],
    },
    {
      claim:
        "Where no list of ours says where the keys of a provider belong, it names the address and asks; what a project's file says of it does not count there.",
      heldBy: [
        questions,
        "whose address is not allowed keeps no key",
        "and a mirror that want the key elsewhere get none, and each attempt is named",
      ],
    },
    {
      claim:
        "If you like, it asks the provider for its list of models with the credential, as `modelforge auth status --check` does.",
      heldBy: [wizard, "goes back to the credential where it is refused, or on"],
    },
    {
      claim: "At last it shows every line that would be written.",
      heldBy: [
        wizard,
        "stays: comments, order and other settings, and the plan shows each line that changes",
      ],
    },
    {
      claim:
        "Nothing is written before the last answer: Ctrl-C leaves everything as it was, whatever is asked.",
      heldBy: [leaving, "leaves everything as it was on Ctrl-C at: %s"],
    },
    {
      claim: "Esc goes back a question, and what was entered is kept.",
      heldBy: [leaving, "goes back a step on Esc, and keeps what was entered"],
    },
    {
      claim:
        "At the end it prints the lines that do the same without questions; a key is not in them, but read from standard input.",
      heldBy: [wizard, "prints lines that make the same of a second user in a pipe"],
    },
    {
      claim:
        "In a pipe, with `--json` or `--no-input`, under `CI` and on a terminal that cannot be drawn on, `modelforge config` shows the settings, as `modelforge config show` does everywhere.",
      heldBy: [questions, "config alone shows the settings, as it does in a pipe", "nor with %s"],
    },
  ],
  plain: [],
};
