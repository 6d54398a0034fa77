import { ModelForgeError } from "../../failure.ts";
import type { CatalogDoor } from "../../modelsdev/client.ts";

const listOf = /^modelforge list --provider (.+)$/;

/** The same failure, whose lines to type name no provider that the catalog at hand does not have. */
export async function withKnownProviders(
  error: unknown,
  access: () => Pick<CatalogDoor, "ask">,
): Promise<unknown> {
  if (!(error instanceof ModelForgeError) || error.code !== "usage.bad-value") return error;
  const { nearest } = error.details;
  if (!Array.isArray(nearest)) return error;
  const lines = nearest.map(String);
  if (!lines.some((line) => listOf.test(line))) return error;
  let known: readonly string[] = lines;
  try {
    known = await knownOf(lines, access());
  } catch (failure) {
    if (!(failure instanceof ModelForgeError)) throw failure;
  }
  if (known.length === 0 || known.length === lines.length) return error;
  return new ModelForgeError(error.code, {
    message: error.message,
    hint: `did you mean ${known.join(", ")}?`,
    details: { ...error.details, nearest: [...known] },
  });
}

/** Throws where there is no catalog, which nothing can be said without. */
async function knownOf(
  lines: readonly string[],
  access: Pick<CatalogDoor, "ask">,
): Promise<readonly string[]> {
  const how = { offline: true, allowSnapshot: true };
  const { result } = await access.ask(how, (view) =>
    lines.filter((line) => {
      const [, provider] = listOf.exec(line) ?? [];
      return provider === undefined || view.findProvider(provider) !== undefined;
    }),
  );
  return result;
}
