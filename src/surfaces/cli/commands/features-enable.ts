import { featuresEnable } from "../../../operations/features-enable/features-enable.ts";
import { switchCommand } from "../features-output.ts";

export const featuresEnableCommand = switchCommand("enable", featuresEnable);
