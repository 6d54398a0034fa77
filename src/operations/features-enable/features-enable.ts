import { switching } from "../feature-switch.ts";

/** Switches a feature on, in the user's file. */
export const featuresEnable = switching(true);
