import { ModelForgeError } from "../../../failure.ts";
import { noPlace } from "../../../modelsdev/unkept.ts";
import type { CliCommand } from "../command.ts";

export const path: CliCommand = {
  examples: ["modelforge cache path", 'du -sh "$(modelforge cache path)"'],
  flags: [{ name: "--source", about: "of this source alone, not of all" }],
  run: async (context, { options }) => {
    const ofSource = options.source === true;
    const directory = ofSource ? context.access.store?.directory : context.settings.cacheDirectory;
    if (directory === undefined) {
      const [why] = ofSource ? context.access.notices() : [];
      // what is said of an address with a query names its own remedy
      const { message, hint } =
        why === undefined ? noPlace() : { message: why.message, hint: undefined };
      throw new ModelForgeError("file.not-found", {
        message,
        ...(hint === undefined ? {} : { hint }),
      });
    }
    if (options.json === true) context.printJson({ result: { directory }, warnings: [] });
    else context.machine.terminal.out.writePath(directory);
    return undefined;
  },
};
