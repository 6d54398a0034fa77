import { type Batch, estimateAll, type Requested, requestsOf } from "../../catalog/cost/batch.ts";
import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Work } from "./estimate-cost.ts";

export function noUsage(): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: "the cost of which usage?",
    hint: "give a usage, or a batch",
    details: { field: "usage" },
  });
}

/** The cost of a batch is that of all its requests; each can be sent where the largest can. */
export function workOfBatch(
  batch: Batch,
  usage: Usage | undefined,
  requests: Requests | undefined,
): Work {
  checkBatch(batch, usage, requests);
  const requested = requestsOf(batch);
  const count = requested.reduce((sum, one) => sum + one.count, 0);
  return {
    usage: requested[0]?.usage ?? batch.total,
    costOf: (model) => {
      const { total, ...cost } = estimateAll(model, requested);
      return { ...cost, batch: { requests: count, total } };
    },
    notes: [{ code: "cost.batch", message: sayBatch(batch, requested, count) }],
  };
}

/** Throws `usage.bad-value` for a batch of no requests, and beside what a batch works out itself. */
function checkBatch(
  { total, requestSize }: Batch,
  usage: Usage | undefined,
  requests: Requests | undefined,
): void {
  if (usage !== undefined || requests !== undefined) {
    throw new ModelForgeError("usage.bad-value", {
      message: "a batch says itself what a request takes, and how many there are",
      hint: "leave out the usage of one request and the number of requests",
      details: { field: usage === undefined ? "requests" : "usage" },
    });
  }
  if (total.input > 0 && requestSize > 0) return;
  throw new ModelForgeError("usage.bad-value", {
    message: "a batch needs a total input, and a size of its requests, above 0",
    hint: "like --total-input 50m --total-output 5m --request-size 50k",
    details: { field: "batch" },
  });
}

/** `1000 requests of 50000 tokens in and 5000 out`, and how what does not come out even is shared. */
function sayBatch(
  { total, requestSize }: Batch,
  requested: readonly Requested[],
  count: number,
): string {
  const outputs = requested.map(({ usage }) => usage.output);
  const [least, most] = [Math.min(...outputs), Math.max(...outputs)];
  const output = least === most ? `${most}` : `${least} or ${most}`;
  const size = Math.min(requestSize, total.input);
  const last = requested.at(-1)?.usage.input ?? size;
  const shorter = last === size ? "" : `, the last of ${last}`;
  const requests = count === 1 ? "1 request" : `${count} requests`;
  return `${requests} of ${size} tokens in${shorter}; the output of ${total.output} is shared evenly, ${output} each`;
}
