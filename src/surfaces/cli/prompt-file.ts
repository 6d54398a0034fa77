import {
  type Misfit,
  misplaced,
  notUtf16,
  notUtf8,
  wideEncoding,
} from "../../catalog/words/text-encoding.ts";
import { said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";
import { named } from "../../places/named-path.ts";
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
  // as every tool calls what is piped into it
  const bytes = files.readGiven(path === "-" ? "/dev/stdin" : path, longestPrompt);
  if (bytes === undefined) {
    // that it starts from nowhere is the nearer reason
    named("--prompt-file", () => files.resolve(path));
    throw new ModelForgeError("file.not-found", {
      message: `there is no file ${said(path)}`,
      hint: "name a file with the text of a prompt",
      details: { path },
    });
  }
  const text = textIn(bytes, path);
  const encoding = commonEncoding(models);
  const count = encoding === undefined ? undefined : await loadCounter(encoding);
  if (count !== undefined) return { tokens: count(text), how: `counted with ${encoding}` };
  const { estimateTokenCount } = await import("tokenx");
  return { tokens: estimateTokenCount(text), how: "an estimate" };
}

/** Some shells write UTF-16, with its mark. Throws `file.unreadable` for what is no text. */
function textIn(bytes: Uint8Array, path: string): string {
  const [first] = bytes;
  const isMarked = (first === 0xff || first === 0xfe) && wideEncoding(bytes) === "UTF-16";
  const misfit = isMarked ? notUtf16(bytes, first === 0xfe) : notUtf8(bytes);
  if (misfit !== undefined) throw noText(path, isMarked ? "not UTF-16" : "not UTF-8", misfit);
  const encoding = isMarked ? (first === 0xfe ? "utf-16be" : "utf-16le") : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  // programs, pictures and archives have many
  if (!text.includes("\0")) return text;
  const width = isMarked ? 2 : 1;
  let offset = 0;
  while (bytes.subarray(offset, offset + width).some((byte) => byte !== 0)) offset += width;
  throw noText(path, "no text", { how: misplaced(bytes, offset), offset });
}

function noText(path: string, what: string, { how, offset }: Misfit): ModelForgeError {
  return new ModelForgeError("file.unreadable", {
    message: `${path} is ${what}: ${how}`,
    hint: "name a text in UTF-8, or in UTF-16 with its mark",
    details: { path, offset },
  });
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
