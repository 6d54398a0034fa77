import { expect } from "vitest";
import type { Typed } from "../../cli/typed.ts";

const exceeding = ["--input 500k", "--input 1k --output 200k"].flatMap((usage): Typed[] => [
  [`modelforge cost gpt-5 ${usage} --json`, { result: [{ ref: "openai/gpt-5", fits: false }] }],
  [`modelforge cost gpt-5 ${usage}`, { out: [/no: /] }],
  [`modelforge compare gpt-5 gpt-4o ${usage}`, { out: [/^fits +no: .* no: /m] }],
  [`modelforge offers gpt-5 ${usage}`, { out: [/openai\/gpt-5 .*no: /] }],
  [`modelforge recommend chat ${usage}`, { out: [/^ +[\d,]+ +takes .*limit/m] }],
  [`modelforge list --max-cost 9 ${usage}`, { err: [/\d+ models left out: .*limit/] }],
  [`modelforge list --sort cost ${usage}`, { err: [/\d+ models left out: .*limit/] }],
]);

/** A price per request, and what so many of them come to. */
const requests: readonly [typed: string, perDay: number, perMonth: number][] = [
  // $0.01125 a request; a night is a day, a week 7 days, a month 30, an hour 1/24 day
  ["0.5/day", 0.005625, 0.16875],
  ["5/hour", 1.35, 40.5],
  ["200/week", (0.01125 * 200) / 7, (0.01125 * 200 * 30) / 7],
  ["10000/night", 112.5, 3_375],
  ["300/month", 0.1125, 3.375],
];

/** What a model can take, batches, and how often. */
export const fit: readonly Typed[] = [
  ...exceeding,
  [
    "modelforge cost gpt-5 --input 100k --output 1k --json",
    { result: [{ fits: true, exceeds: [] }] },
  ],
  [
    "modelforge cost gpt-5 --total-input 50m --total-output 5m --request-size 50k --json",
    { result: [{ perRequest: 0.1125, fits: true }], err: [/1,?000 requests/] },
  ],
  [
    "modelforge cost gpt-5 --total-input 100k --total-output 1k --request-size 30k",
    { err: [/\b4 requests/] },
  ],
  [
    "modelforge cost gpt-5 --input 50m --output 5m",
    { out: [/no: context/], err: [/if they are the total of many requests, .*--total-input/] },
  ],
  ...requests.map(
    ([typed, perDay, perMonth]): Typed => [
      `modelforge cost gpt-5 --input 1k --output 1k --requests ${typed} --json`,
      {
        result: [
          {
            perDay: expect.closeTo(perDay, 9) as number,
            perMonth: expect.closeTo(perMonth, 9) as number,
          },
        ],
      },
    ],
  ),
  [
    "modelforge cost gpt-5 --input 1k --cached 0.5 --output 1",
    { exit: 2, err: [/50 % or tokens\?/] },
  ],
];
