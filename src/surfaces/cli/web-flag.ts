import type { Flag } from "./flag.ts";

/** Of commands about something that has a page of its own. */
export const webFlag: Flag = { name: "--web", about: "open the provider's page in your browser" };
