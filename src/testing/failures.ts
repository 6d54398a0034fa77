import { ModelForgeError } from "../failure.ts";

/** What an action fails with. Throws where it does not fail, or with anything else than a failure of ours. */
export function failureOf(action: () => unknown): ModelForgeError {
  let result: unknown;
  try {
    result = action();
  } catch (error) {
    if (error instanceof ModelForgeError) return error;
    throw error;
  }
  throw new Error(`it should have failed, but gave ${JSON.stringify(result)}`);
}

/** The same of something that is waited for. */
export async function rejectionOf(asked: Promise<unknown>): Promise<ModelForgeError> {
  const settled = await asked.then(
    (result) => () => result,
    (error: unknown) => () => {
      throw error;
    },
  );
  return failureOf(settled);
}
