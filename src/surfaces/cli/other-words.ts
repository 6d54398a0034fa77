import { otherUseCases } from "../../catalog/recommend/other-use-cases.ts";

/** Words that people bring from elsewhere, and ours for them. Of these, a hint names those there are where it stands. */
type OtherWords = Readonly<Record<string, readonly string[]>>;

/** By what is typed in the place of a command, or of one in a group. */
export const otherCommands: OtherWords = {
  all: ["list"],
  best: ["recommend"],
  browse: ["discover"],
  choose: ["recommend"],
  clean: ["clear", "cache clear"],
  clear: ["cache clear"],
  delete: ["clear"],
  describe: ["info"],
  details: ["info"],
  diff: ["compare"],
  estimate: ["cost"],
  explore: ["discover"],
  fetch: ["refresh-cache"],
  find: ["search"],
  gc: ["prune", "cache prune"],
  get: ["info"],
  grep: ["search"],
  log: ["history", "cache history"],
  ls: ["list"],
  pick: ["recommend"],
  price: ["cost"],
  prices: ["cost"],
  pricing: ["cost"],
  query: ["search"],
  remove: ["clear"],
  rm: ["clear"],
  rollback: ["restore", "cache restore"],
  sellers: ["offers"],
  show: ["info"],
  suggest: ["recommend"],
  sync: ["refresh-cache"],
  update: ["refresh-cache"],
  vendors: ["providers"],
  versus: ["compare"],
  view: ["info"],
  vs: ["compare"],
};

/** By what is typed in the place of a flag, both without their dashes; a value may stand behind ours. */
export const otherFlags: OtherWords = {
  all: ["status all"],
  browser: ["web"],
  budget: ["max-monthly-cost", "max-cost"],
  cache: ["cached"],
  cheap: ["cheapest", "sort price"],
  cheapest: ["sort price"],
  columns: ["fields"],
  count: ["limit"],
  debug: ["verbose"],
  deprecated: ["status deprecated"],
  descending: ["desc"],
  exclude: ["not-provider"],
  filter: ["jq"],
  graph: ["chart"],
  in: ["input"],
  local: ["offline"],
  maker: ["provider"],
  "not-maker": ["not-provider"],
  open: ["web"],
  order: ["sort"],
  "order-by": ["sort"],
  out: ["output", "output-file"],
  "out-file": ["output-file"],
  overwrite: ["force"],
  query: ["jq"],
  reverse: ["desc"],
  save: ["output-file"],
  select: ["fields"],
  silent: ["quiet"],
  since: ["released-after"],
  "sort-by": ["sort"],
  stable: ["status stable"],
  tokens: ["input", "output"],
  top: ["limit"],
  type: ["kind"],
  until: ["released-before"],
  update: ["refresh"],
  vendor: ["provider"],
  why: ["explain"],
};

/** By what is typed as a flag, without its dashes, for what stands on the line without one. */
export const otherArguments: OtherWords = {
  for: ["use-case"],
  id: ["model", "models", "provider", "generation"],
  model: ["model", "models", "words", "query"],
  "model-id": ["model", "models", "words"],
  models: ["models", "model"],
  name: ["model", "models", "provider", "words", "query"],
  purpose: ["use-case"],
  query: ["words", "query"],
  ref: ["model", "models"],
  search: ["words", "query"],
  shell: ["shell"],
  task: ["use-case"],
  "use-case": ["use-case"],
};

/** By what is typed in the place of a use case that is none: what asks for such models. */
export const otherUses: OtherWords = {
  asr: ["--kind transcription"],
  image: ["--kind image", "image-generation", "vision"],
  images: ["--kind image", "image-generation", "vision"],
  moderation: ["--kind moderation"],
  rerank: ["--kind rerank"],
  reranker: ["--kind rerank"],
  reranking: ["--kind rerank"],
  speech: ["--kind speech", "audio"],
  stt: ["--kind transcription"],
  transcribe: ["--kind transcription"],
  transcription: ["--kind transcription"],
  tts: ["--kind speech"],
  video: ["--kind video"],
  videos: ["--kind video"],
};

/** By what a value is of, in the words of its message, then by what is typed in its place. */
export const otherValues: Readonly<Record<string, OtherWords>> = {
  "use case": otherUseCases,
  "sort key": {
    best: ["quality"],
    cheap: ["price"],
    cheapest: ["price"],
    date: ["released"],
    newest: ["released"],
    size: ["context"],
  },
  format: { markdown: ["md"], ndjson: ["jsonl"], text: ["table"] },
  "completion for": { pwsh: ["powershell"], sh: ["bash"] },
  weight: { price: ["cost"] },
};

/** The same of what the catalog knows, by the name of its field: only what explains a failure loads it. */
export const otherCatalogValues: Readonly<Record<string, OtherWords>> = {
  status: {
    active: ["stable"],
    any: ["all"],
    available: ["stable"],
    current: ["stable"],
    ga: ["stable"],
    live: ["stable"],
    preview: ["beta"],
    retired: ["deprecated"],
  },
};
