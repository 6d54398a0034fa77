import type { Typed } from "../cli/typed.ts";
import type { Trial, Trials } from "./trial.ts";

const notUnderstood = /acme\/m: price\.tiers is not understood/;

/** A tier in words that are not known: whatever is used, its cost is a guess. */
function unknownTier(about: string): Trial {
  const lines = ["300k", "1k"].map(
    (input): Typed => [
      `modelforge cost acme/m --input ${input} --json`,
      {
        result: [{ complete: false, unknown: ["tiers"] }],
        warned: ["catalog.not-understood"],
        err: [notUnderstood],
      },
    ],
  );
  return {
    right: `${about}: never complete, and named in unknown`,
    lines: [...lines, ["modelforge info acme/m", { err: [notUnderstood] }]],
  };
}

/** Prices and what is made of them. */
export const prices: Trials = {
  "02-tier-own-reasoning-price.json": {
    right: "the tier's own reasoning price",
    lines: [
      [
        "modelforge cost acme/think-1 --input 300k --output 2k --reasoning 1k --json",
        {
          result: [
            {
              perRequest: 0.61,
              complete: true,
              tier: 200_000,
              parts: { input: 0.6, output: 0.004, reasoning: 0.006 },
            },
          ],
        },
      ],
      [
        "modelforge cost acme/think-1 --input 100k --output 2k --reasoning 1k --json",
        { result: [{ perRequest: 0.105, complete: true, parts: { reasoning: 0.003 } }] },
      ],
    ],
  },
  "03-tier-output-doubles-base-reasoning.json": {
    right: "a tier without a reasoning price charges reasoning as its output, where the base does",
    lines: [
      [
        "modelforge cost acme/think-1 --input 300k --output 2k --reasoning 1k --json",
        {
          result: [
            { perRequest: 0.608, complete: true, parts: { output: 0.004, reasoning: 0.004 } },
          ],
        },
      ],
    ],
  },
  "04a-tier-context-min.json": unknownTier("a threshold under another name"),
  "04b-tier-min_context.json": unknownTier("a threshold beside the tier"),
  "04d-tier-unknown-type.json": unknownTier("a tier of another type"),
  "04e-tier-size-zero.json": {
    right: "size 0 is allowed and holds from the first token",
    lines: [
      [
        "modelforge cost acme/m --input 300k --json",
        { result: [{ perRequest: 3, complete: true, unknown: [], tier: 0 }] },
      ],
      ["modelforge cost acme/m --input 1 --json", { result: [{ perRequest: 0.00001, tier: 0 }] }],
    ],
  },
  "04g-tiers-object.json": unknownTier("tiers that are no list"),
  "70-usage.json": {
    right: "a usage that contradicts itself is refused, and no token is dropped",
    lines: [
      [
        "modelforge cost acme/m --input 1k --cached 2k --output 1k --json",
        { exit: 2, err: [/usage\.bad-value/] },
      ],
      [
        "modelforge cost acme/m --input 1k --output 1k --reasoning 2k --json",
        { exit: 2, err: [/usage\.bad-value/] },
      ],
      [
        "modelforge cost acme/m --input 10k --cached 4k --output 1k --reasoning 500 --json",
        // 6k at 1, 4k at 0.1, 500 at 10, 500 at 5
        { result: [{ perRequest: 0.0139, complete: true }] },
      ],
      [
        "modelforge cost acme/nocache --input 10k --cached 4k --cache-write 1k --output 1k --json",
        { result: [{ complete: false, unknown: ["cachedInput", "cacheWrite"] }] },
      ],
      [
        "modelforge cost acme/big --input 1k --output 1k --json",
        { result: [{ complete: false }], warned: ["catalog.not-understood"] },
      ],
    ],
  },
  "72-absurd-1e20.json": {
    right: "prices beyond a plausible bound are unknown and said so, and other rows unharmed",
    lines: [
      [
        "modelforge list",
        { out: [/acme\/ok +\$1 +\$2/, /acme\/bad +– +–/], err: [/price\.input/] },
      ],
      ["modelforge offers acme/ok", { out: [/acme\/ok +\$0\.012/], never: [/e\+?20|00,000,000/] }],
      ["modelforge offers acme/bad", { err: [/acme\/bad: price/], never: [/e\+?20|00,000,000/] }],
      ["modelforge compare acme/ok acme/bad", { err: [/acme\/bad: price/], never: [/e\+?20/] }],
      ["modelforge recommend chat", { out: [/^acme\/ok/m], err: [/acme\/bad: price/] }],
      [
        "modelforge list --max-cost 1 --input 1k --output 1k --json",
        { result: [{ ref: "acme/ok" }], warned: ["catalog.not-understood"] },
      ],
      [
        "modelforge cost acme/ok acme/bad --input 1k --output 1k --json",
        {
          result: [
            { perRequest: 0.003, complete: true },
            { complete: false, perRequest: null },
          ],
        },
      ],
    ],
  },
  "81-price-per-token-by-mistake.json": {
    right:
      "an offer more than 50 times below the median of its group is marked, never first, never recommended",
    lines: [
      ["modelforge offers gpt-x-mini", { out: [/^offer.*\nopenai\/gpt-x-mini/] }],
      [
        "modelforge recommend chat --cheapest",
        { out: [/openai\/gpt-x-mini/], never: [/^router/m] },
      ],
      ["modelforge recommend chat --include-unpriced", { never: [/^router\//m] }],
    ],
  },
  "82-free-but-audio-costs.json": {
    right: "free means that every listed component is 0",
    lines: [
      ["modelforge list --free", { out: [/acme\/really-free/], never: [/acme\/voice/] }],
      ["modelforge search voice --free --json", { result: [] }],
    ],
  },
  "83-base-free-tier-paid.json": {
    right: "what costs above a threshold is not free",
    lines: [["modelforge list --free", { err: [/no model/], never: [/acme\/m\b/] }]],
  },
  "90-usage-larger-than-context.json": {
    right: "what does not fit is ruled out and counted, or said",
    lines: [
      [
        "modelforge recommend chat --input 500k",
        { out: [/^acme\/big/m, /Ruled out\n +1 +.*context limit/], never: [/acme\/small/] },
      ],
      [
        "modelforge list --max-cost 10 --input 500k --output 1k",
        { out: [/acme\/big/], err: [/1 model left out: .*context/], never: [/acme\/small/] },
      ],
      [
        "modelforge list --sort cost --input 100k --output 10k",
        { out: [/acme\/big/], err: [/1 model left out: .*output/], never: [/acme\/small/] },
      ],
      [
        "modelforge cost acme/small acme/big --input 500k --json",
        {
          result: [
            { fits: false, exceeds: ["context"] },
            { fits: true, exceeds: [] },
          ],
        },
      ],
      ["modelforge cost acme/small --input 500k", { out: [/no: context/] }],
      ["modelforge cost acme/small --input 1k --output 9k", { out: [/no: output/] }],
      ["modelforge compare small big --input 500k", { out: [/^fits +no: context +yes/m] }],
      ["modelforge offers small --input 500k", { out: [/acme\/small .*no: context/] }],
    ],
  },
};
