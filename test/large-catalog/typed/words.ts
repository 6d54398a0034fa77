import { expect } from "vitest";
import type { Typed } from "../../cli/typed.ts";

const refused = (...err: RegExp[]) => ({ exit: 2, err });
const contradiction = (...flags: string[]) => ({
  err: [new RegExp(`${flags.join(" and ")} contradict each other`)],
  never: [/^model/m],
});

/** What an answer of two rows with the one field looks like. */
const formats: Readonly<Record<string, (field: string) => RegExp>> = {
  table: (field) => new RegExp(`^${field} *\\n\\S.*\\n(?:\\S.*\\n)?$`),
  json: (field) => new RegExp(`"result":\\[\\{"${field}":"[^"]+"\\},\\{"${field}":"[^"]+"\\}\\]`),
  jsonl: (field) => new RegExp(`^(?:\\{"${field}":"[^"]+"\\}\\n){2}$`),
  csv: (field) => new RegExp(`^${field}\\n\\S+\\n\\S+\\n$`),
  tsv: (field) => new RegExp(`^${field}\\n\\S+\\n\\S+\\n$`),
  yaml: (field) => new RegExp(`^(?:- ${field}: \\S+\\n){2}$`),
  md: (field) => new RegExp(`^\\| ${field} \\|\\n\\| --- \\|\\n(?:\\| \\S+ \\|\\n){2}$`),
};
/** Every command whose answer is one list, with a field and an order of it. */
const lists: readonly [line: string, field: string, sort: string][] = [
  ["list", "ref", "name"],
  ["search claude", "ref", "price"],
  ["offers gpt-5", "ref", "cost"],
  ["cost gpt-5 gpt-4o --input 1k", "ref", "cost"],
  ["providers list", "id", "models"],
];

/** What a number or a date is, in other ways to write it. */
const sameAs: readonly [line: string, other: string][] = [
  ["list --min-context 1e6", "list --min-context 1m"],
  ["list --min-context 1,000,000", "list --min-context 1000000"],
  ["list --min-context 0", "list"],
  ["list --released-after 2026", "list --released-after 2026-01-01"],
  ["list --released-after 2026-05", "list --released-after 2026-05-01"],
  ["list --knowledge-after 2025", "list --knowledge-after 2025-01"],
  ["list --released-after 2026/05/01", "list --released-after 2026-05-01"],
  ["list --released-after 2026.05.01", "list --released-after 2026-05-01"],
  ["list --released-after 20260501", "list --released-after 2026-05-01"],
  ["list --released-after 'May 2026'", "list --released-after 2026-05"],
  ["list --released-before '1 May 2026'", "list --released-before 2026-05-01"],
  ["list --knowledge-after 2025/06", "list --knowledge-after 2025-06"],
  ["list --released-after 30d", 'list --released-after "$(date -u -d "30 days ago" +%F)"'],
  ["list --released-before 30d", 'list --released-before "$(date -u -d "30 days ago" +%F)"'],
  ["list --released-after yesterday", 'list --released-after "$(date -u -d yesterday +%F)"'],
  ["list --released-after 200d", 'list --released-after "$(date -u -d "200 days ago" +%F)"'],
  ["list --released-before yesterday", 'list --released-before "$(date -u -d yesterday +%F)"'],
  ["list -n 7 -s name", "list --limit 7 --sort name"],
];

