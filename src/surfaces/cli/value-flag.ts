import type { Flag } from "./flag.ts";

/** A value may hold a comma: the flag stands again for another. */
export const valueFlag: Flag = {
  name: "--value",
  about: "what a variable of the provider's address says; again for another",
  takes: {
    shown: "name=value",
    isList: true,
    read: (given, _flag, before) => [...((before ?? []) as string[]), given],
  },
};
