import type { Typed } from "../../cli/typed.ts";

const quality =
  /^(?:\{"ref":"[^"]+","kind":"\w+","quality":(?:null|\{"value":[\d.-]+,"spread":[\d.]+\})\}\n?)+$/;

/** Media, sellers, benchmarks, lower bounds, sameness, JSON, and machines as they are. */
export const smallRights: readonly Typed[] = [
  ...["audio", "video"].map(
    (medium): Typed => [
      `modelforge list --capability ${medium} --jq '[.result[].modalities.input | index("${medium}") != null] | all'`,
      { out: [/^true$/m] },
    ],
  ),
  [
    "modelforge list --output-modality audio --jq '[.result[].modalities.output | index(\"audio\") != null] | all'",
    { out: [/^true$/m] },
  ],
  ["modelforge info azure/gpt-5", { out: [/Benchmarks of openai\/gpt-5/, /Also sold by \d+/] }],
  ["modelforge info gpt-5 --model gpt-4o", { exit: 2, err: [/both say which model/] }],
  [
    "modelforge cost alibaba/qwen-plus --input 1k --output 2k --reasoning 1k --json",
    { result: [{ complete: false }] },
  ],
  [
    "modelforge cost perplexity/sonar --input 1k --output 1k --json",
    { result: [{ complete: false, unknown: ["requestFee"] }] },
  ],
  [
    "modelforge cost alibaba/qwen-plus --input 1k --output 2k --reasoning 1k",
    {
      err: [/qwen-plus lists two prices for output, and not which all of it has: .*lower bound$/m],
      never: [/lists no price/],
    },
  ],
  [
    "modelforge cost perplexity/sonar --input 1k --output 1k",
    { err: [/lists no price for fees per request: /], never: [/requestFee/] },
  ],
  [
    "modelforge cost openai/gpt-4o --input 1k --input-audio 1k --output 1k",
    { err: [/lists no price for audio in: /], never: [/inputAudio/] },
  ],
  [
    "modelforge offers devstral-small-2507 --status all --fields ref --format csv",
    { never: [/2505/] },
  ],
  ["modelforge offers imagen-4 --fields ref --format csv", { out: [/imagen-4\.0-generate/] }],
  [
    "modelforge offers veo-3.1 --fields ref --format csv",
    { out: [/veo-3\.1-generate/, /veo3\.1/] },
  ],
  [
    "modelforge offers deepseek-v4-pro --fields ref,variant --format csv",
    { out: [/TEE\/deepseek-v4-pro,.*\S$/m] },
  ],
  [
    "modelforge list --fields ref,kind,quality.value,quality.spread --format jsonl",
    { out: [quality] },
  ],
  ["modelforge list --limit 3", { never: [/quality/] }],
  ["modelforge search claude --limit 3", { never: [/quality/] }],
  ["modelforge cost gpt-5 --input 1k", { never: [/quality/] }],
  ["modelforge list --limit 3 --sort quality --desc", { out: [/quality/] }],
  ["modelforge list --limit 3 --fields ref,quality.value", { out: [/quality\.value/] }],
  [
    'modelforge recommend coding --jq \'[.result.recommendations[] | .why as $why | ("configured maker reseller" | split(" ") | index($why) != null) and has("cheapest") and has("fits") and has("exceeds") and .model.kind == "chat" and .model.quality.label != null] | all\'',
    { out: [/^true$/m] },
  ],
  [
    'modelforge offers gpt-5 --jq \'[.result.offers[] | has("fits") and has("exceeds")] | all\'',
    { out: [/^true$/m] },
  ],
  [
    "modelforge list --capability embedding --kind embedding",
    { exit: 2, err: [/--kind embedding/] },
  ],
  ...["embedding", "rerank", "image", "video", "speech", "transcription", "moderation"].map(
    (kind): Typed => [
      `modelforge list --kind ${kind} --jq '[.result[].kind == "${kind}"] | all and length > 0'`,
      { out: [/^true$/m] },
    ],
  ),
  [
    'printf \'{"acme": {\\n "models": NaN}}\' > "$HOME/broken.json" && MODELFORGE_URL="$HOME/broken.json" modelforge list',
    { exit: 6, err: [/broken\.json.*line 2, column 12.*NaN/] },
  ],
];
