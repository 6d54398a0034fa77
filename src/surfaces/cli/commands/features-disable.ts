import { featuresDisable } from "../../../operations/features-disable/features-disable.ts";
import { switchCommand } from "../features-output.ts";

export const featuresDisableCommand = switchCommand("disable", featuresDisable);
