import type { Usage } from "../catalog/cost/usage.ts";
import type { Limits } from "../catalog/words/model.ts";
import { shellWord } from "../catalog/words/shell-word.ts";
import { sizeInWords } from "../catalog/words/sizes.ts";
import type { Warning } from "../failure.ts";

interface Named {
  ref: string;
  limits: Limits;
}

/**
 * What to say where the input of one request exceeds every limit that several models list: a total was meant, maybe.
 * `total`: of a batch, whose largest request the usage is; `about`: the one that is asked about, where they sell it.
 */
export function totalMeant(
  usage: Usage | undefined,
  models: readonly Named[],
  { total, about }: { total?: Usage | undefined; about?: Pick<Named, "ref"> } = {},
): Warning[] {
  if (usage === undefined) return [];
  const listed = models.flatMap(({ limits }) => mostOf(limits));
  const outputs = models.flatMap(({ limits: { output } }) => output ?? []);
  const limits = { input: Math.min(...listed), output: Math.min(...outputs) };
  const asked = about === undefined ? models : [about];
  const names = asked.length > mostNamed ? ["MODEL"] : asked.map(({ ref }) => shellWord(ref));
  return exceeding(usage, Math.max(...listed, 0), { limits, names, total });
}

/** The same of a whole catalog. `contexts`: of all rows, in tokens. */
export function totalMeantOfAll(usage: Usage | undefined, contexts: Uint32Array): Warning[] {
  if (usage === undefined) return [];
  const most = contexts.reduce((one, other) => Math.max(one, other), 0);
  return exceeding(usage, most, { limits: { input: most, output: Infinity }, names: ["MODEL"] });
}

const mostNamed = 3;

/** Tokens of input that a row takes at most; none where it lists no limit. */
function mostOf({ context, input }: Limits): number[] {
  const most = Math.min(context ?? Infinity, input ?? Infinity);
  return Number.isFinite(most) ? [most] : [];
}

interface Meant {
  /** The smallest there are. */
  limits: Record<"input" | "output", number>;
  names: readonly string[];
  total?: Usage | undefined;
}

function exceeding(usage: Usage, most: number, { limits, names, total }: Meant): Warning[] {
  if (usage.input <= most || most === 0) return [];
  const { input, output } = total ?? usage;
  const size = requestSize({ input, output }, limits);
  if (size < 1) return [];
  const line = `modelforge cost ${names.join(" ")} --total-input ${input} --total-output ${output} --request-size ${sizeInWords(size)}`;
  const instead =
    total === undefined
      ? `if they are the total of many requests, ${line} works out what those cost`
      : `${line} works out what smaller requests cost`;
  return [
    {
      code: "usage.total-meant",
      message: `${sizeInWords(usage.input)} tokens of input are more than any of these models takes in one request (${sizeInWords(most)}); ${instead}`,
    },
  ];
}

const usualSize = 50_000;

/** A round number of tokens in, that with their share of the output take half of what a request may, or less. */
function requestSize({ input, output }: Usage, limits: Meant["limits"]): number {
  const both = (limits.input / 2) * (input / (input + output));
  const out = output === 0 ? Infinity : limits.output * (input / output);
  const size = Math.min(usualSize, both, out);
  const digit = 10 ** Math.floor(Math.log10(size));
  return Math.floor(size / digit) * digit;
}
