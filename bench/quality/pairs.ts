import { join } from "node:path";
import { groupsOfIds } from "../../src/catalog/inferred/quality/facts-groups.ts";
import { type Day, readJson } from "./days.ts";

/** Two models of which independent public measurements agree that one is better. */
export interface Pair {
  better: number;
  worse: number;
  use: string;
}

interface WrittenPair {
  better: string;
  worse: string;
  use: string;
}

/** Pairs by group, of the models that the day's catalog knows; those of embeddings are left out: they have no figure. */
export function readPairs(directory: string, { models, identities, grounds }: Day): Pair[] {
  const written = readJson(join(directory, "better-model.json")) as WrittenPair[];
  const chat = new Set(grounds.models.map(({ group }) => group));
  const ids = written.flatMap(({ better, worse }) => [better, worse]);
  const groups = groupsOfIds(ids, models, identities);
  return written.flatMap(({ use }, at): Pair[] => {
    const [one, other] = [groups[at * 2], groups[at * 2 + 1]];
    if (one === undefined || other === undefined || one === other) return [];
    return chat.has(one) && chat.has(other) ? [{ better: one, worse: other, use }] : [];
  });
}
