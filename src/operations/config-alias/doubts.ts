import { splitRef } from "../../catalog/words/ref.ts";
import { aliasesOf } from "../../config/alias-parts.ts";
import type { Warning } from "../../failure.ts";
import { lackingOf, misfitsOf } from "../alias-fit.ts";
import { configurationOf } from "../configuration-of.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";
import type { AliasSaid } from "./alias-edits.ts";

/** What the catalog says against an alias as it is to be: each of its models has to do what it needs, and take what is sent. */
export async function doubtsAbout(
  context: OperationContext,
  alias: string,
  said: AliasSaid,
  options: OperationOptions,
): Promise<Warning[]> {
  const known = aliasesOf(configurationOf(context).leaves).find((one) => one.alias === alias);
  const [stood, ...others] = splitModels(known);
  const models = [said.model ?? stood, ...(said.fallback ?? others)].flatMap((one) => one ?? []);
  const needs = said.needs ?? known?.needs ?? [];
  const parameters = { ...known?.parameters, ...Object.fromEntries(said.parameters ?? []) };
  if (needs.length === 0 && Object.keys(parameters).length === 0) return [];
  const refs = models.filter((one) => splitRef(one) !== undefined);
  const { result } = await context.access.ask(options, (view) =>
    refs.flatMap((ref) => {
      const row = view.findModel(ref);
      if (row === undefined) return [];
      const lacking = lackingOf(alias, needs, row);
      return [
        ...lacking.map(({ message }) => ({ code: "config.lacks-capability", message })),
        ...misfitsOf(parameters, row).map(({ code, message }) => ({
          code,
          message: `${alias}: ${message}`,
        })),
      ];
    }),
  );
  return result;
}

/** What it stands for first, be it said or not. */
function splitModels(known: ReturnType<typeof aliasesOf>[number] | undefined) {
  const all = known?.models ?? [];
  const isStanding = all[0] !== undefined && all[0].index === undefined;
  const names = all.map(({ name }) => name);
  return isStanding ? names : [undefined, ...names];
}
