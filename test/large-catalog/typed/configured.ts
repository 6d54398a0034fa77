import type { Typed } from "../../cli/typed.ts";

const nothing = { err: [/no credential is at hand: set \w+_API_KEY/], never: [/^model/m] };
const lacksResource = { ...nothing, err: [/azure lacks AZURE_RESOURCE_NAME/] };
const sharedVariable = (variable: string, ...providers: string[]): Typed => [
  `${variable}=x modelforge list --configured`,
  {
    ...nothing,
    err: [
      ...nothing.err,
      new RegExp(`${variable} is set for other reasons too: .*${providers.join(", ")}`),
    ],
  },
];

/** Configured means callable. */
export const configured: readonly Typed[] = [
  ["modelforge list --configured", nothing],
  ["modelforge recommend coding --configured", { err: nothing.err }],
  ["OPENAI_API_KEY= modelforge list --configured", nothing],
  ["OPENAI_API_KEY=' ' modelforge list --configured", nothing],
  [
    "OPENAI_API_KEY=x modelforge list --configured --fields provider --format csv | sort -u",
    { out: [/^openai\nprovider\n$/] },
  ],
  // it needs the name of a resource besides
  ["AZURE_API_KEY=x modelforge list --configured", lacksResource],
  ["AZURE_API_KEY=x AZURE_RESOURCE_NAME=' ' modelforge list --configured", lacksResource],
  [
    "AZURE_API_KEY=x AZURE_RESOURCE_NAME=y modelforge list --configured --fields provider --format csv | sort -u",
    { out: [/^azure\nprovider\n$/] },
  ],
  sharedVariable("GITHUB_TOKEN", "github-copilot", "github-models"),
  sharedVariable("GITLAB_TOKEN", "gitlab"),
  sharedVariable("HF_TOKEN", "huggingface"),
  [
    "MODELFORGE_GITHUB_MODELS_API_KEY=x modelforge list --configured --fields provider --format csv | sort -u",
    { out: [/^github-models\nprovider\n$/] },
  ],
];
