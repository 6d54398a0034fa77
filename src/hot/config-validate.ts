import { configuredCatalog } from "../config/configured.ts";
import { readSettings } from "../modelsdev/settings.ts";
import { configValidateCommand } from "../surfaces/cli/commands/config-validate.ts";
import { unknownVariables } from "../system/own-variables.ts";
import type { Start } from "./answer.ts";
import { answerOwn } from "./answer-own.ts";
import { HotCatalog } from "./catalog.ts";
import { giveUp } from "./give-up.ts";

export const start: Start = (words) =>
  answerOwn(configValidateCommand, words, (machine, configuration) => {
    const { environment, files } = machine;
    // whoever asks a catalog is told of them
    if (unknownVariables(environment).length > 0) giveUp();
    const configured = configuredCatalog(configuration, files);
    return new HotCatalog(machine, { ...readSettings(environment, files, { configured }) });
  });
