import { examples, type PageClaims } from "../claim.ts";

const journey = "test/journeys/batch.test.ts";

export const whatWillItCostBatches: PageClaims = {
  page: "docs/guide/what-will-it-cost.md",
  claims: [
    {
      claim:
        "Nothing is rounded in silence: `--cached 0.5` is asked back whether it is a share or tokens, half a token is refused, and a share that is no whole number of tokens is said.",
      heldBy: [journey, "say which share of tokens had to be rounded"],
    },
    {
      claim:
        "Nothing is rounded in silence: `--cached 0.5` is asked back whether it is a share or tokens, half a token is refused, and a share that is no whole number of tokens is said.",
      heldBy: [
        "src/surfaces/cli/options.test.ts",
        "ask whether --cached %s is a share or tokens",
        "refuse %s %j, naming the flag and an example",
      ],
    },
    {
      claim:
        "Where you know what many requests take together, give the totals and the size of one.",
      heldBy: [
        journey,
        "is of as many requests as its total makes, the output shared evenly",
        "is refused with what is missing or said twice: %s",
      ],
    },
    {
      claim:
        "There are as many requests as the input makes, the last takes what is left, and the output is shared evenly:",
      heldBy: [
        "src/catalog/cost/batch.test.ts",
        "are rounded up: the last takes what is left, and the first one token more than the others",
        "add up to the totals, part by part, and no part is more than its whole",
      ],
    },
    {
      claim:
        "The other flags, such as `--cached`, are of all requests together then, and the note says how much of each that is.",
      heldBy: [
        journey,
        "says what does not come out even",
        "says of what else is given how much is each request's",
      ],
    },
    {
      claim:
        "Each row says whether a request fits: what is read and written together within the context, the input within the input limit, the output within the output limit.",
      heldBy: [
        "src/catalog/cost/fit.test.ts",
        "goes by context, input limit and output limit, each to the last token",
      ],
    },
    {
      claim:
        "A limit that is not listed says nothing; `fits` is `null` in JSON where one that would tell is missing, `exceeds` names the limits that are exceeded:",
      heldBy: [
        "test/journeys/fit.test.ts",
        "is said of each cost, with the limits that it exceeds",
      ],
    },
    {
      claim:
        "A limit that is not listed says nothing; `fits` is `null` in JSON where one that would tell is missing, `exceeds` names the limits that are exceeded:",
      heldBy: [examples, "modelforge cost gpt-5 claude-sonnet-4-5 --input 300k --output 2k"],
    },
  ],
  plain: [],
};
