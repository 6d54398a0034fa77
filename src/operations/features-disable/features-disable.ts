import { switching } from "../feature-switch.ts";

/** Switches a feature off, in the user's file. */
export const featuresDisable = switching(false);
