/** Whether what a row lists is nothing, and why; in a plan and on one's own machine 0 is no price to rank by. */
export const freedoms = ["priced", "plan", "local", "free"] as const;

export type Freedom = (typeof freedoms)[number];
