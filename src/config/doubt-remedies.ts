import { shellWord } from "../catalog/words/shell-word.ts";
import type { Doubt } from "../places/doubt.ts";

/** What to do about a file that is not believed. */
export const remedies: Readonly<Record<Doubt, (path: string) => string>> = {
  link: (path) => `put the file itself in the place of ${path}`,
  another: (path) => `look at what stands there, then make ${path} yours with chown`,
  open: (path) => `look at what stands there, then chmod go-w ${shellWord(path)}`,
};
