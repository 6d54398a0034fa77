import type { Typed } from "../../cli/typed.ts";

/** A name somebody pastes, and whose row has to answer; `exact` where it is that row's own name. */
const pasted: readonly [name: string, ref: string, exact?: true][] = [
  ["gpt-5-2025-08-07", "openai/gpt-5"],
  ["claude-sonnet-4.5", "anthropic/claude-sonnet-4-5"],
  ["anthropic/claude-sonnet-4.5", "anthropic/claude-sonnet-4-5"],
  ["gemini-3.1-pro", "google/gemini-3.1-pro-preview"],
  ["us.anthropic.claude-sonnet-4-5-20250929-v1:0", "anthropic/claude-sonnet-4-5-20250929"],
  ["us.anthropic.claude-opus-4-8-v1:0", "anthropic/claude-opus-4-8"],
  ["models/gemini-2.5-pro", "google/gemini-2.5-pro"],
  ["azure/gpt-4o", "azure/gpt-4o", true],
  ["openrouter/openai/gpt-5:nitro", "openrouter/openai/gpt-5"],
  ["gpt5", "openai/gpt-5"],
  ["openai/gpt5", "openai/gpt-5"],
  ["glm46", "zhipuai/glm-4.6"],
];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

function linesOf([name, ref, exact]: (typeof pasted)[number]): Typed[] {
  const said = exact
    ? { never: [/spelling|resellers/] }
    : { err: [new RegExp(`note: ${escaped(name)} .*${escaped(ref)}`)] };
  const asked = exact ? {} : { asked: name };
  return [
    [`modelforge info '${name}' --json`, { result: { ref, ...asked }, ...said }],
    [
      `modelforge cost '${name}' --input 1k --output 1k --json`,
      { result: [{ ref, ...asked }], ...said },
    ],
    [`modelforge offers '${name}' --json`, { result: { model: { ref } } }],
    [`modelforge compare '${name}' gpt-4o --json`, { result: { models: [{ ref }, {}] } }],
    // search: the model itself or a seller's row of it, never another version
    [`modelforge search '${name}' --limit 1 --fields ref --format csv`, { out: [firstOf(ref)] }],
  ];
}

/** A row of the same line and version, whoever sells it. */
function firstOf(ref: string): RegExp {
  const id = ref.slice(ref.indexOf("/") + 1).replace(/-\d{8}$|-preview$/, "");
  return new RegExp(`^ref\\n.*${escaped(id).replaceAll(/-|\\\./g, "[-.]")}(?![.-]?\\d{1,2}\\b)`);
}

const provider = { exit: 3, err: [/openai is a provider/, /providers info openai/] };

/** Names as people paste them. */
export const names: readonly Typed[] = [
  ...pasted.flatMap(linesOf),
  ["modelforge search gpt-3.5", { out: [/^model.*\nopenai\/gpt-3\.5/], never: [/5\.3/] }],
  ["modelforge info gpt-3.5", { exit: 3, err: [/did you mean openai\/gpt-3\.5/], never: [/5\.3/] }],
  ["modelforge search '4o mini'", { out: [/^model.*\nopenai\/gpt-4o-mini /] }],
  ["modelforge info '4o mini'", { exit: 3, err: [/did you mean openai\/gpt-4o-mini,/] }],
  // two models are called so: of both the one that more sell stands first
  ["modelforge search gemini31pro", { out: [/^model.*\ngoogle\/gemini-3\.1-pro-preview /] }],
  [
    "modelforge info gemini31pro",
    { exit: 3, err: [/did you mean google\/gemini-3\.1-pro-preview, /] },
  ],
  ["modelforge search 'best coding model'", { err: [/modelforge recommend coding/] }],
  ["modelforge info openai", provider],
  ["modelforge cost openai --input 1k", provider],
  ["modelforge offers openai", provider],
  ["modelforge compare openai gpt-4o", provider],
];
