import type { AskOptions } from "./ask-options.ts";
import type { Surroundings } from "./policy.ts";
import type { OneRefresh } from "./refresh/one-refresh.ts";

/** What opening a catalog works with, as whoever asks wants it. */
export function surroundings(
  of: Omit<Surroundings, "refresh">,
  { signal, onProgress, onWait, allowSnapshot }: AskOptions,
  refreshing: OneRefresh,
): Surroundings {
  const { settings, source, machine, store, journal } = of;
  return {
    ...of,
    settings: { ...settings, allowSnapshot: settings.allowSnapshot || allowSnapshot === true },
    refresh: async (wish) => {
      if (source.kind === "file") throw new TypeError("a file source is not refreshed");
      onWait?.();
      return refreshing.run(
        { machine, settings, source, store, journal },
        {
          ...wish,
          ...(signal === undefined ? {} : { signal }),
          ...(onProgress === undefined ? {} : { onProgress }),
        },
      );
    },
  };
}
