/** Who sells a row, the first to be asked what the model costs last. The position is its number in the columns. */
export const roles = ["other", "host", "makers-other", "maker"] as const;

export type Role = (typeof roles)[number];
