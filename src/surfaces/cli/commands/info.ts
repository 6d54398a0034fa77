import { said } from "../../../catalog/words/said.ts";
import { ModelForgeError } from "../../../failure.ts";
import { modelInfo } from "../../../operations/model-info/model-info.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { modelFields } from "../../../catalog/words/model.ts";
import { readFormat } from "../format-flag.ts";
import { text } from "../option-values.ts";
import { webFlag } from "../web-flag.ts";
import { renderModelPage } from "../render/model-page.ts";

export const info: CliCommand = {
  examples: [
    "modelforge info openai/gpt-5",
    "modelforge info claude-sonnet-4-5",
    "modelforge info --provider amazon-bedrock --model anthropic.claude-sonnet-4-5-20250929-v1:0 --json",
  ],
  arguments: [{ name: "model", completes: "model", about: "provider/id, or a bare id" }],
  flags: [
    { name: "--model", takes: text("id", "model"), about: "the same, as a flag" },
    { name: "--provider", takes: text("id", "provider"), about: "the provider of a bare id" },
    webFlag,
    ...documentFlags,
  ],
  run: async (context, { args, options }) => {
    const { provider, model: flag } = options as { provider?: string; model?: string };
    if (args[0] !== undefined && flag !== undefined) {
      throw new ModelForgeError("usage.bad-value", {
        message: `${said(args[0])} and --model ${said(flag)} both say which model`,
        hint: "leave one of them out",
      });
    }
    const model = args[0] ?? flag;
    if (model === undefined) {
      throw new ModelForgeError("usage.missing-argument", {
        message: "which model?",
        hint: "modelforge info openai/gpt-5",
      });
    }
    const input = provider === undefined ? { model } : { model, provider };
    // the page shows the cheapest of whoever else sells it
    const how = readFormat(options, "text") === "text" ? { shown: modelFields } : {};
    const outcome = await ask(context, modelInfo, input, how);
    if (options.web === true) {
      const { openWebPage } = await import("../web-page.ts");
      const isText = readFormat(options, "text") === "text";
      if (await openWebPage(context, outcome.result.providerDetails, isText)) return undefined;
    }
    await printDocument(context, outcome, options, (details) => renderModelPage(details, context));
    return undefined;
  },
};
