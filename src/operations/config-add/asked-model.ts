import { ModelForgeError, type Warning } from "../../failure.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import { ofProviders } from "../at-hand.ts";
import { configurationOf } from "../configuration-of.ts";
import { orUnlisted } from "../model-to-keep.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";
import { ownProvider } from "../own-provider.ts";
import { type AddedModel, addedModel, modelOfOwn } from "./added-model.ts";
import type { ConfigAddInput } from "./input.ts";

/** What there is to know of a model that is to be added; without a catalog what the configuration says of its provider. */
export async function askedModel(
  context: OperationContext,
  input: ConfigAddInput,
  options: OperationOptions,
): Promise<{ result: AddedModel; catalog?: CatalogStamp; warnings: Warning[] }> {
  const said = ofProviders(configurationOf(context));
  const own = (id: string) => ownProvider(id, said);
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
