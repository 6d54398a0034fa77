import { readSpelling, type Spelling } from "./spelling.ts";

/** An id as its host writes it, taken apart. */
export interface IdSpelling extends Spelling {
  /** Whom the id names before its last slash, `qwen` of `Qwen/Qwen3-32B`; empty where it names nobody. */
  namespace: string;
  /** Parts of the id that only its host needs were left out. */
  hadHostSyntax: boolean;
}

// us.anthropic.claude-opus-4-8: Bedrock's places of inference
const region = /^(us|eu|apac|ap|au|jp|ca|sa|me|global)\.(?=[a-z0-9-]+\.)/;
// claude-opus-4-1-20250805-v1:0, gpt-oss-120b-1:0: Bedrock's edition of an offer
const edition = /-v?\d:\d$/;
// :free, :thinking, :8192, but not :120b, which is a size
const colonSuffix = /:(?!\d*\.?\d+[bt]\b)([a-z]+|\d+)$/;

/** `read` takes apart what is left without the host's syntax. */
export function readId(id: string, read: (text: string) => Spelling = readSpelling): IdSpelling {
  const variants: string[] = [];
  const slash = id.lastIndexOf("/");
  let rest = id.slice(slash + 1).toLowerCase();
  const whole = rest;
  if (rest.includes(".")) {
    rest = rest.replace(region, (_, place: string) => {
      variants.push(place);
      return "";
    });
  }
  // google's @20250805 is a date, its @default none
  if (rest.endsWith("@default")) rest = rest.slice(0, -"@default".length);
  if (rest.includes(":")) {
    rest = rest.replace(edition, "");
    for (let suffix = colonSuffix.exec(rest); suffix !== null; suffix = colonSuffix.exec(rest)) {
      variants.unshift(suffixName(suffix[1] as string));
      rest = rest.slice(0, suffix.index);
    }
  }
  const { words, sizes, stamps, marks, variants: plain } = read(rest);
  return {
    words,
    sizes,
    stamps,
    marks,
    variants: variants.length === 0 ? plain : [...plain, ...variants],
    namespace: namespaceIn(id),
    hadHostSyntax: rest.length < whole.length,
  };
}

/** claude-opus-4-thinking:8192 names a budget of thinking tokens. */
function suffixName(suffix: string): string {
  return /^\d+$/.test(suffix) ? `budget ${suffix}` : suffix;
}

/**
 * Whom an id names before its last slash; empty where it names nobody: `accounts/fireworks/models/…` does not,
 * `workers-ai/@cf/meta/…` names meta.
 */
export function namespaceIn(id: string): string {
  const slash = id.lastIndexOf("/");
  if (slash < 0) return "";
  const last = id.slice(id.lastIndexOf("/", slash - 1) + 1, slash).toLowerCase();
  if (last === "models" || last.startsWith("@")) return "";
  if (last.startsWith("hf:")) return last.slice(3);
  return last.startsWith("~") ? last.slice(1) : last;
}
