import { expect } from "vitest";
import type { Typed } from "../../cli/typed.ts";

/** Successors, what was ruled out, components that are not listed. */
export const advice: readonly Typed[] = [
  [
    "modelforge cost anthropic/claude-3-opus-20240229 --input 10k --output 1k",
    { err: [/is deprecated; take anthropic\/claude-opus-\S+ which costs \d+ % less$/m] },
  ],
  [
    // dearer than twice: the nearest in price besides, each with what it costs
    "modelforge cost google/gemini-2.0-flash --input 10k --output 1k",
    { err: [/take google\/\S+ which costs \d+ % more, or google\/\S+ .*price, which costs \d+ %/] },
  ],
  [
    "modelforge info google/gemini-2.0-flash --jq '.warnings[0].details.successors[] | [.why, (.ref | startswith(\"google/\")), .cost > 0, .costBefore > 0] | tostring'",
    { out: [/^\["recommended",true,true,true\]\n\["nearest-in-price",true,true,true\]$/m] },
  ],
  [
    "modelforge recommend coding --min-context 2m --max-price 5",
    {
      out: [
        /Ruled out\n(?: +[\d,]+ +.+\n)* +[\d,]+ +.*(?:--min-context 2m|context of at least 2M)/,
      ],
    },
  ],
  ["modelforge recommend coding --max-price 0.01", { out: [/^ +[\d,]+ +--max-price 0\.01$/m] }],
  [
    "modelforge cost openai/gpt-4o --input 1k --input-audio 1k --output 1k --json",
    { result: [{ complete: false, unknown: ["inputAudio"] }], err: [/lower bound/] },
  ],
  [
    "modelforge cost openai/gpt-4o --input 1k --input-audio 1k --output 1k",
    { out: [/≥ \$0\.0125 .*audio in/] },
  ],
  [
    "modelforge recommend audio --input 1k --input-audio 1k --output 1k --limit 20",
    { out: [/^\S+ .*≥ \$/m], never: [/^ +[\d,]+ +no listed price of audio/m] },
  ],
  ["COLUMNS=40 modelforge list --limit 1", { out: [/capabilities\n/] }],
  [
    "modelforge compare gpt-5 gpt-5-mini",
    { err: [/\d+ lines? left out that only one model has; --all shows/] },
  ],
  ["modelforge compare gpt-5 gpt-5-mini --all", { never: [/left out/] }],
  [
    "modelforge list --limit 1 --json",
    { result: [{ kind: "chat", quality: { value: expect.any(Number) as number } }] },
  ],
];
