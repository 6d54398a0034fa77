import { providerInfo } from "../../../operations/provider-info/provider-info.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { webFlag } from "../web-flag.ts";
import { readFormat } from "../format-flag.ts";
import { renderTemplate } from "../render/template-page.ts";
import { valueFlag } from "../value-flag.ts";
import { renderProviderPage } from "../render/provider-page.ts";

export const providersInfo: CliCommand = {
  examples: [
    "modelforge providers info anthropic",
    "modelforge providers info amazon_bedrock --json",
    "modelforge providers info azure --template --value AZURE_RESOURCE_NAME=my-resource",
  ],
  arguments: [
    { name: "provider", isNeeded: true, completes: "provider", about: "id or name of a provider" },
  ],
  flags: [
    { name: "--template", about: "only how it is called, filled with what is at hand" },
    valueFlag,
    webFlag,
    ...documentFlags,
  ],
  run: async (context, { args, options }) => {
    const outcome = await ask(context, providerInfo, {
      provider: args[0] ?? "",
      values: (options.value ?? []) as string[],
    });
    if (options.web === true) {
      const { openWebPage } = await import("../web-page.ts");
      const isText = readFormat(options, "text") === "text";
      if (await openWebPage(context, outcome.result, isText)) return undefined;
    }
    await printDocument(context, outcome, options, (details) =>
      options.template === true
        ? renderTemplate(details, context)
        : renderProviderPage(details, context),
    );
    return undefined;
  },
};
