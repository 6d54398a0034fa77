import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import type { RealCatalog } from "../../src/testing/real-catalog.ts";
import { type Command, createCommand, root } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";

const ajv = new Ajv2020({ strict: false, formats: { "date-time": true } });
const shapes = new Map<string, ValidateFunction>();

/** Throws where an answer is not what the published schema of that name describes. */
export function expectShape(name: string, answer: unknown): void {
  const path = join(root, "schema", `${name}.json`);
  const validate =
    shapes.get(name) ?? ajv.compile(JSON.parse(readFileSync(path, "utf8")) as object);
  shapes.set(name, validate);
  expect(validate(answer), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
}

/** The command on a real catalog as a file. */
export const commandOn = ({ directory }: RealCatalog): Command =>
  createCommand({ MODELFORGE_URL: join(directory, "api.json") });

/** The result of a command with `--json`, once its schema has agreed. */
export function askFor<Result>(
  command: Command,
  args: readonly string[],
  environment: Record<string, string> = {},
): Result {
  const ran = command.run([...args, "--json"], environment);
  const answer = answerOf<Result>(ran);
  expectShape(args[0] ?? "", answer);
  return answer.result;
}

/** A cost as the commands give it. */
export interface GivenCost {
  ref: string;
  currency: string;
  perRequest: number | null;
  perDay: number | null;
  perMonth: number | null;
  complete: boolean;
  unknown: string[];
  tier: number | null;
  parts: Record<string, number | null>;
}
