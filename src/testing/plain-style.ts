import { type Style, styleFor } from "../surfaces/cli/render/style.ts";

/** As in a pipe: no colour, no cursor to move. */
export const plainStyle: Style = styleFor(
  { isTerminal: false },
  {
    get: () => undefined,
    home: undefined,
    names: () => [],
    currentDirectory: "/",
    platform: "linux",
  },
  true,
);
