import type { Promised } from "./claim.ts";
import { commands } from "./contract/commands.ts";
import { choosing } from "./contract/choosing.ts";
import { output } from "./contract/output.ts";
import { machine } from "./contract/machine.ts";

/** What scripts and programs may rely on, whether or not a page says it. */
export const contract: readonly Promised[] = [...commands, ...choosing, ...output, ...machine];
