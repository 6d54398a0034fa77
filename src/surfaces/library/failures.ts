import { failures as table } from "../../failure.ts";
import { frozen } from "./own.ts";

/** Every failure, with what a caller does about it. Frozen: ModelForge itself decides by it. */
export const failures: typeof table = frozen(table);
