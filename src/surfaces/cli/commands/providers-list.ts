import { listProvidersFields, providerSorts } from "../../../operations/list-providers/input.ts";
import { listProviders } from "../../../operations/list-providers/list-providers.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { flagsOf } from "../field-flags.ts";
import { listFlags, printList } from "../list-output.ts";
import { readOrder } from "../order-options.ts";
import { providerColumns, providerFields } from "../render/provider-page.ts";
import { spokenOf } from "../spoken-of.ts";

export const providersList: CliCommand = {
  examples: [
    "modelforge providers",
    "modelforge providers list --sort models --limit 10",
    "modelforge providers list --configured --json",
  ],
  flags: [...flagsOf({ configured: listProvidersFields.configured }), ...listFlags(providerSorts)],
  run: async (context, { options }) => {
    const outcome = await ask(context, listProviders, {
      configured: options.configured === true,
      ...readOrder<(typeof providerSorts)[number]>(options),
    });
    await printList(context, outcome, options, {
      fields: providerFields,
      columns: spokenOf(providerColumns(context.style), aboutProviders(options)),
      nothing: "no provider meets all conditions",
    });
    return undefined;
  },
};

/** Orders are named after the fields they go by; whether a provider can be called is a matter of its variables. */
function aboutProviders({ sort, configured }: Record<string, unknown>): string[][] {
  return [...(typeof sort === "string" ? [[sort]] : []), ...(configured === true ? [["env"]] : [])];
}
