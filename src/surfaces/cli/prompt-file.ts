import { ModelForgeError } from "../../failure.ts";
import { named } from "../../modelsdev/named-path.ts";
import type { Files } from "../../system/ports.ts";

/** How many tokens a text has. */
export interface PromptCount {
  tokens: number;
  /** Whether that is counted or estimated, for people. */
  how: string;
}

// no model takes a prompt of this size; a pipe or a wrong file may go on for ever
const longestPrompt = 16 * 1024 ** 2;

type Encoding = "o200k_base" | "cl100k_base";

/**
 * Counts the tokens of a text: exactly where all models are OpenAI's with one encoding and gpt-tokenizer is installed,
 * else by estimate. Throws `file.not-found`, `file.unreadable`, `file.too-large`.
 */
export async function countPromptTokens(
  { files }: { files: Pick<Files, "readGiven" | "resolve"> },
  path: string,
  models: readonly string[],
): Promise<PromptCount> {
  const bytes = files.readGiven(path, longestPrompt);
  if (bytes === undefined) {
    // that it starts from nowhere is the nearer reason
    named("--prompt-file", () => files.resolve(path));
    throw new ModelForgeError("file.not-found", {
      message: `there is no file ${path}`,
      hint: "name a file with the text of a prompt",
      details: { path },
    });
  }
  const text = new TextDecoder(markedEncoding(bytes)).decode(bytes);
  const encoding = commonEncoding(models);
  const count = encoding === undefined ? undefined : await loadCounter(encoding);
  if (count !== undefined) return { tokens: count(text), how: `counted with ${encoding}` };
  const { estimateTokenCount } = await import("tokenx");
  return { tokens: estimateTokenCount(text), how: "an estimate" };
}

/** What a text file says it is by its first two bytes: some shells write UTF-16. */
function markedEncoding([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function commonEncoding(models: readonly string[]): Encoding | undefined {
  const encodings = new Set(models.map(encodingOf));
  const [encoding] = encodings;
  return encodings.size === 1 ? encoding : undefined;
}

/** OpenAI's models since GPT-4o share one encoding, those before another. */
export function encodingOf(model: string): Encoding | undefined {
  const id = model.slice(model.lastIndexOf("/") + 1).toLowerCase();
  if (/^(gpt-4o|gpt-4\.[1-9]|gpt-[5-9]|chatgpt-4o|gpt-oss|o[1-9](-|$))/.test(id))
    return "o200k_base";
  return /^(gpt-4|gpt-3\.5|text-embedding-)/.test(id) ? "cl100k_base" : undefined;
}

/** gpt-tokenizer is the person's to install: its tables take 2 MB. */
async function loadCounter(encoding: Encoding): Promise<((text: string) => number) | undefined> {
  try {
    const { countTokens } =
      encoding === "o200k_base"
        ? await import("gpt-tokenizer/encoding/o200k_base")
        : await import("gpt-tokenizer/encoding/cl100k_base");
    return (text) => countTokens(text);
  } catch {
    // not installed
    return undefined;
  }
}
