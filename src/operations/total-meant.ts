import type { Usage } from "../catalog/cost/usage.ts";
import type { Limits } from "../catalog/words/model.ts";
import { sizeInWords } from "../catalog/words/sizes.ts";
import type { Warning } from "../failure.ts";

/** What to say where the input of one request exceeds every limit that several models list: a total was meant, maybe. */
export function totalMeant(
  usage: Usage | undefined,
  models: readonly { limits: Limits }[],
): Warning[] {
  const listed = models.flatMap(({ limits: { context, input } }) => {
    const most = Math.min(context ?? Number.POSITIVE_INFINITY, input ?? Number.POSITIVE_INFINITY);
    return Number.isFinite(most) ? [most] : [];
  });
  return usage === undefined ? [] : exceeding(usage, Math.max(...listed, 0));
}

/** The same of a whole catalog. `contexts`: of all rows, in tokens. */
export function totalMeantOfAll(usage: Usage | undefined, contexts: Uint32Array): Warning[] {
  if (usage === undefined) return [];
  return exceeding(
    usage,
    contexts.reduce((most, one) => Math.max(most, one), 0),
  );
}

function exceeding({ input, output }: Usage, most: number): Warning[] {
  if (input <= most || most === 0) return [];
  const total = `--total-input ${input} --total-output ${output}`;
  return [
    {
      code: "usage.total-meant",
      message: `${sizeInWords(input)} tokens of input are more than any of these models takes in one request (${sizeInWords(most)}); if they are the total of many requests, modelforge cost MODEL ${total} --request-size 50k works out what those cost`,
    },
  ];
}
