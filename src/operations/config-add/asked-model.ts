import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import { ofProviders } from "../at-hand.ts";
import { configurationOf } from "../configuration-of.ts";
import { orUnlisted } from "../model-to-keep.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";
import { type AddedModel, addedModel, modelOfOwn, unknownProvider } from "./added-model.ts";
import type { ConfigAddInput } from "./input.ts";

/** What there is to know of a model that is to be added; without a catalog what the configuration says of its provider. */
export async function askedModel(
  context: OperationContext,
  input: ConfigAddInput,
  options: OperationOptions,
): Promise<{ result: AddedModel; catalog?: CatalogStamp; warnings: Warning[] }> {
  const configuration = configurationOf(context);
  const own = (id: string) => ownProvider(configuration, id);
  try {
    return await context.access.ask(options, (view) => addedModel(view, input, own));
  } catch (error) {
    if (input.unlisted !== true) throw orUnlisted(error, input.model);
    const isOff = error instanceof ModelForgeError && error.code === "catalog.off";
    // nobody can say of any model whether it is listed
    if (!isOff) throw error;
    return { result: modelOfOwn(input, own), warnings: [] };
  }
}

/** A provider that a configuration describes; undefined where it says no address. */
function ownProvider(
  configuration: ReturnType<typeof configurationOf>,
  id: string,
): ProviderInfo | undefined {
  const said = ofProviders(configuration).filter(({ path }) => path[1] === id);
  const valueOf = (name: string): unknown => said.find(({ path }) => path[2] === name)?.value;
  const api = valueOf("baseUrl");
  if (typeof api !== "string") return undefined;
  return { ...unknownProvider(id), api, env: (valueOf("env") as string[] | undefined) ?? [] };
}
