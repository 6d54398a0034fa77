import { examples, type PageClaims } from "../claim.ts";

const command = "test/credentials/sign-in.test.ts";
const bound = "src/credentials/hosts/sign-in.test.ts";
const flow = "src/credentials/device/sign-in.test.ts";
const key = "src/credentials/device/key-of-sign-in.test.ts";

const used = "is shown with its end, handed on, checked, and is nowhere but in the store";
const kept = "is got once, kept in the same place, and got anew before it is over: %s";

export const credentialsSigningIn: PageClaims = {
  page: "docs/guide/credentials.md",
  claims: [
    {
      claim:
        "A key of GitHub Copilot is got by signing in, with an OAuth application of your own: ModelForge has none, and takes no other program's id or name.",
      heldBy: [flow, "says who it is, and takes no other program's name"],
    },
    {
      claim:
        "A key of GitHub Copilot is got by signing in, with an OAuth application of your own: ModelForge has none, and takes no other program's id or name.",
      heldBy: [examples, "modelforge auth login github-copilot"],
    },
    {
      claim:
        "Make one in the settings of GitHub, enable its device flow, and name its client id once with `modelforge config set providers.github-copilot.clientId`, or each time with `--client-id`.",
      heldBy: [
        command,
        "takes the application that the person's own configuration names, and none that a project names",
      ],
    },
    {
      claim:
        "With one, `modelforge auth login github-copilot` shows a code and the page to enter it on, both on standard error, and waits until you have.",
      heldBy: [
        command,
        "in a pipe shows the code on standard error, whatever is silenced, and the document alone on standard output",
      ],
    },
    {
      claim: "At a terminal it opens the page in your browser.",
      heldBy: [command, "shows the code, opens the page, and says what is kept"],
    },
    {
      claim: "Ctrl-C gives up, and nothing is stored.",
      heldBy: [command, "ends with 130 on Ctrl-C in a pipe, and stores nothing"],
    },
    {
      claim: "An account without Copilot is told so at once.",
      heldBy: [command, "says who declined, stores nothing, and follows no redirect"],
    },
    {
      claim:
        "What is stored is a token of GitHub and the last key, which is good for about half an hour.",
      heldBy: [command, used],
    },
    {
      claim: "Both are in the keychain, or in the file, like any key.",
      heldBy: [key, kept],
    },
    {
      claim:
        "Whatever uses the key gets another one before it is over; of several processes that want one at once, one asks.",
      heldBy: [key, kept],
    },
    {
      claim:
        "Whatever uses the key gets another one before it is over; of several processes that want one at once, one asks.",
      heldBy: [command, "is got once by processes that want it at the same time"],
    },
    {
      claim: "`modelforge auth status` shows until when the last one is good.",
      heldBy: [command, used],
    },
    {
      claim: "A token that GitHub no longer takes ends the command with exit 4.",
      heldBy: [command, used],
    },
    {
      claim: "`--host octo.ghe.com` signs in at the host of your enterprise.",
      heldBy: [flow, "goes to the host that was named, and to none besides"],
    },
    {
      claim:
        "The token goes to that host and to `api.octo.ghe.com`, the key to `copilot-api.octo.ghe.com`, and neither anywhere else, whatever is trusted or configured.",
      heldBy: [
        bound,
        "goes to the places of that host alone, whatever is trusted or written elsewhere",
      ],
    },
    {
      claim:
        "The token goes to that host and to `api.octo.ghe.com`, the key to `copilot-api.octo.ghe.com`, and neither anywhere else, whatever is trusted or configured.",
      heldBy: [command, "goes nowhere but to where the sign-in was, whoever names another address"],
    },
  ],
  plain: [],
};
