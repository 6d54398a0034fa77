/** How a catalog is asked. */
export interface AskOptions {
  /** Ask the source first, whatever the age of what is at hand. */
  refresh?: boolean;
  /** With `refresh`: fail where the source cannot be asked, instead of answering from something older. */
  orFail?: boolean;
  /** With `refresh`: only where what is at hand is stale, and nobody else is at it. */
  ifStale?: boolean;
  /** With `refresh`: take a catalog that lost more than half. */
  acceptShrink?: boolean;
  /** With `refresh`: work out at once what answers later questions, too. A refresh that is asked for does unless told. */
  prepare?: boolean;
  /** The question looks at every row: they are read at once, instead of where they lie. */
  allRows?: boolean;
  /** As the source sent it, without what a configuration says of models. */
  asSent?: boolean;
  /** What cannot be told of the models of a configuration alone: `no offers are known`. */
  without?: string;
  /** Never open a socket. */
  offline?: boolean;
  /** Let the snapshot of models.dev answer for another source that cannot. */
  allowSnapshot?: boolean;
  signal?: AbortSignal;
  /** Called before the network is waited for. */
  onWait?: () => void;
  onProgress?: (receivedBytes: number, totalBytes: number | undefined) => void;
}

/** How closely a catalog is read that is new here. */
export function closeness({ allRows, prepare }: AskOptions): { allRows: boolean } {
  return { allRows: allRows === true || prepare === true };
}
