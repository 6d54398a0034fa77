import type { Ran } from "./command.ts";

interface Envelope<Result> {
  catalog: {
    origin: string;
    digest: string;
    fetchedAt: string;
    stale: boolean;
    ageSeconds: number | null;
    providers: number;
    models: number;
  };
  result: Result;
  warnings: { code: string; message: string }[];
}

/** The answer of a run with `--json`. Throws where it failed. */
export function answerOf<Result = unknown>({ code, stdout, stderr }: Ran): Envelope<Result> {
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`);
  return JSON.parse(stdout) as Envelope<Result>;
}

/** The error on the last line of stderr of a run with `--json`. */
export function errorOf({ stderr }: Ran): {
  code: string;
  message: string;
  hint: string;
  details: Record<string, unknown>;
} {
  const last = stderr.trimEnd().split("\n").at(-1) ?? "";
  return (JSON.parse(last) as { error: ReturnType<typeof errorOf> }).error;
}
