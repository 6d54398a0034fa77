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
  const size = Math.min(requestSize, total.input);
  const last = requested.at(-1)?.usage.input ?? size;
  const shorter = last === size ? "" : `, the last of ${last}`;
  const requests = count === 1 ? "1 request" : `${count} requests`;
  return `${requests} of ${size} tokens in${shorter}; the output of ${total.output} is shared evenly, ${eachOf("output", requested)} each${sayOthers(total, requested)}`;
}

/** `; of 20 cached in all 0 or 1 each`: what else is given is of all requests, too. */
function sayOthers(total: Usage, requested: readonly Requested[]): string {
  const parts = otherParts.flatMap(([key, name]) => {
    const all = total[key];
    return all === undefined ? [] : [`${name} ${all} in all, ${eachOf(key, requested)} each`];
  });
  return parts.map((part) => `; ${part}`).join("");
}

const otherParts = [
  ["cached", "cached"],
  ["cacheWrite", "cache write"],
  ["reasoning", "reasoning"],
  ["inputAudio", "audio in"],
  ["outputAudio", "audio out"],
] as const;

/** `5`, `0 or 1`, `3 to 7`. */
function eachOf(key: keyof Usage, requested: readonly Requested[]): string {
  const counts = requested.map(({ usage }) => usage[key] ?? 0);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (least === most) return `${most}`;
  return `${least} ${most - least === 1 ? "or" : "to"} ${most}`;
}
