import type { PageClaims } from "../claim.ts";

const settings = "test/configuration/settings.test.ts";
const layers = "src/config/layers.test.ts";
const setting = "src/operations/config-set/config-set.test.ts";
const finding = "src/operations/at-hand.test.ts";
const sent = "src/operations/auth-status/headers-sent.test.ts";
const filled = "src/credentials/check/own-headers.test.ts";

export const configurationSettingsAndHeaders: PageClaims = {
  page: "docs/guide/configuration.md",
  claims: [
    {
      claim:
        "`recommend` and `config add-auto` take it as their ceiling and say so; `--max-price`, `--free` and `--budget` go before it.",
      heldBy: [
        settings,
        "is the ceiling of recommend and config add-auto, unless the line says one",
        "that leaves no model is named where none is chosen",
      ],
    },
    {
      claim:
        "`recommend` and `config add-auto` take it as their ceiling and say so; `--max-price`, `--free` and `--budget` go before it.",
      heldBy: [
        "src/operations/budget.test.ts",
        "counts for nothing beside what a question says: %j",
      ],
    },
    {
      claim: "`cost` says of a model that you name that it is above it.",
      heldBy: [settings, "is said of what cost is asked about by name"],
    },
    {
      claim:
        "A project's file may only lower it: what it says above yours is named, and does not count.",
      heldBy: [layers, "is a budget that a project may only lower: %s, %s"],
    },
    {
      claim:
        "A project's file may only lower it: what it says above yours is named, and does not count.",
      heldBy: [setting, "says that the lower of the two goes on counting"],
    },
    {
      claim: "A key in the environment sets its provider up, whoever put it there.",
      heldBy: [finding, "is found or not: it %s"],
    },
    {
      claim:
        "Where `settings.autoDetect` is `false` it does so only if your own file says something of that provider; a key that `auth login` keeps, or that a variable of ModelForge's own holds, always does.",
      heldBy: [
        finding,
        "is found or not: it %s",
        "is not set up by a project's word, which cannot have any found either",
        "is set up by a key that is kept",
      ],
    },
    {
      claim:
        "`auth status` shows the others all the same, and with `--check` asks their providers only by name.",
      heldBy: [sent, "is shown as such, and asked about only where its provider is named"],
    },
    {
      claim:
        "They go with every request to that provider: so far that for its list of models, by which a credential is checked.",
      heldBy: [
        sent,
        "go with what auth status asks, but for those that are not to be sent",
        "go with what the wizard asks before a key is kept",
      ],
    },
    {
      claim:
        "`${…}` in a header of your own file is filled with the provider's own key, which goes nowhere but where that key may go, or with one of its `values` or a variable in its `env`.",
      heldBy: [
        filled,
        "go with the credential, filled with the provider's own key and its settings",
        "take %s nowhere",
      ],
    },
    {
      claim: "A request whose header names any other variable is not sent.",
      heldBy: [filled, "take %s nowhere", "are not sent half: what a variable lacks is said"],
    },
    {
      claim:
        "What belongs to the request itself, like `Host`, `Content-Length`, `Cookie` and what is between two servers, is refused as a header, and so is `Authorization`.",
      heldBy: [setting, "refuses %s: it %s"],
    },
    {
      claim: "No header holds a key in plain letters, or anything but one line of ASCII.",
      heldBy: [setting, "refuses a key in plain letters: %s", "refuses what ends a line: %j"],
    },
    {
      claim:
        "A project's header holds no `${…}`, takes the place of none of yours, and is sent only where no key goes along:",
      heldBy: [sent, "of a project go nowhere with a key, and hold nothing of the environment"],
    },
    {
      claim:
        "A project's header holds no `${…}`, takes the place of none of yours, and is sent only where no key goes along:",
      heldBy: [layers, "is a header, however a project writes its name"],
    },
    {
      claim:
        "What it finds of the model in use is said where that model is used, too, by `modelforge config get current --resolved`: once a day on stderr, and always in JSON.",
      heldBy: [
        settings,
        "is warned of once a day where a person looks, and always in a document",
        "is none of a model whose neighbours alone are wrong, and never a failure",
      ],
    },
    {
      claim: "Nobody waits for a catalog for that.",
      heldBy: ["src/operations/current-model.test.ts", "asks nobody for a catalog"],
    },
  ],
  plain: [
    {
      says: "`settings.budget` is what a model may cost to be recommended, in USD for 1,000,000 tokens in.",
      because: "definition",
    },
    { says: "some servers are told by a header whom to ask next.", because: "fact" },
  ],
};
