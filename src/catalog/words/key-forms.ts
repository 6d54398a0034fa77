/** How the keys of one service look. */
interface KeyForm {
  /** How they begin, as a pattern. */
  begins: string;
  /** What follows, as a pattern: in a text a beginning alone proves nothing. */
  rest: string;
  /** For messages: `a key of Anthropic`. */
  whose: string;
  /** The provider whose keys alone begin so; undefined where several do. */
  provider?: string;
}

/** Everything that keys are told by; the more telling beginning first. */
const keyForms: readonly KeyForm[] = [
  { begins: "sk-ant-", rest: "[\\w-]{10,}", whose: "Anthropic", provider: "anthropic" },
  { begins: "sk-or-", rest: "[\\w-]{10,}", whose: "OpenRouter", provider: "openrouter" },
  {
    begins: "sk-(?:proj|svcacct|admin)-",
    rest: "[\\w-]{10,}",
    whose: "OpenAI",
    provider: "openai",
  },
  // of many services; a short one has digits: `sk-project-1` is a name
  {
    begins: "sk-",
    rest: "(?:(?=(?:[A-Za-z_-]{0,40}\\d){2})[\\w-]{12,}|(?=[\\w-]{0,40}\\d)[\\w-]{20,}|\\w{24,})",
    whose: "OpenAI, or of a service like it",
  },
  { begins: "[\\da-f]{32}\\.", rest: "[A-Za-z\\d]{16}(?!\\w)", whose: "Z.ai" },
  { begins: "gsk_", rest: "\\w{16,}", whose: "Groq", provider: "groq" },
  { begins: "AIza", rest: "[\\w-]{30,}", whose: "Google", provider: "google" },
  { begins: "ya29\\.", rest: "[\\w-]{16,}", whose: "Google: it is a token" },
  { begins: "xai-", rest: "\\w{20,}", whose: "xAI", provider: "xai" },
  { begins: "gh[pousr]_", rest: "\\w{20,}", whose: "GitHub", provider: "github-models" },
  { begins: "github_pat_", rest: "\\w{20,}", whose: "GitHub", provider: "github-models" },
  { begins: "glpat-", rest: "[\\w-]{16,}", whose: "GitLab", provider: "gitlab" },
  { begins: "hf_", rest: "[A-Za-z\\d]{16,}", whose: "Hugging Face", provider: "huggingface" },
  { begins: "pplx-", rest: "\\w{16,}", whose: "Perplexity", provider: "perplexity" },
  { begins: "nvapi-", rest: "[\\w-]{16,}", whose: "NVIDIA", provider: "nvidia" },
  { begins: "fw_", rest: "\\w{16,}", whose: "Fireworks", provider: "fireworks-ai" },
  { begins: "csk-", rest: "\\w{16,}", whose: "Cerebras", provider: "cerebras" },
  { begins: "r8_", rest: "\\w{16,}", whose: "Replicate", provider: "replicate" },
  { begins: "tgp_v1_", rest: "[\\w-]{16,}", whose: "Together", provider: "togetherai" },
  { begins: "vck_", rest: "\\w{16,}", whose: "Vercel", provider: "vercel" },
  { begins: "cpk_", rest: "[\\w.]{16,}", whose: "Chutes", provider: "chutes" },
  { begins: "dapi", rest: "[\\da-f]{32}(?:-\\d)?", whose: "Databricks", provider: "databricks" },
  { begins: "ABSK", rest: "[\\w+/]{32,}=*", whose: "Amazon Bedrock", provider: "amazon-bedrock" },
  { begins: "bedrock-api-key-", rest: "[\\w+/]{16,}=*", whose: "Amazon Bedrock" },
  { begins: "A(?:KI|SI)A", rest: "[A-Z\\d]{16}(?!\\w)", whose: "AWS" },
  { begins: "do[op]_v1_", rest: "[\\da-f]{32,}", whose: "DigitalOcean", provider: "digitalocean" },
];

/** Where a key of such a form stands in a text, which has none without `sign`; `what` for messages. */
export const keyPatterns = keyForms.map(({ begins, rest, whose }) => ({
  sign: begins,
  pattern: new RegExp(`(?<![A-Za-z\\d])${begins}${rest}`, "g"),
  what: `a key of ${whose}`,
}));

const fewDigits = "(?:[^\\s\\d]*\\d){3}";

// hardly any word begins so, and to find that out takes one pattern in the place of all
const anyBeginning = new RegExp(`^(?:${keyForms.map(({ begins }) => begins).join("|")})`);

/** Whether it is a key from its beginning on, or a part of one: what only begins so, without a few digits, is a name. */
export function looksLikeKey(text: string): boolean {
  if (!anyBeginning.test(text)) return false;
  return keyForms.some(({ begins, rest }) => {
    const isTelling = /[-_.]$/.test(begins) && new RegExp(`^${begins}${fewDigits}`).test(text);
    return isTelling || new RegExp(`^${begins}${rest}`).test(text);
  });
}

/** The provider whose key it is beyond doubt, if it is one, by its beginning. */
export function ownerOfKey(key: string): string | undefined {
  return keyForms.find(({ begins }) => new RegExp(`^${begins}`).test(key))?.provider;
}
