import type { Refreshed, RefreshContext, RefreshWish } from "./refresh.ts";

/** One refresh at a time within this process: who comes while another is under way shares it, if it serves. */
export class OneRefresh {
  #running: { wish: RefreshWish; done: Promise<Refreshed> } | undefined;

  async run(context: RefreshContext, wish: RefreshWish): Promise<Refreshed> {
    while (this.#running !== undefined) {
      const { wish: other, done } = this.#running;
      const [ended] = await Promise.allSettled([done]);
      if (!serves(other, wish)) continue;
      // one that its asker gave up is no answer for the others
      const isGivenUp = ended.status === "rejected" && other.signal?.aborted === true;
      if (!isGivenUp || wish.signal?.aborted === true) return done;
    }
    const done = this.#start(context, wish);
    this.#running = { wish, done };
    return done;
  }

  async #start(context: RefreshContext, wish: RefreshWish): Promise<Refreshed> {
    try {
      const { refresh } = await import("./refresh.ts");
      return await refresh(context, wish);
    } finally {
      await context.machine.http.close();
      this.#running = undefined;
    }
  }
}

/** Who wants the source asked is not content with a refresh that may find the catalog young enough. */
function serves(one: RefreshWish, other: RefreshWish): boolean {
  const asks = one.freshForMs === undefined || other.freshForMs !== undefined;
  return asks && (one.acceptShrink ?? false) === (other.acceptShrink ?? false);
}
