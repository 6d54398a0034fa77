/** A Node to measure with. */
export interface NodeAtHand {
  /** What columns and budgets are named by. */
  major: string;
  /** Like `v20.20.2`. */
  version: string;
  path: string;
}

/** The one that runs the bench. */
export const ownNode: NodeAtHand = {
  major: process.versions.node.split(".")[0] as string,
  version: process.version,
  path: process.execPath,
};