/** Words, numbers and dates as people write them; streams and shells. */
export const words: readonly Typed[] = [
  ["modelforge list --vision", refused(/did you mean --capability vision\?/)],
  ["modelforge list --price 5", refused(/did you mean --max-price\b/)],
  ...[
    "name",
    "price",
    "output-price",
    "context",
    "output",
    "released",
    "knowledge",
    "quality",
    "makers",
  ].flatMap((sort): Typed[] => [
    [`modelforge offers gpt-5 --sort ${sort} --limit 2`, { out: [/^offer/m] }],
    [`modelforge cost gpt-5 gpt-4o --input 1k --sort ${sort}`, { out: [/^model/m] }],
  ]),
  [
    "modelforge offers claude-sonnet-4-5 --sort released --desc --status all --jq '.result.offers[-1].marks | length > 0'",
    { out: [/^true$/m] },
  ],
  [
    "modelforge offers claude-sonnet-4-5 --jq '.result.reference as $own | [.result.offers[] | select(.marks == [])] | group_by(.cost.perRequest)[] | select(any(.ref == $own)) | .[0].ref'",
    { out: [/^anthropic\//m] },
  ],
  ...["csv", "tsv", "jsonl", "yaml", "md"].flatMap((format): Typed[] => [
    [`modelforge compare gpt-5 gpt-4o --format ${format}`, { out: [/openai\/gpt-4o/] }],
    [`modelforge recommend coding --limit 2 --format ${format}`, { out: [/\bband\b/] }],
  ]),
  ["modelforge completion --json", { result: { shells: ["bash", "zsh", "fish", "powershell"] } }],
  ["modelforge completion", refused(/which shell: bash, zsh, fish, powershell\?/)],
  ["modelforge list --reverse", refused(/did you mean --desc\?/)],
  ["modelforge list --vendor openai", refused(/did you mean --provider\?/)],
  ["modelforge list --type image", refused(/did you mean --kind\?/)],
  ["modelforge info --name gpt-5", refused(/did you mean modelforge info gpt-5\?/)],
  ["modelforge list --name gpt-5", refused(/did you mean modelforge search gpt-5, /)],
  [
    "modelforge cost --model gpt-5 --input 1k",
    refused(/did you mean modelforge cost gpt-5 --input 1k\?/),
  ],
  ["modelforge list --reasoning", refused(/did you mean --capability reasoning\?/)],
  ["modelforge list --reasoning --limit 3", refused(/did you mean --capability reasoning\?/)],
  ["modelforge recommend code", refused(/did you mean coding\?/)],
  ["modelforge recommend summarise", refused(/did you mean summarization\?/)],
  ...["info Q", "offers Q", "cost Q --input 1k", "compare Q gpt-5"].map(
    (line): Typed => [
      `modelforge ${line.replace("Q", '"best coding model"')}`,
      { exit: 3, err: [/^hint: modelforge recommend coding ranks what is best for that$/m] },
    ],
  ),
  [
    "modelforge list --released-after 01/05/2026",
    refused(/not a date: 01\/05\/2026/, /write it as 2026-05-01/),
  ],
  ["modelforge recommend codng", refused(/did you mean coding\?/)],
  [
    "modelforge list openai",
    refused(/did you mean modelforge search openai, modelforge list --provider openai\?/),
  ],
  [
    "modelforge list gpt-5",
    refused(/did you mean modelforge search gpt-5, modelforge info gpt-5\?/),
  ],
  ["modelforge list --capability embedding", refused(/--kind embedding/)],
  [
    "modelforge list --capability vision --without vision",
    contradiction("--capability", "--without"),
  ],
  [
    "modelforge list --provider openai --not-provider openai",
    contradiction("--provider", "--not-provider"),
  ],
  [
    "modelforge list --released-after 2026-06 --released-before 2025",
    contradiction("--released-after", "--released-before"),
  ],
  [
    "modelforge list --input-modality image --without vision",
    contradiction("--input-modality", "--without"),
  ],
  ...sameAs.map(
    ([line, other]): Typed => [
      `diff <(modelforge ${line} --fields ref --format csv) <(modelforge ${other} --fields ref --format csv) && echo same`,
      { out: [/^same$/m] },
    ],
  ),
  [
    "modelforge cost gpt-5 --input 1e5 --output 1e3 --json",
    { result: [{ perRequest: 0.135, parts: { input: 0.125 } }] },
  ],
  // a month in data holds for all of it
  [
    "modelforge list --knowledge-after 2025-03-31 --fields knowledge --format csv",
    { out: [/^2025-03$/m], never: [/^2025-03-(?!31)/m, /^2025-02/m] },
  ],
  [
    "modelforge cost gpt-5 --prompt-file /dev/null --input 1k",
    refused(/--prompt-file and --input both/),
  ],
  ["modelforge list --json --format csv", refused(/--json and --format csv/)],
  ["modelforge list --json --format json --limit 1", { result: [{}] }],
  ...lists.flatMap(([line, field, sort]) =>
    Object.entries(formats).map(
      ([format, looks]): Typed => [
        `modelforge ${line} --format ${format} --fields ${field} --sort ${sort} --desc --limit 2`,
        { out: [looks(field)] },
      ],
    ),
  ),
  ...["bash", "zsh", "fish", "powershell"].map(
    (shell): Typed => [`modelforge completion ${shell} --json`, { result: { shell } }],
  ),
  ["modelforge --version --json", { result: { version: expect.any(String) as string } }],
  ["modelforge list --help", { out: [/In short: modelforge list$/m] }],
  ["modelforge models recommend --help", { out: [/In short: modelforge recommend$/m] }],
  ["modelforge providers list --help", { out: [/In short: modelforge providers$/m] }],
  [
    "echo some words | modelforge cost gpt-5 --prompt-file - --output 10 --json",
    { result: [{ complete: true }], err: [/-: \d+ tokens/] },
  ],
  [
    'cd "$HOME" && modelforge list -n 2 -f csv --fields ref -o some.csv && wc -l < some.csv',
    { out: [/^3$/m] },
  ],
  ["modelforge list -j -n 1", { result: [{}] }],
  ["modelforge list -q -n 1", { never: [/note:/] }],
  ["modelforge info gpt-5 -v", { err: [/models of \d+ providers/] }],
  ["modelforge list --jq '.result | length'", { out: [/^\d{4}$/m] }],
  ["modelforge list -n 2 --jq '.result[].kind'", { out: [/^chat\nchat$/m] }],
  ["BROWSER=echo modelforge providers info openai --web", { out: [/^https:\/\/\S*openai\.com/m] }],
  ["BROWSER=echo modelforge info gpt-5 --web", { out: [/^https:\/\/\S*openai\.com/m] }],
];
