import { ModelForgeError } from "../failure.ts";
import { showAddress } from "../system/address.ts";

interface Pattern {
  pattern: RegExp;
  /** For messages: `a key of Anthropic`. */
  what: string;
  /** What is left of it where it is shown. */
  shown(found: string): string;
}

const dots = (): string => "…";

/** What holds a secret beyond doubt, by its form. */
const patterns: readonly Pattern[] = [
  ...(
    [
      [/\bsk-ant-[\w-]{16,}/g, "Anthropic"],
      [/\bsk-or-[\w-]{16,}/g, "OpenRouter"],
      [/\bsk-[\w-]{20,}/g, "OpenAI, or of a service like it"],
      [/\bgsk_\w{20,}/g, "Groq"],
      [/\bAIza[\w-]{30,}/g, "Google"],
      [/\bxai-\w{20,}/g, "xAI"],
      [/\bgh[pousr]_\w{30,}/g, "GitHub"],
      [/\bgithub_pat_\w{30,}/g, "GitHub"],
      [/\bglpat-[\w-]{20,}/g, "GitLab"],
      [/\bhf_[A-Za-z0-9]{20,}/g, "Hugging Face"],
      [/\bpplx-\w{20,}/g, "Perplexity"],
      [/\bAKIA[A-Z0-9]{16}\b/g, "AWS"],
      [/\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g, "some service: it is a token"],
    ] as const
  ).map(([pattern, whose]) => ({ pattern, what: `a key of ${whose}`, shown: dots })),
  {
    pattern: /\bBearer +[\w.~+/-]{16,}=*/gi,
    what: "a key of some service: it is a token",
    shown: dots,
  },
  {
    // Azure's keys and many others are nothing but that; a digest says what it is, and a path or a name has more to it
    pattern: /(?<![\w./:@+-])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{32,}(?![\w./:@+-])/gi,
    what: "a key of some service: nothing but hexadecimal digits",
    shown: dots,
  },
  {
    pattern: /(?<![\w:])\/\/[^\s"'/]*:[^\s"'/]*@[^\s"']*/g,
    what: "an address with a name, a password or a query",
    shown: dots,
  },
  {
    pattern: /[a-z][a-z0-9+.-]*:\/\/[^\s"']*[@?#][^\s"']*/gi,
    what: "an address with a name, a password or a query",
    shown: showAddress,
  },
];

/** What a text holds that is secret, as far as its form tells; undefined where that is nothing. */
export function secretIn(text: string): string | undefined {
  return patterns.find(({ pattern }) => text.search(pattern) >= 0)?.what;
}

/** The text without what is secret in it. */
export function withoutSecrets(text: string): string {
  return patterns.reduce((left, { pattern, shown }) => left.replace(pattern, shown), text);
}

/** Throws `usage.bad-value`. The text is not repeated: what is on the screen is in the log of the terminal. */
export function refuseSecret(text: string): void {
  const what = secretIn(text);
  if (what === undefined) return;
  const hint = what.startsWith("a key")
    ? "modelforge auth login <provider> --key-stdin keeps it, and gives it to its host alone"
    : "MODELFORGE_URL takes it";
  throw new ModelForgeError("usage.bad-value", {
    message: `that looks like ${what}; a configuration holds none`,
    hint,
    details: { looksLike: what },
  });
}
